package duban.local.part;

import java.time.Duration;

/** The end of a process. */
final class Ending {
  private static final Duration AFTER_FORCE = Duration.ofSeconds(5);

  private static final long POLL_MILLIS = 50;

  private Ending() {}

  /** Asks it to end, and ends it by force when the patience is over. */
  static void orderly(ProcessHandle process, Duration patience) {
    process.destroy();
    if (!awaited(process, patience)) {
      process.destroyForcibly();
      awaited(process, AFTER_FORCE);
    }
  }

  /** Whether it ended in that time. */
  static boolean awaited(ProcessHandle process, Duration patience) {
    long until = System.nanoTime() + patience.toNanos();
    while (!over(process)) {
      if (System.nanoTime() >= until) {
        return false;
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  /**
   * Whether it has ended. An orphan whose new parent never asks for it stays in the list of
   * processes (containers often have such a parent), but has no program any more.
   */
  static boolean over(ProcessHandle process) {
    return !process.isAlive() || process.info().command().isEmpty();
  }
}
