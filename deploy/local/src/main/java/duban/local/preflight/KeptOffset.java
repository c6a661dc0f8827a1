package duban.local.preflight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How far business time is ahead of real time, kept with the data. Because the difference is kept
 * and not the time, the clock runs on while nothing runs.
 */
public final class KeptOffset {
  private final Path file;

  public KeptOffset(Path file) {
    this.file = file;
  }

  /**
   * The offset for this start: so that it is {@code asked} at {@code real}, or else the kept one,
   * or else none.
   */
  public Duration choose(Optional<LocalDateTime> asked, Instant real) {
    return asked
        .map(BeijingTime::instant)
        .map(now -> Duration.between(real, now).truncatedTo(ChronoUnit.MILLIS))
        .orElseGet(this::kept);
  }

  private Duration kept() {
    if (!Files.exists(file)) {
      return Duration.ZERO;
    }
    try {
      return Duration.parse(Files.readString(file).strip());
    } catch (IOException | DateTimeParseException e) {
      throw new Refusal(
          "%s does not hold a clock offset any more; give the time with -Dduban.now=2027-10-25T09:29."
              .formatted(file),
          e);
    }
  }

  public void keep(Duration offset) {
    try {
      Path next = file.resolveSibling(file.getFileName() + ".next");
      Files.writeString(next, offset + "\n");
      Files.move(next, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
