package duban.local.preflight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A full disk is found before PostgreSQL and Kafka find it in the middle of their work. */
public final class Disk {
  /** PostgreSQL's and Kafka's preallocated files, and some days of records. */
  public static final long ENOUGH_BYTES = 500L * 1024 * 1024;

  private static final long MEGABYTE = 1024L * 1024;

  private Disk() {}

  /** Refuses unless {@code bytes} are free where {@code folder} lies or will lie. */
  public static void check(Path folder, long bytes) {
    Path there = folder.toAbsolutePath();
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    try {
      long free = Files.getFileStore(there).getUsableSpace();
      if (free < bytes) {
        throw new Refusal(
            "Only %d MB are free on the disk of %s and %d MB are needed; free some space or give another folder with -Dduban.data=<folder>."
                .formatted(free / MEGABYTE, folder, bytes / MEGABYTE));
      }
    } catch (IOException e) {
      throw new Refusal(
          "The disk of %s cannot be read (%s); give another folder with -Dduban.data=<folder>."
              .formatted(folder, e.getMessage()),
          e);
    }
  }
}
