package duban.notification.notice;

import duban.chassis.clock.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Dates as an office writes them.
 *
 * @param today whose year goes without saying
 */
record Days(LocalDate today) {

  private static final String WEEK = "一二三四五六日";

  /** {@code 10月29日}. */
  String day(LocalDate day) {
    var year = day.getYear() == today.getYear() ? "" : day.getYear() + "年";
    return "%s%d月%d日".formatted(year, day.getMonthValue(), day.getDayOfMonth());
  }

  /** {@code 10月29日(星期五)}. */
  String dayOfWeek(LocalDate day) {
    return day(day) + "(星期" + WEEK.charAt(day.getDayOfWeek().getValue() - 1) + ")";
  }

  /** {@code 10月25日9时40分}. */
  String moment(Instant at) {
    var local = at.atZone(BusinessClock.ZONE);
    return "%s%d时%d分".formatted(day(local.toLocalDate()), local.getHour(), local.getMinute());
  }

  /** {@code 今年}, or the year of a period such as 2027 or 2027-H1. */
  String year(String period) {
    var year = period.substring(0, 4);
    return year.equals(String.valueOf(today.getYear())) ? "今年" : year + "年";
  }
}
