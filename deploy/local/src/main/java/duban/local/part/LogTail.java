package duban.local.part;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last words of a part. */
final class LogTail {
  private static final int LINES = 15;
  private static final int BYTES = 16 * 1024;

  private LogTail() {}

  static String of(Path log) {
    try (var channel = Files.newByteChannel(log)) {
      channel.position(Math.max(0, channel.size() - BYTES));
      var buffer = java.nio.ByteBuffer.allocate(BYTES);
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
        // Until the end of the file or of the buffer.
      }
      String end = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
      List<String> lines = end.lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }
}
