package duban.chassis.loop;

import java.time.Duration;

/**
 * Background work that goes round and round in a thread of its own. Every replica runs it, so what
 * it takes it must lock. Tests call {@link #round} by hand.
 */
public interface Work {

  /** Names the thread, the health check and the metrics. */
  String name();

  /** How long to rest after a round that found nothing more to do. */
  Duration pause();

  /**
   * Does what is to be done now.
   *
   * @return whether more waits, so that the next round follows at once
   * @throws Exception what passes: the round is repeated with growing pauses, up to 10 seconds
   */
  boolean round() throws Exception;

  /** Whether it rests until the service is {@link Settled}: all but what settles it. */
  default boolean waitsForSettling() {
    return true;
  }

  /** Rests, and may end early when something came up. */
  default void rest(Duration pause) throws InterruptedException {
    Thread.sleep(pause.toMillis());
  }

  /** Called in the same thread after the last round. */
  default void close() {}
}
