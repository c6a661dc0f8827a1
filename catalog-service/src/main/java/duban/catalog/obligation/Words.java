package duban.catalog.obligation;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
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

  /** 2027-10-29(星期五). */
  public static Words of(LocalDate day) {
    return new Words(
        day + "(" + day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.CHINESE) + ")",
        day + " (" + day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + ")");
  }

  /** Between two days of each year, of which either may be open. */
  static Words ofEachYear(@Nullable MonthDay opens, @Nullable MonthDay due) {
    var from =
        opens == null
            ? NONE
            : of(CHINESE_DAY.format(opens) + (due == null ? "起" : "至"), ", from " + english(opens));
    var until = due == null ? NONE : of(CHINESE_DAY.format(due) + "前", ", by " + english(due));
    return of("每年", "in each year").and(from).and(until);
  }

  private static String english(MonthDay day) {
    return ENGLISH_DAY.format(day);
  }
}
