package duban.images;

import static org.assertj.core.api.Assertions.assertThat;

import duban.images.Compose.Container;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ComposeTest {
  /** Their images write below /opt at each start. */
  private static final Set<String> WRITING = Set.of("kafka", "openid");

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)");
  private static final Pattern SECRET = Pattern.compile("\\$\\{(\\w+):-demonstration}");

  @Test
  void everyContainerHasAReadOnlyFileSystemAndNoPrivileges() {
    assertThat(Compose.containers())
        .allSatisfy(
            it -> {
              assertThat(it.settings()).containsEntry("read_only", !WRITING.contains(it.name()));
              assertThat(it.list("cap_drop")).containsExactly("ALL");
              assertThat(it.list("security_opt")).containsExactly("no-new-privileges:true");
              assertThat(it.settings().get("logging").toString()).contains("max-size", "max-file");
            });
  }

  @Test
  void everyContainerThatStaysSaysWhetherItIsHealthy() {
    assertThat(Compose.containers())
        .filteredOn(it -> !Compose.isJob(it))
        .allSatisfy(
            it -> {
              boolean itself = it.settings().containsKey("healthcheck");
              boolean image =
                  it.dockerfile()
                      .map(file -> Checkout.text(file).contains("\nHEALTHCHECK "))
                      .orElse(false);
              assertThat(itself || image).as(it.name()).isTrue();
            });
  }

  @Test
  void aJobEndsForGoodAndHasNoHealth() {
    assertThat(Compose.containers())
        .filteredOn(Compose::isJob)
        .hasSize(4)
        .allSatisfy(it -> assertThat(it.settings()).containsEntry("restart", "no"));
    assertThat(Compose.containers())
        .filteredOn(it -> it.name().endsWith("-migration"))
        .hasSize(3)
        .allSatisfy(
            it -> {
              assertThat(it.environment()).containsEntry("QUARKUS_INIT_AND_EXIT", "true");
              assertThat(it.settings().get("healthcheck")).hasToString("{disable=true}");
            });
  }

  @Test
  void everyServiceStartsWhenItsDatabaseIsMigratedAndKafkaIsThere() {
    assertThat(Compose.SERVICES)
        .allSatisfy(
            name -> {
              assertThat(Compose.container(name).waitsFor())
                  .containsEntry(name + "-migration", "service_completed_successfully")
                  .containsEntry("kafka", "service_healthy");
              assertThat(Compose.container(name + "-migration").waitsFor())
                  .containsEntry("databases", "service_completed_successfully");
            });
    assertThat(Compose.container("databases").waitsFor())
        .containsEntry("postgres", "service_healthy");
  }

  @Test
  void everyImageNamesItsVersion() {
    String version = between(Checkout.text("pom.xml"), "<version>", "</version>");
    assertThat(Compose.containers())
        .allSatisfy(
            it -> {
              assertThat(it.image()).matches("[\\w./-]+:\\d[\\w.-]*");
              if (it.image().startsWith("duban-")) {
                assertThat(it.image()).endsWith(":" + version);
              }
            });
  }

  @Test
  void noSecretStandsInItButTheDemonstrations() {
    assertThat(Compose.containers())
        .flatExtracting(it -> it.environment().entrySet())
        .filteredOn(it -> it.getKey().contains("PASSWORD") && it.getValue() != null)
        .hasSizeGreaterThan(10)
        .allSatisfy(it -> assertThat(it.getValue().toString()).matches(SECRET));
  }

  @Test
  void noServiceKnowsThePasswordOfAnOwnerOrOfAnotherService() {
    for (String name : Compose.SERVICES) {
      String own = name.toUpperCase(java.util.Locale.ROOT) + "_PASSWORD";
      assertThat(Compose.container(name).environment().values())
          .filteredOn(value -> value != null && SECRET.matcher(value.toString()).matches())
          .containsExactly("${" + own + ":-demonstration}");
    }
  }

  @Test
  void everythingThatCanBeSetStandsInTheExample() {
    String example = Checkout.text(".env.example");
    Matcher variable = VARIABLE.matcher(Checkout.text("docker-compose.yml"));
    while (variable.find()) {
      assertThat(example).contains("# " + variable.group(1) + "=");
    }
    for (Container container : Compose.containers()) {
      container
          .environment()
          .forEach(
              (name, value) -> {
                if (value == null) {
                  assertThat(example).contains("# " + name + "=");
                }
              });
    }
  }

  @Test
  void everyServiceBelievesTheProviderOfTheProfileAtTheAddressThatItGivesItself() {
    assertThat(Compose.SERVICES)
        .allSatisfy(
            name ->
                assertThat(Compose.container(name).environment())
                    .containsEntry(
                        "DUBAN_IDENTITY_ISSUER",
                        "${DUBAN_ISSUER:-"
                            + Compose.container("openid").environment().get("KC_HOSTNAME")
                            + "/realms/duban}")
                    .containsEntry(
                        "DUBAN_IDENTITY_SERVER",
                        "${DUBAN_ISSUER_SERVER:-http://openid:8084/realms/duban}"));
  }

  @Test
  void howFarThingsAreIsShownToNobodyWithoutATokenForRealUnlessTheOfficeWantsIt() {
    assertThat(Compose.SERVICES)
        .allSatisfy(
            name ->
                assertThat(Compose.container(name).environment())
                    .containsEntry(
                        "DUBAN_ANONYMOUS_STATES",
                        "${DUBAN_ANONYMOUS_STATES:-${DUBAN_DEMONSTRATION:-true}}"));
  }

  @Test
  void nothingIsPublishedBeyondThisMachine() {
    assertThat(Compose.containers())
        .flatExtracting(it -> it.list("ports"))
        .hasSizeGreaterThan(2)
        .allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:"));
  }

  private static String between(String text, String from, String to) {
    int start = text.indexOf(from) + from.length();
    return text.substring(start, text.indexOf(to, start));
  }
}
