package duban.catalog.document;

import duban.catalog.snapshot.Sha256;
import java.nio.charset.StandardCharsets;
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
    return Sha256.hex(exact().getBytes(StandardCharsets.UTF_8));
  }
}
