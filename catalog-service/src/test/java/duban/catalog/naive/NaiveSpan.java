package duban.catalog.naive;

import java.time.LocalDate;
import java.util.regex.Pattern;

/** A written span such as {@code -P1M10D}: months first, then days. */
record NaiveSpan(int sign, int months, int days) {
  private static final Pattern FORM =
      Pattern.compile("(-?)P(?:(\\d+)Y)?(?:(\\d+)M)?(?:(\\d+)W)?(?:(\\d+)D)?");

  static NaiveSpan of(String written) {
    var matcher = FORM.matcher(written);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(written + " is no span");
    }
    return new NaiveSpan(
        matcher.group(1).isEmpty() ? 1 : -1,
        12 * number(matcher.group(2)) + number(matcher.group(3)),
        7 * number(matcher.group(4)) + number(matcher.group(5)));
  }

  LocalDate from(LocalDate day) {
    return day.plusMonths((long) sign * months).plusDays((long) sign * days);
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
