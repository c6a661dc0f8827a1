package duban.notification.notice;

import duban.chassis.clock.BusinessClock;
import duban.notification.deadline.Deadline;
import duban.notification.stop.Stop;
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

  /** From when to when none was sent, and why. */
  String stopped(Stop stop) {
    return moment(stop.from())
        + "至"
        + moment(stop.to())
        + switch (stop.why()) {
          case DOWN -> "系统停用,其间未发送工作提示。";
          case NOT_RELEASED -> "系统暂停发送,其间未发送工作提示。";
          case STALE -> "系统数据未更新,其间未发送工作提示。";
        };
  }

  /** {@code 今年}, {@code 2027年上半年}, {@code 今年10月}, {@code 本届}. */
  String period(Deadline deadline) {
    var period = deadline.period();
    if (deadline.ofTerm()) {
      var to = deadline.periodTo();
      return to == null || !to.isBefore(today) ? "本届" : "上届";
    }
    var year = period.substring(0, 4);
    var part = period.length() > 4 ? part(period.substring(5)) : "";
    return (year.equals(String.valueOf(today.getYear())) ? "今年" : year + "年") + part;
  }

  private static String part(String part) {
    var number = part.substring(1);
    return switch (part.charAt(0)) {
      case 'H' -> number.equals("1") ? "上半年" : "下半年";
      case 'Q' -> "第" + "一二三四".charAt(Integer.parseInt(number) - 1) + "季度";
      case 'W' -> "第" + Integer.parseInt(number) + "周";
      default -> Integer.parseInt(part) + "月";
    };
  }
}
