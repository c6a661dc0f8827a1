package duban.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {

  private final List<String> order = new ArrayList<>();
  private double next;

  private Rounds.Measurement measurement(String name) {
    return () -> {
      order.add(name);
      return next++;
    };
  }

  @Test
  void theMeasurementsTakeTurnsAndEverySecondRoundGoesBackwards() throws Exception {
    Rounds.interleaved(0, 3, List.of(measurement("A"), measurement("B")));

    assertThat(order).containsExactly("A", "B", "B", "A", "A", "B");
  }

  @Test
  void theFirstRoundsOnlyWarmUp() throws Exception {
    var samples = Rounds.interleaved(1, 2, List.of(measurement("A"), measurement("B")));

    assertThat(order).hasSize(6);
    assertThat(samples.get(0).sorted()).containsExactly(2, 5);
    assertThat(samples.get(1).sorted()).containsExactly(3, 4);
  }
}
