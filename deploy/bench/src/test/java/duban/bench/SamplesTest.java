package duban.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SamplesTest {

  @Test
  void theMedianIsTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
    assertThat(Samples.of(9, 1, 5).median()).isEqualTo(5);
    assertThat(Samples.of(4, 1, 2, 100).median()).isEqualTo(3);
  }

  @Test
  void theSpreadIsTheSmallestAndTheLargest() {
    var samples = Samples.of(3, 1, 2);

    assertThat(samples.min()).isEqualTo(1);
    assertThat(samples.max()).isEqualTo(3);
  }

  @Test
  void aQuantileIsAMeasuredValueNeverOneInBetween() {
    var hundred = new double[100];
    for (int i = 0; i < hundred.length; i++) {
      hundred[i] = i + 1;
    }

    assertThat(Samples.of(hundred).quantile(0.99)).isEqualTo(99);
    assertThat(Samples.of(7).quantile(0.99)).isEqualTo(7);
  }

  @Test
  void nothingMeasuredIsNoFigure() {
    assertThatThrownBy(Samples::of).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatNeverArrivedSpoilsTheQuantile() {
    assertThat(Samples.of(1, 2, Double.NaN).quantile(0.99)).isNaN();
  }
}
