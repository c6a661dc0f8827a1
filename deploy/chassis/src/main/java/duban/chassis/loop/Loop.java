package duban.chassis.loop;

import java.time.Duration;
import org.jboss.logging.Logger;

/** One {@link Work} in its thread. */
final class Loop implements Runnable {

  private static final Logger LOG = Logger.getLogger(Loop.class);
  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(10);

  private static final Duration UNTIL_SETTLED = Duration.ofMillis(100);

  /**
   * What a service answers from its database needs no Kafka: who asks first does not share the
   * processors with clients that are being built.
   */
  private static final Duration AFTER_START = Duration.ofMillis(500);

  private final Work work;
  private final Settled settled;
  private final Thread thread;
  private volatile boolean stopping;
  private volatile long cameRoundAt = System.nanoTime();
  private volatile int failures;

  Loop(Work work, Settled settled) {
    this.work = work;
    this.settled = settled;
    this.thread = new Thread(this, "duban-" + work.name());
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  @Override
  public void run() {
    slept(AFTER_START);
    while (!stopping) {
      cameRoundAt = System.nanoTime();
      if (work.waitsForSettling() && !settled.settled()) {
        if (!slept(UNTIL_SETTLED)) {
          break;
        }
        continue;
      }
      try {
        var more = work.round();
        failures = 0;
        if (!more && !stopping) {
          work.rest(work.pause());
        }
      } catch (InterruptedException e) {
        break;
      } catch (Exception e) {
        if (stopping) {
          break;
        }
        var inARow = failures + 1;
        failures = inARow;
        complain(e, inARow);
        if (!slept(backoff(inARow))) {
          break;
        }
      }
    }
    // Closing may wait for the network, which a pending interrupt would forbid.
    Thread.interrupted();
    try {
      work.close();
    } catch (RuntimeException e) {
      LOG.debugf(e, "%s did not close", work.name());
    }
  }

  /** The first failure with its trace, then one line when it lasts: a log that can be read. */
  private void complain(Exception e, int inARow) {
    if (inARow == 1) {
      LOG.warnf(e, "%s failed and will try again", work.name());
    } else if (Integer.bitCount(inARow) == 1) {
      LOG.warnf("%s failed %d times in a row: %s", work.name(), inARow, e);
    }
  }

  static Duration backoff(int failures) {
    var wait = Duration.ofMillis(100L << Math.min(failures - 1, 7));
    return wait.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : wait;
  }

  private static boolean slept(Duration time) {
    try {
      Thread.sleep(time.toMillis());
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  void stop() {
    stopping = true;
    thread.interrupt();
  }

  void awaitEnd(Duration atMost) throws InterruptedException {
    thread.join(atMost.toMillis());
  }

  String name() {
    return work.name();
  }

  /** Since the last round began. */
  Duration age() {
    return Duration.ofNanos(System.nanoTime() - cameRoundAt);
  }

  /** In a row; 0 when the last round succeeded. */
  int failures() {
    return failures;
  }
}
