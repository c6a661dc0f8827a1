package duban.e2e;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** When, and in which order, something goes wrong: drawn from a seed, so that it can be again. */
final class Moments {

  static final long SEED = Long.getLong("duban.seed", 20271025L);

  private static final int LONGEST_PAUSE_MILLIS = 2_000;

  private final Random random;

  Moments(long seed) {
    this.random = new Random(seed);
    System.out.println("-Dduban.seed=" + seed + " draws these moments again");
  }

  /** Lets some time pass. */
  void pause() throws InterruptedException {
    Thread.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
  }

  <T> List<T> inSomeOrder(List<T> these) {
    var shuffled = new ArrayList<>(these);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
