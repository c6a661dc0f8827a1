package duban.chassis.edit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTest {

  @Test
  void lettersDigitsAndHyphensUpToSixtyAreACode() {
    assertThat("chaoyang-2015-T2-1").matches(Code.FORM);
    assertThat("a".repeat(60)).matches(Code.FORM);
    assertThat("a".repeat(61)).doesNotMatch(Code.FORM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a/b", "a.b", "a_b", "朝阳", "é", "a\n", "１"})
  void anythingElseIsNone(String value) {
    assertThat(value).doesNotMatch(Code.FORM);
  }
}
