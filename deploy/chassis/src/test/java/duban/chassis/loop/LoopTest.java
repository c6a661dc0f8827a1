package duban.chassis.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoopTest {

  @Test
  void aRoundThatFailedIsRepeatedAndTheEndIsOrderly() throws InterruptedException {
    var rounds = new AtomicInteger();
    var closed = new AtomicBoolean();
    var settled = new Settled("automatic");
    var loop =
        new Loop(
            new Work() {
              @Override
              public String name() {
                return "test";
              }

              @Override
              public Duration pause() {
                return Duration.ofHours(1);
              }

              @Override
              public boolean round() {
                if (rounds.incrementAndGet() < 3) {
                  throw new IllegalStateException("not yet");
                }
                return rounds.get() < 5;
              }

              @Override
              public void close() {
                closed.set(true);
              }
            },
            settled);
    loop.start();
    await().atMost(Duration.ofSeconds(10)).until(() -> loop.age().toMillis() < 90);
    assertThat(rounds).hasValue(0);
    settled.set(true);
    await().atMost(Duration.ofSeconds(10)).until(() -> rounds.get() == 5);
    assertThat(loop.failures()).isZero();
    loop.stop();
    loop.awaitEnd(Duration.ofSeconds(5));
    assertThat(closed).isTrue();
  }

  @Test
  void pausesGrowToTenSeconds() {
    assertThat(Loop.backoff(1)).isEqualTo(Duration.ofMillis(100));
    assertThat(Loop.backoff(2)).isEqualTo(Duration.ofMillis(200));
    assertThat(Loop.backoff(1000)).isEqualTo(Duration.ofSeconds(10));
  }
}
