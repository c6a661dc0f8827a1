package duban.e2e;

import java.time.Duration;
import java.util.Queue;

/** Ends what would be said again for ever: nothing is away for so long. */
final class Unanswered {

  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final String what;
  private final Queue<Whole.Answer> failures;
  private final long began = System.nanoTime();

  /**
   * @param failures what was answered instead
   */
  Unanswered(String what, Queue<Whole.Answer> failures) {
    this.what = what;
    this.failures = failures;
  }

  /** Before it is said again. */
  void pause() throws InterruptedException {
    if (Recovery.since(began).compareTo(LONGEST) > 0) {
      var last = failures.stream().reduce((one, next) -> next).map(Whole.Answer::text);
      throw new AssertionError(what + " was never acknowledged, but answered " + last);
    }
    Thread.sleep(50);
  }
}
