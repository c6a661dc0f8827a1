package duban.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shipped refuses to run for real as it is shipped, before it asks anybody anything. */
class RefusedStartIT {

  private record Ended(int code, String said) {}

  private static final Path ROOT = Path.of(System.getProperty("duban.root"));

  @ParameterizedTest
  @ValueSource(strings = {"catalog", "status", "notification"})
  void eachServiceNamesEveryFindingAtOnceWithoutAStackTrace(String service) throws Exception {
    var ended = start(service);
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.said())
        .startsWith(service + " does not start: 4 settings are not fit to run for real.\n")
        .contains(
            "\n  - default-password: quarkus.datasource.password and quarkus.flyway.password are defaults")
        .contains("\n  - demonstration-provider: duban.identity.issuer is the")
        .contains("\n  - plain-text-broker: kafka.security.protocol is PLAINTEXT")
        .contains("\n  - plain-text-database: sslmode in quarkus.datasource.jdbc.url is prefer")
        .doesNotContain("\tat ", "Exception");
    assertThat(ended.said().lines()).hasSize(6);
  }

  @Test
  void whatIsAcceptedIsNamedNoMore() throws Exception {
    var ended =
        start(
            "status",
            "-Dduban.accept.demonstration-provider=a closed room",
            "-Dduban.network=closed",
            "-Dduban.clock.offset=PT1H");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.said())
        .startsWith("status does not start: 2 settings are")
        .contains("  - moved-clock: duban.clock.offset is PT1H")
        .doesNotContain("demonstration-provider", "plain-text-broker", "plain-text-database");
  }

  /** As the chart's init container and the composition's jobs do. */
  @ParameterizedTest
  @ValueSource(strings = {"catalog", "status", "notification"})
  void whoOnlyMigratesDoesNotSignInAsAnOwnerWithADefaultPassword(String service) throws Exception {
    var ended =
        start(
            service,
            "-Dquarkus.init-and-exit=true",
            "-Dquarkus.datasource.password=nobody knows it");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.said())
        .startsWith(service + " does not start: 1 setting is not fit to run for real.\n")
        .contains("\n  - default-password: quarkus.flyway.password is a default")
        .doesNotContain("\tat ", "Exception");
  }

  @Test
  void whoseRoleMigratesNothingIsRefusedBeforeItsTablesAreLookedAt() throws Exception {
    var ended = start("status", "-Dquarkus.flyway.migrate-at-start=false");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.said())
        .startsWith("status does not start: 4 settings are")
        .contains("\n  - default-password: quarkus.datasource.password is a default");
  }

  /** A row of another service, as when one file was meant for all. */
  @Test
  void aTableOfRightsThatCannotBeUsedEndsTheStart(@TempDir Path folder) throws Exception {
    var columns = "operation\tanonymous\n";
    var file = Files.writeString(folder.resolve("rights.tsv"), columns + "GET reminders\t-\n");
    var ended = start("catalog", "-Dduban.rights.file=" + file);
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.said())
        .startsWith("duban.rights.file " + file)
        .contains("There is no operation GET reminders")
        .doesNotContain("\tat ", "Exception");
  }

  private static Ended start(String service, String... settings) throws Exception {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of(settings));
    command.addAll(
        List.of(
            "-Dquarkus.datasource.jdbc.url=jdbc:postgresql://127.0.0.1:1/none",
            "-Dkafka.bootstrap.servers=127.0.0.1:1",
            "-Dquarkus.http.port=0",
            "-Dquarkus.management.port=0",
            "-jar",
            ROOT.resolve(service + "-service/target/quarkus-app/quarkus-run.jar").toString()));
    var process =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    var said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), said);
  }
}
