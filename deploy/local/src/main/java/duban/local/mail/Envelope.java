package duban.local.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What SMTP says beside the mail. Kept as header lines in front of it, so that one file is the
 * whole of it and any mail program opens it.
 */
record Envelope(String from, List<String> to, Instant receivedAt) {
  static final String FROM = "X-Envelope-From";
  static final String TO = "X-Envelope-To";
  static final String RECEIVED_AT = "X-Received-At";

  byte[] lines() {
    List<String> lines = new ArrayList<>();
    lines.add(RECEIVED_AT + ": " + receivedAt);
    lines.add(FROM + ": " + oneLine(from));
    to.forEach(address -> lines.add(TO + ": " + oneLine(address)));
    return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  static boolean names(String header) {
    return header.equalsIgnoreCase(FROM)
        || header.equalsIgnoreCase(TO)
        || header.equalsIgnoreCase(RECEIVED_AT);
  }

  private static String oneLine(String value) {
    return value.replaceAll("[\\r\\n]", " ");
  }
}
