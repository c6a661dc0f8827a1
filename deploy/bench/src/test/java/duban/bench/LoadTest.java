package duban.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LoadTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private static Load.Callers taking(long millis) {
    return number ->
        new Load.Caller() {
          @Override
          public void call() {
            Patience.pause(millis);
          }

          @Override
          public void close() {}
        };
  }

  @Test
  void inAClosedLoopEachAsksAgainWhenItIsAnswered() throws Exception {
    var result = Load.run(2, SECOND, taking(100));

    assertThat(result.nanos().length).isBetween(2, 20);
  }

  @Test
  void asManyAreAskedAsItsRateSays() throws Exception {
    var result = Load.paced(4, SECOND, 50, taking(1));

    assertThat(result.nanos()).hasSize(50);
  }

  @Test
  void whoHasToWaitForAConnectionIsLateFromHisTurnOn() throws Exception {
    // Twenty a second, and one connection that answers ten.
    var result = Load.paced(1, SECOND, 20, taking(100));

    assertThat(Arrays.stream(result.nanos()).max().orElseThrow())
        .isGreaterThan(Duration.ofMillis(900).toNanos());
  }
}
