package duban.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdsTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

  @Test
  void theCallersOwnIsTakenElseTheTraces() {
    assertThat(RequestIds.id("order-2027.10_25", PARENT)).isEqualTo("order-2027.10_25");
    assertThat(RequestIds.id(null, PARENT)).isEqualTo(TRACE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "with space", "line\nfeed-1", "督办督办督办督办", "-leading-dash"})
  void whatIsNotWellFormedIsReplaced(String given) {
    assertThat(RequestIds.id(given, null)).matches("[0-9a-f-]{36}");
    assertThat(RequestIds.id(given + "x".repeat(80), "00-nonsense")).matches("[0-9a-f-]{36}");
    assertThat(RequestIds.id(given, "00-" + "0".repeat(32) + "-00f067aa0ba902b7-01"))
        .matches("[0-9a-f-]{36}");
  }
}
