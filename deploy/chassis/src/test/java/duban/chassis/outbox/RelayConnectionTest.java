package duban.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duban.chassis.backbone.Backbone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backbone.class)
class RelayConnectionTest {

  @Inject Relay running;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  private RelayConnection connect() throws Exception {
    return connect("20s");
  }

  private RelayConnection connect(String timeout) throws Exception {
    return new RelayConnection(
        url,
        "duban_chassis",
        "password",
        "SET statement_timeout = '%1$s'; SET idle_in_transaction_session_timeout = '%1$s'"
            .formatted(timeout));
  }

  /**
   * It is held by the session, which is in no transaction; else another replica would relay too.
   */
  @Test
  void theLockOutlivesTheTimeoutsOfTheSession() throws Exception {
    try (var relay = connect("200ms");
        var other = connect()) {
      running.close();
      await().until(relay::lock);
      relay.listen(Duration.ofMillis(800));
      assertThat(other.lock()).isFalse();
      assertThat(relay.realNow()).isNotNull();
      assertThat(other.lock()).isFalse();
    }
  }

  /** Who asks holds for a moment what tells it. */
  @Test
  void whoHasSettledIsSeenAlthoughSomebodyJustAskedForIt() throws Exception {
    try (var relay = connect();
        var other = connect();
        var asking = DriverManager.getConnection(url, "duban_chassis", "password");
        var statement = asking.createStatement()) {
      running.close();
      await().until(relay::lock);
      assertThat(other.anotherSettled()).isFalse();
      statement.execute("SELECT pg_advisory_lock_shared(" + RelayConnection.SETTLED + ")");
      var settling = CompletableFuture.runAsync(() -> settle(relay));
      await().until(() -> number(asking, "SELECT count(*) FROM pg_locks WHERE NOT granted") == 1);
      statement.execute("SELECT pg_advisory_unlock_shared(" + RelayConnection.SETTLED + ")");
      settling.join();
      assertThat(other.anotherSettled()).isTrue();
    }
  }

  private static void settle(RelayConnection relay) {
    try {
      relay.settle();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void bigBodiesComeInSeveralPortionsAndInTheirOrder() throws Exception {
    try (var relay = connect();
        var connection = DriverManager.getConnection(url, "duban_chassis", "password");
        var statement = connection.createStatement()) {
      running.close();
      await().until(relay::lock);
      statement.execute("DELETE FROM outbox");
      statement.execute(
          "INSERT INTO outbox (topic, key, type, event_id, body) SELECT 'big', 'k', 't', n::text,"
              + " convert_to(repeat('x', 250000), 'UTF8') FROM generate_series(1, 50) AS n");
      var first = relay.oldest();
      assertThat(first).hasSizeBetween(30, 40);
      assertThat(RelayConnection.mayBeMore(first)).isTrue();
      relay.sent(first, Map.of());
      var rest = relay.oldest();
      assertThat(RelayConnection.mayBeMore(rest)).isFalse();
      assertThat(Stream.concat(first.stream(), rest.stream()).map(it -> it.row().id()))
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, 50).mapToObj(Integer::toString).toList());
      statement.execute("DELETE FROM outbox");
    }
  }

  @Test
  void aMachineThatIsGoneLosesTheLockWithinHalfAMinute() throws Exception {
    var properties = RelayConnection.properties("duban_chassis", "password");
    try (var connection = DriverManager.getConnection(url, properties)) {
      var probes =
          setting(connection, "tcp_keepalives_interval")
              * setting(connection, "tcp_keepalives_count");
      assertThat(setting(connection, "tcp_keepalives_idle") + probes).isBetween(1, 30);
      assertThat(setting(connection, "tcp_user_timeout")).isBetween(1, 30_000);
    }
  }

  /** As the kernel answers PostgreSQL for that connection. */
  private static int setting(Connection connection, String setting) throws SQLException {
    return number(connection, "SELECT setting FROM pg_settings WHERE name = '" + setting + "'");
  }

  private static int number(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    }
  }
}
