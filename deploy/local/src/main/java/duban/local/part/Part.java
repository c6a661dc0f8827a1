package duban.local.part;

import java.nio.file.Path;
import java.time.Duration;

/** A process that belongs to the whole. */
public interface Part {
  /** Short and unique, such as {@code status}. */
  String name();

  /** What a person calls it, such as {@code status-service}. */
  String title();

  int port();

  Path log();

  /** Starts the process; it need not be ready yet. May be called again after it ended. */
  ProcessHandle launch();

  boolean ready();

  /** Whether its process ends by itself when this one is gone. */
  default boolean hearsOurEnd() {
    return true;
  }

  /** Ends it in an orderly way, or by force when the patience is over. */
  void stop(Duration patience);
}
