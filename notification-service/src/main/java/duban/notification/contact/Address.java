package duban.notification.contact;

import duban.chassis.problem.Problems;
import java.net.IDN;
import java.util.regex.Pattern;

/**
 * An address that mail can be sent to. The domain may be written in any script, and is sent in its
 * ASCII form; the part before the @ may not, because no mail server on the way need carry that.
 */
final class Address {

  /** Of the whole, in its ASCII form (RFC 5321: a path of 256 with its angle brackets). */
  static final int LONGEST = 254;

  private static final Pattern LOCAL =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
  private static final int LONGEST_LOCAL = 64;

  private Address() {}

  /** Throws 400 {@code invalid-address} that names {@code email} and says what would be right. */
  static void check(String email) {
    var at = email.indexOf('@');
    if (at < 1 || at != email.lastIndexOf('@')) {
      throw wrong("it has no single @ between a name and a domain");
    }
    var local = email.substring(0, at);
    if (local.length() > LONGEST_LOCAL || !LOCAL.matcher(local).matches()) {
      throw wrong(
          "before the @ stand 1 to 64 ASCII letters, digits, dots between them, and "
              + "!#$%&'*+/=?^_`{|}~-");
    }
    if (ascii(email).length() > LONGEST) {
      throw wrong("it has more than 254 characters in its ASCII form");
    }
  }

  /** As it goes to the mail server: {@code a@例子.中国} is {@code a@xn--fsqu00a.xn--fiqs8s}. */
  static String ascii(String email) {
    var at = email.indexOf('@');
    var domain = email.substring(at + 1);
    try {
      var ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
      if (ascii.isEmpty() || ascii.startsWith(".") || ascii.endsWith(".")) {
        throw wrong("'" + domain + "' is no domain");
      }
      return email.substring(0, at + 1) + ascii;
    } catch (IllegalArgumentException e) {
      throw wrong("'" + domain + "' is no domain");
    }
  }

  private static RuntimeException wrong(String why) {
    return Problems.badRequest(
        "invalid-address",
        "email is no address that mail can be sent to: "
            + why
            + "; give one such as"
            + " office@chaoyang.example",
        "email");
  }
}
