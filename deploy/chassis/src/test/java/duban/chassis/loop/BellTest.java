package duban.chassis.loop;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BellTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Bell bell = new Bell();

  @Test
  void ringingEndsARest() throws InterruptedException {
    var rested = new CountDownLatch(1);
    var resting =
        new Thread(
            () -> {
              try {
                bell.await(ofMinutes(10));
                rested.countDown();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    resting.start();
    assertFalse(rested.await(100, TimeUnit.MILLISECONDS));
    bell.ring();
    assertTrue(rested.await(PATIENCE.toSeconds(), TimeUnit.SECONDS));
  }

  @Test
  void oneThatRangBeforeCounts() {
    bell.ring();
    assertTimeoutPreemptively(PATIENCE, () -> bell.await(ofMinutes(10)));
  }

  @Test
  void howeverOftenItRangIsAnsweredOnce() throws InterruptedException {
    bell.ring();
    bell.ring();
    bell.await(ofMinutes(10));
    var began = System.nanoTime();
    bell.await(ofMillis(200));
    assertTrue(System.nanoTime() - began >= ofMillis(190).toNanos());
  }
}
