package duban.e2e;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderOracleTest {

  @Test
  void eachKeyGoesOnByItselfAndMayBeToldTheSameTwice() throws Exception {
    OrderOracle.neverBack(
        List.of(snapshot("a", 1), snapshot("a", 3), snapshot("b", 1), snapshot("a", 3)));
  }

  @Test
  void aVersionBehindANewerOneIsNamed() {
    assertThatThrownBy(
            () ->
                OrderOracle.neverBack(
                    List.of(snapshot("a", 1), snapshot("a", 3), snapshot("a", 2))))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("behind version 3")
        .hasMessageContaining("\"version\": 2");
  }

  @Test
  void aSnapshotHasAVersion() {
    var without = new Record("a", "duban.progress.v1", "{}".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> OrderOracle.neverBack(List.of(without)))
        .isInstanceOf(AssertionError.class);
  }

  private static Record snapshot(String key, int version) {
    var body = "{\"deadlineId\": \"%s\", \"version\": %d}".formatted(key, version);
    return new Record(key, "duban.progress.v1", body.getBytes(StandardCharsets.UTF_8));
  }
}
