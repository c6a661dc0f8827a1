package duban.catalog.rule;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The same in the language of those who work with it, and in that of those who build it. */
public record Words(String chinese, String english) {
  public static final Words NONE = new Words("", "");

  private static final DateTimeFormatter CHINESE_DAY = DateTimeFormatter.ofPattern("M月d日");
  private static final DateTimeFormatter ENGLISH_DAY =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

  public static Words of(String chinese, String english) {
    return new Words(chinese, english);
  }

  public Words and(Words more) {
    return new Words(chinese + more.chinese, english + more.english);
  }

  /** 1 unit, 2 units. */
  public static String many(long number, String one) {
    return number + " " + one + (number == 1 ? "" : "s");
  }

  /** 2nd, 3rd, 11th. */
  public static String ordinal(int number) {
    boolean teen = number / 10 % 10 == 1;
    return number
        + switch (teen ? 0 : number % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
  }

  /** 2027-10-29(星期五). */
  public static Words of(LocalDate day) {
    return new Words(
        day + "(" + day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.CHINESE) + ")",
        day + " (" + day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + ")");
  }

  /** A day of each year. */
  static Words of(MonthDay day) {
    return new Words(CHINESE_DAY.format(day), ENGLISH_DAY.format(day));
  }

  /** 3个月, 10日. */
  static Words of(Period span) {
    long months = span.toTotalMonths();
    long days = span.get(ChronoUnit.DAYS);
    Words first = months == 0 ? NONE : of(months + "个月", many(months, "month"));
    Words then = days == 0 && months != 0 ? NONE : of(days + "日", many(days, "day"));
    return first.and(months != 0 && days != 0 ? of("零", " and ") : NONE).and(then);
  }

  /** Between two days of each period, of which either may be open. */
  static Words between(@Nullable DayInPeriod opens, @Nullable DayInPeriod due) {
    Words from = opens == null ? NONE : opens.inWords();
    Words until = due == null ? NONE : due.inWords();
    return new Words(
        (opens == null ? "" : from.chinese + (due == null ? "起" : "至"))
            + (due == null ? "" : until.chinese + "前"),
        (opens == null ? "" : ", from " + from.english)
            + (due == null ? "" : ", by " + until.english));
  }
}
