package duban.catalog.naive;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AgreementOfRowsTest {
  private final com.fasterxml.jackson.databind.JsonNode catalogue = RandomRules.of(3, 20);
  private final List<Row> rows = new NaiveSchedule(catalogue, Files.anyNamespace()).until(2030);

  @Test
  void theSameRowsInAnyOrderAgree() {
    var reversed = rows.stream().sorted(java.util.Comparator.reverseOrder()).toList();
    assertThatCode(() -> Agreement.check("seed 3", catalogue, rows, reversed))
        .doesNotThrowAnyException();
  }

  @Test
  void aMissingRowIsShownWithItsRuleAndSeed() {
    assertThatThrownBy(
            () -> Agreement.check("seed 3", catalogue, rows, rows.subList(1, rows.size())))
        .hasMessageStartingWith("seed 3: 1 rows only in the naive schedule, 0 only in the engine's")
        .hasMessageContaining("\"id\":\"" + rows.get(0).obligation() + "\"")
        .hasMessageContaining(rows.get(0).toString());
  }

  @Test
  void aDeadlineThatIsMadeTwiceIsADifference() {
    var twice = Stream.concat(rows.stream(), rows.stream().limit(1)).toList();
    assertThatThrownBy(() -> Agreement.check("seed 3", catalogue, rows, twice))
        .hasMessageContaining("1 only in the engine's");
  }
}
