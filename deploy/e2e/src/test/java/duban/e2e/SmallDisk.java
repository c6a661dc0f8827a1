package duban.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk of a given size in memory, which can be filled; only where this process may mount one. */
final class SmallDisk implements AutoCloseable {

  private static final int BLOCK = 1024 * 1024;

  private final Path folder;
  private final String refusal;

  private SmallDisk(Path folder, String refusal) {
    this.folder = folder;
    this.refusal = refusal;
  }

  /** Mounts it on that folder, or leaves the folder as it is and says why. */
  static SmallDisk on(Path folder, int megabytes) throws IOException {
    Files.createDirectories(folder);
    var size = "size=" + megabytes + "m,mode=0700";
    try {
      return new SmallDisk(
          folder, run("mount", "-t", "tmpfs", "-o", size, "tmpfs", folder.toString()));
    } catch (IOException e) {
      return new SmallDisk(folder, e.getMessage());
    }
  }

  /** Why there is none; empty if there is one. */
  String refusal() {
    return refusal;
  }

  /** Leaves not a byte. */
  void fill() throws IOException {
    try (var out = Files.newOutputStream(filler())) {
      var blocks = new byte[BLOCK];
      while (true) {
        out.write(blocks);
      }
    } catch (IOException full) {
      if (!Files.exists(filler())) {
        throw full;
      }
    }
  }

  void free() throws IOException {
    Files.delete(filler());
  }

  private Path filler() {
    return folder.resolve("filler");
  }

  private static String run(String... command) throws IOException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.onExit().join().exitValue() == 0 ? "" : said.strip();
  }

  @Override
  public void close() throws IOException {
    if (refusal.isEmpty()) {
      run("umount", "-l", folder.toString());
    }
  }
}
