package duban.chassis.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartGuardTest {

  private static final List<Check> CHECKS =
      List.of(
          new DemonstrationProvider(),
          new NoIssuer(),
          new DefaultPasswords(),
          new MovedClock(),
          new PlainTextBroker(),
          new PlainTextDatabase(),
          new OpenRights());

  private static final String DATABASE = "jdbc:postgresql://db:5432/duban_status";

  private static final Map<String, String> FOR_REAL =
      Map.of(
          "duban.identity.issuer", "https://id.example.org/realms/duban",
          "quarkus.datasource.jdbc.url", DATABASE + "?sslmode=verify-full",
          "quarkus.datasource.username", "duban_status",
          "quarkus.datasource.password", "nobody knows it",
          "quarkus.flyway.username", "duban_status_owner",
          "quarkus.flyway.password", "duban_status_owner",
          "quarkus.flyway.migrate-at-start", "false",
          "duban.clock.offset", "PT0S",
          "duban.network", "open",
          "kafka.security.protocol", "SASL_SSL");

  private static SmallRyeConfig settings(String... changed) {
    var all = new HashMap<>(FOR_REAL);
    for (var setting : changed) {
      var parts = setting.split("=", 2);
      all.put(parts[0], parts[1]);
    }
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(all, "test", 100))
        .build();
  }

  private static StartGuard guard(boolean demonstration, String... changed) {
    return new StartGuard(CHECKS, settings(changed), demonstration, "status");
  }

  private static void start(String... changed) {
    guard(false, changed).check(LaunchMode.NORMAL);
  }

  @Test
  void whatIsFitToRunForRealStarts() {
    assertThatCode(StartGuardTest::start).doesNotThrowAnyException();
    assertThatCode(() -> start("kafka.security.protocol=SSL")).doesNotThrowAnyException();
    assertThatCode(() -> start("kafka.security.protocol=PLAINTEXT", "duban.network=closed"))
        .doesNotThrowAnyException();
    for (var mode : List.of("sslmode=require", "a=b&sslmode=verify-ca", "ssl=true")) {
      assertThatCode(() -> start("quarkus.datasource.jdbc.url=" + DATABASE + "?" + mode))
          .as(mode)
          .doesNotThrowAnyException();
    }
    assertThatCode(() -> start("quarkus.datasource.jdbc.url=" + DATABASE, "duban.network=closed"))
        .doesNotThrowAnyException();
    assertThatCode(
            () ->
                start(
                    "quarkus.datasource.jdbc.url=" + DATABASE,
                    "quarkus.datasource.jdbc.additional-jdbc-properties.sslmode=require"))
        .doesNotThrowAnyException();
  }

  @Test
  void aTableThatAsksNobodyForATokenIsNamed() throws IOException {
    var file = Files.createTempFile("rights", ".tsv");
    Files.writeString(file, "operation\treporter\tanonymous\nGET authorship\tO\t-\n");
    assertThatCode(() -> start("duban.rights.file=" + file)).doesNotThrowAnyException();
    Files.writeString(file, "operation\treporter\tanonymous\n*\tO\tOSF\n");
    assertThatThrownBy(() -> start("duban.rights.file=" + file))
        .hasMessageContaining(
            "open-rights: duban.rights.file lets everybody do this without a token: *");
    for (var wrong : List.of("", "a page", "operation\tanonymous\nGET reminders\t-\n")) {
      Files.writeString(file, wrong);
      assertThatThrownBy(() -> start("duban.rights.file=" + file))
          .as(wrong)
          .isInstanceOf(ConfigurationException.class)
          .hasMessageStartingWith("duban.rights.file " + file);
    }
    Files.delete(file);
  }

  @ParameterizedTest
  @CsvSource({
    "duban.identity.issuer=, no-issuer: duban.identity.issuer is not set",
    "duban.identity.issuer=http://localhost:8084/demonstration, demonstration-provider: duban.identity.issuer",
    "duban.identity.issuer=http://localhost:8084/realms/duban, demonstration-provider: duban.identity.issuer",
    "duban.identity.issuer=https://id.example.org/Demonstration/, demonstration-provider: duban.identity.issuer",
    "duban.identity.server=http://openid:8084/demonstration, demonstration-provider: duban.identity.server is",
    "duban.identity.server=http://127.0.0.1:8084/realms/duban, demonstration-provider: duban.identity.server is",
    "duban.identity.server=https://keys.example.org/realms/duban, ",
    "quarkus.datasource.password=duban_status, default-password: quarkus.datasource.password is a default",
    "quarkus.datasource.password=demonstration, default-password: quarkus.datasource.password is a default",
    "quarkus.flyway.migrate-at-start=true, default-password: quarkus.flyway.password is a default",
    "duban.smtp.password=changeme, default-password: duban.smtp.password is a default",
    "duban.clock.offset=PT1S, moved-clock: duban.clock.offset is PT1S",
    "kafka.security.protocol=, plain-text-broker: kafka.security.protocol is PLAINTEXT",
    "kafka.security.protocol=SASL_PLAINTEXT, plain-text-broker: kafka.security.protocol is SASL_PLAINTEXT",
    "quarkus.datasource.jdbc.url=jdbc:postgresql://db/a, plain-text-database: sslmode in quarkus.datasource.jdbc.url is prefer",
    "quarkus.datasource.jdbc.url=jdbc:postgresql://db/a?sslmode=disable, plain-text-database: sslmode in quarkus.datasource.jdbc.url is disable",
    "quarkus.datasource.jdbc.url=jdbc:postgresql://db/a?sslmode=verify, plain-text-database: sslmode in quarkus.datasource.jdbc.url is prefer",
    "kafka.security.protocol=SSL duban.network=, ",
  })
  void eachFindingIsNamedAndCanBeAcceptedWithAReason(String changed, String sentence) {
    if (sentence == null) {
      assertThatCode(() -> start(changed.split(" "))).doesNotThrowAnyException();
      return;
    }
    assertThatThrownBy(() -> start(changed))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("1 setting is")
        .hasMessageContaining("  - " + sentence);
    var accept = "duban.accept." + sentence.split(":")[0] + "=";
    assertThatThrownBy(() -> start(changed, accept + "  ")).isInstanceOf(StartRefused.class);
    assertThatCode(() -> start(changed, accept + "the auditors know")).doesNotThrowAnyException();
  }

  @Test
  void allFindingsAreNamedInOneRefusalAndNoPasswordIs() {
    assertThatThrownBy(
            () ->
                start(
                    "duban.identity.issuer=",
                    "quarkus.datasource.password=changeme",
                    "duban.clock.offset=P1D",
                    "kafka.security.protocol="))
        .hasMessageStartingWith("status does not start: 4 settings are not fit to run for real.")
        .hasMessageContainingAll("no-issuer", "default-password", "moved-clock", "plain-text")
        .hasMessageContaining("duban.accept.<name>=<reason>")
        .hasMessageNotContaining("changeme");
  }

  @Test
  void aReasonIsKnownForTheLog() {
    var findings =
        Findings.of(
            CHECKS, settings("duban.identity.issuer=", "duban.accept.no-issuer=a closed room"));
    assertThat(findings.accepted()).containsExactly(Map.entry("no-issuer", "a closed room"));
    assertThat(findings.refusal("status")).isEmpty();
  }

  @Test
  void aDemonstrationAndATestMayRunSo() {
    var open = new String[] {"duban.identity.issuer=", "duban.clock.offset=P1D"};
    assertThatCode(() -> guard(true, open).check(LaunchMode.NORMAL)).doesNotThrowAnyException();
    assertThatCode(() -> guard(false, open).check(LaunchMode.TEST)).doesNotThrowAnyException();
  }

  @Test
  void whoMigratesAndEndsIsAskedForThePasswordsAlone() {
    var migration = new ArrayList<>(List.of("quarkus.init-and-exit=true"));
    migration.add("quarkus.flyway.migrate-at-start=true");
    migration.addAll(List.of("duban.identity.issuer=", "kafka.security.protocol="));
    assertThatThrownBy(() -> start(migration.toArray(String[]::new)))
        .hasMessageContainingAll("1 setting is", "quarkus.flyway.password is a default");
    migration.add("quarkus.flyway.password=nobody knows it");
    assertThatCode(() -> start(migration.toArray(String[]::new))).doesNotThrowAnyException();
  }
}
