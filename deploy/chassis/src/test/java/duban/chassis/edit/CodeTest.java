package duban.chassis.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTest {

  @Test
  void lettersDigitsAndHyphensUpToSixtyAreACode() {
    assertThat(Code.check("id", "chaoyang-2015-T2-1")).isEqualTo("chaoyang-2015-T2-1");
    assertThat(Code.check("id", "a".repeat(60))).hasSize(60);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "a b", "a/b", "a.b", "a_b", "朝阳", "é", "a\n", "１"})
  void anythingElseIsRefusedByItsName(String value) {
    assertThatThrownBy(() -> Code.check("successor", value))
        .isInstanceOf(HttpProblem.class)
        .hasMessageContaining("successor");
  }

  @Test
  void sixtyOneAreTooMany() {
    assertThatThrownBy(() -> Code.check("id", "a".repeat(61))).isInstanceOf(HttpProblem.class);
  }
}
