package duban.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Kills every part once a round, in an order and at moments drawn from a seed: several are dead at
 * the same time. A round begins amid leaving notices, and ends when every part is ready again.
 */
final class Kills {

  static final int ASKED_FOR = Integer.getInteger("duban.kills", 5);

  /** As many as there are notices for: each round some leave. */
  static final int A_SEASON = 5;

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Exposed exposed;
  private final Moments moments;
  private final Recovery recovery;

  Kills(Season season) {
    this.exposed = season.exposed();
    this.moments = season.moments();
    this.recovery = season.recovery();
  }

  void rounds(int rounds) throws IOException, InterruptedException {
    for (int round = 1; round <= rounds; round++) {
      var began = System.nanoTime();
      exposed.whole().release(true);
      // In turn one of the two that hold a notice at that moment.
      var amid = round % 2 == 0 ? Part.MAIL : Part.NOTIFICATION;
      exposed.awaitOneMoreNotice();
      moments.pause();
      amid.kill(exposed);
      assertThat(exposed.mailServer().arrived()).isBetween(1, MailOracle.NOTICES - 1);
      // The rest of the notices is for the next rounds.
      var held = CompletableFuture.runAsync(this::hold);
      var others = moments.inSomeOrder(Stream.of(Part.values()).filter(it -> it != amid).toList());
      for (var part : others) {
        moments.pause();
        part.kill(exposed);
      }
      awaitReady();
      recovery.within(System.nanoTime(), "round " + round);
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
