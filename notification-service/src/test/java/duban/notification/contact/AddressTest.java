package duban.notification.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "li",
        "li@",
        "@chaoyang.example",
        "a@b@chaoyang.example",
        "li li@chaoyang.example",
        "li@chaoyang.example\r\nBcc: all@chaoyang.example",
        "li\r\nRCPT TO:<x@y.example>@chaoyang.example",
        "<li@chaoyang.example>",
        "李@chaoyang.example",
        "li..li@chaoyang.example",
        ".li@chaoyang.example",
        "li@chao yang.example",
        "li@chaoyang..example",
        "li@chaoyang.example.",
        "li@-chaoyang.example",
        "li@[127.0.0.1]",
        "a123456789b123456789c123456789d123456789e123456789f123456789g1234@chaoyang.example"
      })
  void noMailIsSentToWhatIsNoAddress(String email) {
    assertThatThrownBy(() -> Address.check(email)).isInstanceOf(HttpProblem.class);
  }

  @Test
  void aDomainThatIsTooLongInAsciiIsRefusedThoughItIsShortInChinese() {
    var label = "朝阳区人民代表大会常务委员会".repeat(2);
    assertThatThrownBy(() -> Address.check("li@" + (label + ".").repeat(4) + "中国"))
        .isInstanceOf(HttpProblem.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"li@oa", "l.i+duban@chaoyang.example", "o'neill@chaoyang.example", "li@人大.中国"})
  void anAddressIsOne(String email) {
    assertThatCode(() -> Address.check(email)).doesNotThrowAnyException();
  }

  @Test
  void aDomainOfAnyScriptIsSentInAscii() {
    assertThat(Address.ascii("Li@例子.中国")).isEqualTo("Li@xn--fsqu00a.xn--fiqs8s");
    assertThat(Address.ascii("Li@Chaoyang.example")).isEqualTo("Li@Chaoyang.example");
  }
}
