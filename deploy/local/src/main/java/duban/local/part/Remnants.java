package duban.local.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Notes which processes were started, so that a start after a {@code kill -9} waits for those that
 * are still ending. A process is known by its id and the moment of its start: ids are used again.
 */
public final class Remnants {
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final Duration SAME_START = Duration.ofSeconds(2);

  private final Path folder;

  public Remnants(Path folder) {
    this.folder = folder;
  }

  void note(String part, ProcessHandle process) {
    Optional<Instant> started = process.info().startInstant();
    if (started.isPresent()) {
      try {
        Files.writeString(folder.resolve(part), process.pid() + "\n" + started.get() + "\n");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  void forget(String part) {
    try {
      Files.deleteIfExists(folder.resolve(part));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until every process of an earlier start has ended; ends those that do not. */
  public void end(Consumer<String> say) {
    for (Path note : notes()) {
      Optional<ProcessHandle> left = alive(note);
      if (left.isPresent()) {
        say.accept(
            "waiting for %s of the last start to end (process %d)"
                .formatted(note.getFileName(), left.get().pid()));
        if (!Ending.awaited(left.get(), PATIENCE)) {
          Ending.orderly(left.get(), Duration.ZERO);
        }
      }
      forget(note.getFileName().toString());
    }
  }

  private List<Path> notes() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Optional<ProcessHandle> alive(Path note) {
    try {
      List<String> lines = Files.readAllLines(note);
      Instant noted = Instant.parse(lines.get(1));
      return ProcessHandle.of(Long.parseLong(lines.get(0)))
          .filter(
              process ->
                  process
                      .info()
                      .startInstant()
                      .map(start -> Duration.between(noted, start).abs())
                      .filter(apart -> apart.compareTo(SAME_START) < 0)
                      .isPresent());
    } catch (IOException | RuntimeException halfWritten) {
      // The note was cut off by the same kill; its process sees the end of its input anyway.
      return Optional.empty();
    }
  }
}
