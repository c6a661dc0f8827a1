package duban.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

  private final Table table = new Table(line -> {});

  @Test
  void aRowShowsMediansSpreadsAndTheRatio() {
    var ours = Samples.of(900, 1000, 1100);
    var baseline = Samples.of(1900, 2000, 2100);

    table.add(
        "recording an event",
        "events/s",
        ours,
        baseline,
        Table.Goal.ratioAtLeast(0.7, ours, baseline));

    assertThat(table.toString())
        .contains(
            "| recording an event, events/s | 1,000 (900–1,100) | 2,000 (1,900–2,100) | 0.50 | ≥ 0.70 | not met |");
  }

  @Test
  void aGoalOfOursAloneDoesNotLookAtTheBaseline() {
    var ours = Samples.of(9.5);

    table.add("read by id: p99", "ms", ours, Samples.of(0.5), Table.Goal.atMost(10, "ms", ours));

    assertThat(table.toString()).contains("| 9.50 (9.50–9.50) |").contains("| ≤ 10 ms | met |");
  }

  @Test
  void withoutAGoalNothingIsMet() {
    table.add("relay", "records/s", Samples.of(20), Samples.of(10), Table.Goal.NONE);

    assertThat(table.toString()).contains("| 2.00 | – |  |");
  }

  @Test
  void whatIsNotANumberMeetsNoGoal() {
    var ours = Samples.of(Double.NaN);

    assertThat(Table.Goal.atMost(100, "ms", ours).met()).isFalse();
  }
}
