package duban.bench;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for what another process does. */
final class Patience {

  private static final Duration LONGEST = Duration.ofMinutes(4);

  private Patience() {}

  static void await(String what, BooleanSupplier reached) {
    await(what, 10, reached);
  }

  /**
   * The same for what is dear to ask.
   *
   * @param everyMillis how often it is asked
   */
  static void await(String what, int everyMillis, BooleanSupplier reached) {
    long until = System.nanoTime() + LONGEST.toNanos();
    while (!reached.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException(what + " was not reached in " + LONGEST.toSeconds() + " s");
      }
      pause(everyMillis);
    }
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
