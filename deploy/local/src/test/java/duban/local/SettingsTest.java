package duban.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duban.local.preflight.Port;
import duban.local.preflight.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir Path root;

  @Test
  void thePropertiesOfTheCommandLineAreUnderstood() {
    Settings settings =
        settings(
            "duban.now",
            "2027-10-25T09:29",
            "duban.fresh",
            "",
            "duban.port.origin",
            "9000",
            "duban.data",
            "elsewhere");
    assertThat(settings.now()).contains(LocalDateTime.parse("2027-10-25T09:29"));
    assertThat(settings.isFresh()).isTrue();
    assertThat(settings.ports()).containsEntry(Port.ORIGIN, 9000);
    assertThat(settings.data()).isEqualTo(root.resolve("elsewhere"));
  }

  @Test
  void aTerminalThatIsGoneKeepsNothingFromGoingOn() {
    var settings =
        Settings.in(root)
            .say(
                line -> {
                  throw new NumberFormatException("as Maven's terminal does while it ends");
                });
    assertThatCode(() -> settings.say().accept("stopping …")).doesNotThrowAnyException();
  }

  @Test
  void withoutPropertiesTheDataStaysInTheCheckout() {
    Settings settings = settings();
    assertThat(settings.data()).isEqualTo(root.resolve(".duban"));
    assertThat(settings.isFresh()).isFalse();
    assertThat(settings.now()).isEmpty();
    assertThat(settings.catalogue()).isEqualTo("chaoyang");
  }

  @Test
  void aPortThatIsNoneIsRefused() {
    for (String wrong : new String[] {"80a", "70000", "-1", ""}) {
      assertThatThrownBy(() -> settings("duban.port.mail", wrong))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("-Dduban.port.mail=8025");
    }
  }

  @Test
  void aMisspeltOptionIsRefusedWithTheOnesThatThereAre() {
    assertThatThrownBy(() -> settings("duban.frsh", "true"))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "-Dduban.frsh is no option of Duban; the options are -Dduban.fresh, -Dduban.now,"
                + " -Dduban.data, -Dduban.catalogue and -Dduban.port.<name>, where <name> is"
                + " origin, catalog, status, notification, oidc, catalog-management,"
                + " status-management, notification-management, postgres, kafka, smtp, mail.");
    for (String wrong : new String[] {"duban.port.origine", "duban.port", "duban.Now"}) {
      assertThatThrownBy(() -> settings(wrong, "8080")).hasMessageStartingWith("-D" + wrong + " ");
    }
  }

  @Test
  void namesOfOthersAndOfTheBuildAreLeftAlone() {
    assertThat(settings("duban.seed", "7", "dubanx", "", "maven.duban.x", "").isFresh()).isFalse();
  }

  @Test
  void aCatalogueFileIsFoundFromTheCheckout() throws Exception {
    Path file = Files.writeString(root.resolve("ours.json"), "{}");
    assertThat(settings("duban.catalogue", "ours.json").catalogue()).isEqualTo(file.toString());
    assertThat(settings("duban.catalogue", "none").catalogue()).isEqualTo("none");
  }

  private Settings settings(String... pairs) {
    Properties properties = new Properties();
    properties.setProperty("duban.root", root.toString());
    for (int i = 0; i < pairs.length; i += 2) {
      properties.setProperty(pairs[i], pairs[i + 1]);
    }
    return Settings.of(properties);
  }
}
