package duban.catalog.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A source text, line by line and byte for byte; the last line has no newline. */
public record SourceText(List<String> lines) {
  public SourceText {
    lines = List.copyOf(lines);
  }

  public String exact() {
    return String.join("\n", lines);
  }

  /** Of the UTF-8 bytes, in lower-case hexadecimal digits. */
  public String sha256() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(exact().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
