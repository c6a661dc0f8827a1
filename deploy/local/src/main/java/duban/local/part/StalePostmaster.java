package duban.local.part;

import duban.local.preflight.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A PostgreSQL that a {@code kill -9} left behind: it runs in a session of its own and hears
 * nothing of our end. Only one that really serves our folder is stopped.
 */
public final class StalePostmaster {
  private static final Duration FAST = Duration.ofSeconds(15);
  private static final Duration IMMEDIATE = Duration.ofSeconds(5);

  private final Path data;

  public StalePostmaster(Path data) {
    this.data = data;
  }

  /** Stops it if there is one. */
  public void stop(Consumer<String> say) {
    Path pidFile = data.resolve("postmaster.pid");
    Optional<ProcessHandle> named = named(pidFile);
    if (named.isEmpty()) {
      return;
    }
    ProcessHandle process = named.get();
    if (!isOurs(process)) {
      // Its number was given to a stranger since. PostgreSQL would refuse to start beside it.
      delete(pidFile);
      return;
    }
    say.accept("stopping the PostgreSQL of the last start (process " + process.pid() + ")");
    // SIGTERM would wait for every session to leave; SIGINT is “fast”, SIGQUIT “immediate”.
    signal("INT", process);
    if (!Ending.awaited(process, FAST)) {
      signal("QUIT", process);
      if (!Ending.awaited(process, IMMEDIATE)) {
        throw new Refusal(
            "The PostgreSQL of the last start (process %d) does not end; end it and start again."
                .formatted(process.pid()));
      }
    }
  }

  static Optional<ProcessHandle> named(Path pidFile) {
    try {
      if (!Files.exists(pidFile)) {
        return Optional.empty();
      }
      List<String> lines = Files.readAllLines(pidFile);
      return lines.isEmpty()
          ? Optional.empty()
          : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
    } catch (NumberFormatException cutOff) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether this is a postgres that was started with our folder. */
  boolean isOurs(ProcessHandle process) {
    ProcessHandle.Info info = process.info();
    boolean postgres =
        info.command().map(command -> Path.of(command).endsWith("postgres")).orElse(false);
    String[] arguments = info.arguments().orElse(new String[0]);
    return postgres && Arrays.asList(arguments).contains(data.toString());
  }

  private static void signal(String signal, ProcessHandle process) {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
