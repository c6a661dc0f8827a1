package duban.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import duban.local.preflight.Port;
import duban.local.preflight.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with its real PostgreSQL and Kafka, and stand-ins for the services. */
@Timeout(180)
class DubanTest {
  private static final List<String> PARTS =
      List.of("postgres", "kafka", "catalog", "status", "notification");
  private static final LocalDateTime MONDAY = LocalDateTime.parse("2027-10-25T09:29");

  @TempDir Path root;
  private final List<String> said = new CopyOnWriteArrayList<>();

  @Test
  void startsGoesOnAfterAnyPartIsKilledAndKeepsItsTimeAndItsDataOverAStop() throws Exception {
    List<Long> pids;
    try (Duban duban = Duban.start(settings().now(MONDAY))) {
      assertThat(duban.beijingTime()).isBetween(MONDAY, MONDAY.plusMinutes(2));
      assertThat(get(duban.origin().resolve("api/catalog/any")))
          .contains("duban.clock.offset=PT")
          .contains("duban.demonstration=true")
          .contains("QUARKUS_DATASOURCE_PASSWORD=");
      assertThat(get(duban.origin().resolve("api/notification/any")))
          .contains("duban.smtp.port=" + duban.port(Port.SMTP));
      assertThat(get(duban.origin().resolve("mail/"))).contains("收件箱");
      aReplicaComesAndLeaves(duban);
      itIsUpWhenEachHasReadWhatTheOthersSay(duban);
      record(duban, "duban_catalog", "2027-10-25 09:28:00+08");
      record(duban, "duban_status", "2027-10-25 09:28:59+08");
      record(duban, "duban_notification", "2027-10-25 09:29:00+08");
      assertThat(PARTS).allSatisfy(part -> assertThat(command(duban, part)).contains(data()));
      // Whatever is started again below is not started from there.
      Checkout.clean(root);
      for (String part : PARTS) {
        killAndAwait(duban, part);
      }
      pids = PARTS.stream().map(duban::pid).toList();
    }
    assertThat(pids.stream().flatMap(pid -> ProcessHandle.of(pid).stream()))
        .allMatch(process -> process.info().command().isEmpty());

    assertThatThrownBy(() -> Duban.start(settings().now(MONDAY.minusMinutes(9))))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("notification-service has recorded until 2027-10-25T09:29;")
        .hasMessageContaining("-Dduban.now=2027-10-25T09:29:01");
    assertThat(running()).isEmpty();

    // Without a time it goes on from the first: the refused one has changed nothing.
    try (Duban duban = Duban.start(settings())) {
      assertThat(duban.beijingTime()).isBetween(MONDAY, MONDAY.plusMinutes(4));
    }
    assertThat(running()).isEmpty();
  }

  @Test
  void aServiceThatDoesNotComeUpIsNamedAndNothingIsLeftRunning() throws Exception {
    Settings failing = settings().serviceProperty("stand-in.fails", "the moon is full");
    assertThatThrownBy(() -> Duban.start(failing))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("-service ended while it was starting")
        .hasMessageContaining("cannot start: the moon is full");
    assertThat(running()).isEmpty();
  }

  @Test
  void theServicesFindTheBackboneWhereAProxyStandsBeforeIt() throws Exception {
    Settings settings = settings();
    settings.seenAt(Port.POSTGRES, 1).seenAt(Port.KAFKA, 2).seenAt(Port.SMTP, 3);
    var told = Service.NOTIFICATION.properties(settings, settings.ports(), Duration.ZERO);
    assertThat(told)
        .containsEntry(
            "quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:1/duban_notification")
        .containsEntry("kafka.bootstrap.servers", "127.0.0.1:2")
        .containsEntry("duban.smtp.port", "3");
  }

  @Test
  void whoHasNotSignedInSeesHowFarThingsAreAsTheTutorialNeeds() throws Exception {
    Settings settings = settings();
    var status = Service.STATUS.properties(settings, settings.ports(), Duration.ZERO);
    assertThat(status).containsEntry("duban.anonymous.states", "true");
  }

  private Settings settings() throws IOException {
    return Settings.in(Checkout.in(root)).freePorts().neededBytes(1).say(said::add);
  }

  private void killAndAwait(Duban duban, String part) {
    long pid = duban.pid(part);
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(
            () -> {
              assertThat(duban.pid(part)).isNotEqualTo(pid);
              assertThat(duban.ready(part)).isTrue();
            });
  }

  private static void aReplicaComesAndLeaves(Duban duban) throws Exception {
    assertThat(duban.replica("status", 2)).isEqualTo("status-2");
    assertThat(duban.pid("status-2")).isNotEqualTo(duban.pid("status"));
    assertThat(get(duban.address("status-2"))).contains("duban.instance=2");
    assertThat(get(duban.address("status"))).contains("duban.instance=1");
    long pid = duban.pid("status-2");
    duban.leave("status-2");
    assertThat(ProcessHandle.of(pid).stream())
        .allMatch(process -> process.info().command().isEmpty());
    assertThatThrownBy(() -> duban.ready("status-2")).hasMessageContaining("status-2");
  }

  private void itIsUpWhenEachHasReadWhatTheOthersSay(Duban duban) throws SQLException {
    var reading = new FirstReading(service -> duban.superuser(service.database()), said::add);
    for (Service service : Service.values()) {
      run(duban, service, "create table outbox (id int)");
      run(duban, service, "create table relayed (topic text, partition int, next_offset bigint)");
      run(duban, service, "create table consumed (topic text, partition int, next_offset bigint)");
    }
    run(duban, Service.CATALOG, "insert into relayed values ('units', 0, 5), ('measures', 1, 7)");
    run(duban, Service.STATUS, "insert into consumed values ('units', 0, 5), ('measures', 1, 7)");
    run(duban, Service.NOTIFICATION, "insert into consumed values ('units', 0, 5)");
    assertThat(waits(reading)).as("all is read").isFalse();

    run(duban, Service.CATALOG, "insert into outbox values (1)");
    assertThat(waits(reading)).as("something is not sent yet").isTrue();
    run(duban, Service.CATALOG, "delete from outbox");
    run(duban, Service.NOTIFICATION, "update consumed set next_offset = 4");
    assertThat(waits(reading)).as("something is not read yet").isTrue();
    for (Service service : Service.values()) {
      run(duban, service, "drop table outbox, relayed, consumed");
    }
  }

  private boolean waits(FirstReading reading) {
    int before = said.size();
    reading.await(Duration.ofMillis(10));
    return said.stream()
        .skip(before)
        .anyMatch("not all that catalog-service says has been read yet"::equals);
  }

  private static void run(Duban duban, Service service, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(duban.superuser(service.database()));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void record(Duban duban, String database, String moment) throws SQLException {
    try (Connection connection = DriverManager.getConnection(duban.superuser(database));
        Statement statement = connection.createStatement()) {
      statement.execute("create view newest_moment as select timestamptz '" + moment + "' as at");
    }
  }

  private static String command(Duban duban, String part) {
    return ProcessHandle.of(duban.pid(part)).flatMap(it -> it.info().commandLine()).orElse("");
  }

  private String data() throws IOException {
    return root.toRealPath().resolve(".duban").toString();
  }

  /** Processes that have our data on their command line. */
  private Stream<String> running() throws IOException {
    String data = data();
    return ProcessHandle.allProcesses()
        .map(process -> process.info().commandLine().orElse(""))
        .filter(command -> command.contains(data));
  }

  private static String get(URI address) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
