package duban.chassis.log;

import java.util.regex.Pattern;

/** Text without mail addresses and telephone numbers. */
final class Masked {

  private static final Pattern MAIL =
      Pattern.compile(
          "[\\p{L}\\p{N}._%+'-]{1,64}@(?=[\\p{L}\\p{N}-]{1,63}(\\.[\\p{L}\\p{N}-]{1,63}){1,8})");

  /** Mobile and fixed numbers of China, and those that begin with + and a country. */
  private static final Pattern TELEPHONE =
      Pattern.compile(
          "(?<![A-Za-z\\p{N}._/+-])"
              + "(?:(?:\\+?86[ -]?)?1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}|0\\d{2,3}-\\d{7,8}|\\+\\d{1,3}[ -]?\\d[\\d -]{6,14}\\d)"
              + "(?![A-Za-z\\p{N}_/-])");

  private Masked() {}

  static String text(String text) {
    var masked = text.indexOf('@') < 0 ? text : MAIL.matcher(text).replaceAll("***@");
    return hasDigits(masked) ? TELEPHONE.matcher(masked).replaceAll("***") : masked;
  }

  /** Seven at least, or there is nothing to look for. */
  private static boolean hasDigits(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i)) && ++digits >= 7) {
        return true;
      }
    }
    return false;
  }
}
