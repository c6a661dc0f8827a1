package duban.local.mail;

import java.time.Instant;
import java.util.List;

/**
 * One received mail.
 *
 * @param id counts up from 1 in the order of arrival
 * @param to the addresses that the sender named in RCPT TO, which need not stand in its header
 * @param from the address of MAIL FROM; empty for a bounce
 * @param receivedAt business time
 * @param text the plain part, empty if there is none
 * @param html the HTML part, empty if there is none
 * @param headers as printed in the mail, decoded, in their order
 */
record Mail(
    long id,
    List<String> to,
    String from,
    String subject,
    String messageId,
    Instant receivedAt,
    String text,
    String html,
    List<Header> headers) {

  record Header(String name, String value) {}

  boolean isTo(String part) {
    return to.stream().anyMatch(address -> holds(address, part))
        || headers.stream()
            .anyMatch(
                header -> header.name().equalsIgnoreCase("To") && holds(header.value(), part));
  }

  boolean isAbout(String part) {
    return holds(subject, part);
  }

  private static boolean holds(String whole, String part) {
    return whole
        .toLowerCase(java.util.Locale.ROOT)
        .contains(part.toLowerCase(java.util.Locale.ROOT));
  }
}
