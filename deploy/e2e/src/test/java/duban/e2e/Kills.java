package duban.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/**
 * Kills every part once a round, in an order and at moments drawn from a seed: several are dead at
 * the same time. A round begins amid leaving notices, and ends when every part is ready again.
 */
final class Kills {

  static final long SEED = Long.getLong("duban.seed", 20271025L);
  static final int ASKED_FOR = Integer.getInteger("duban.kills", 5);

  /** As many as there are notices for: each round some leave. */
  static final int A_SEASON = 5;

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int LONGEST_PAUSE_MILLIS = 2_000;

  private final Exposed exposed;
  private final long seed;
  private final Random random;

  Kills(Exposed exposed, long seed) {
    this.exposed = exposed;
    this.seed = seed;
    this.random = new Random(seed);
  }

  void rounds(int rounds) throws IOException, InterruptedException {
    System.out.println("-Dduban.seed=" + seed + " draws these kills again");
    for (int round = 1; round <= rounds; round++) {
      var began = System.nanoTime();
      exposed.whole().release(true);
      // In turn one of the two that hold a notice at that moment.
      var amid = round % 2 == 0 ? Part.MAIL : Part.NOTIFICATION;
      exposed.awaitOneMoreNotice();
      Thread.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
      amid.kill(exposed);
      assertThat(exposed.mailServer().arrived()).isBetween(1, MailOracle.NOTICES - 1);
      // The rest of the notices is for the next rounds.
      var held = CompletableFuture.runAsync(this::hold);
      var others = new ArrayList<>(List.of(Part.values()));
      others.remove(amid);
      Collections.shuffle(others, random);
      for (var part : others) {
        Thread.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
        part.kill(exposed);
      }
      awaitReady();
      held.join();
      System.out.printf(
          "round %d: killed %s, then %s; all ready after %d s, %d notices arrived%n",
          round, amid, others, seconds(began), exposed.mailServer().arrived());
    }
  }

  /** As soon as there is somebody to be told. */
  private void hold() {
    await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> exposed.whole().release(false));
  }

  private void awaitReady() {
    await()
        .atMost(PATIENCE)
        .until(() -> List.of(Part.values()).stream().allMatch(it -> it.ready(exposed)));
  }

  private static long seconds(long began) {
    return Duration.ofNanos(System.nanoTime() - began).toSeconds();
  }
}
