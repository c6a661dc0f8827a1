package duban.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderOracleTest {

  @Test
  void eachKeyGoesOnByItselfAndMayBeToldTheSameTwice() throws Exception {
    var changed =
        OrderOracle.neverBack(
            List.of(snapshot("a", 1), snapshot("a", 3), snapshot("b", 1), snapshot("a", 3)),
            "deadlineId");
    assertThat(changed).isEqualTo(1);
  }

  @Test
  void aVersionBehindANewerOneIsNamed() {
    assertThatThrownBy(
            () ->
                OrderOracle.neverBack(
                    List.of(snapshot("a", 1), snapshot("a", 3), snapshot("a", 2)), "deadlineId"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("version=3")
        .hasMessageContaining("\"version\": 2");
  }

  @Test
  void oneVersionHasOneContent() {
    var other =
        new Record(
            "a",
            "any",
            "{\"deadlineId\": \"a\", \"version\": 1, \"x\": 1}".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> OrderOracle.neverBack(List.of(snapshot("a", 1), other), "deadlineId"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("the same version says the same");
  }

  @Test
  void theRemindersOfOneDeadlineGoOnEachByItself() throws Exception {
    OrderOracle.neverBack(List.of(reminder("a", "r", 2), reminder("a", "s", 1)), "id");
    assertThatThrownBy(
            () ->
                OrderOracle.neverBack(
                    List.of(reminder("a", "r", 2), reminder("a", "s", 1), reminder("a", "r", 1)),
                    "id"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("version=2");
  }

  @Test
  void aThingKeepsItsKeyOrThereIsNoOrder() {
    assertThatThrownBy(
            () ->
                OrderOracle.neverBack(List.of(reminder("a", "r", 1), reminder("b", "r", 2)), "id"))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void aSnapshotHasAVersion() {
    var without = new Record("a", "duban.progress.v1", "{}".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> OrderOracle.neverBack(List.of(without), "deadlineId"))
        .isInstanceOf(AssertionError.class);
  }

  private static Record snapshot(String key, int version) {
    var body = "{\"deadlineId\": \"%s\", \"version\": %d}".formatted(key, version);
    return new Record(key, "duban.progress.v1", body.getBytes(StandardCharsets.UTF_8));
  }

  private static Record reminder(String deadline, String id, int version) {
    var body = "{\"id\": \"%s\", \"version\": %d}".formatted(id, version);
    return new Record(deadline, "duban.reminder.v1", body.getBytes(StandardCharsets.UTF_8));
  }
}
