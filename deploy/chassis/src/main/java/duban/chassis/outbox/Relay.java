package duban.chassis.outbox;

import duban.chassis.loop.Settled;
import duban.chassis.loop.Work;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Sends the outbox to Kafka, in order, and deletes what was acknowledged. After any failure it lets
 * go of connection, lock and producer and reads again from the database: only that knows what is
 * left.
 */
@ApplicationScoped
public class Relay implements Work {

  private static final Duration BETWEEN_HEARTBEATS = Duration.ofMinutes(1);

  private final Topics topics;
  private final Beyond beyond;
  private final Republication republication;
  private final Settled settled;
  private final Map<String, Object> kafka;
  private final String service;
  private final String url;
  private final String user;
  private final String password;
  private final String timeouts;

  private @Nullable RelayConnection connection;
  private @Nullable RelayProducer producer;
  private @Nullable OffsetDateTime beatAt;

  Relay(
      Topics topics,
      Beyond beyond,
      Republication republication,
      Settled settled,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      @ConfigProperty(name = "quarkus.application.name") String service,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String user,
      @ConfigProperty(name = "quarkus.datasource.password") String password,
      @ConfigProperty(name = "quarkus.datasource.jdbc.new-connection-sql") String timeouts) {
    this.topics = topics;
    this.beyond = beyond;
    this.republication = republication;
    this.settled = settled;
    this.kafka = kafka;
    this.service = service;
    this.url = url;
    this.user = user;
    this.password = password;
    this.timeouts = timeouts;
  }

  @Override
  public String name() {
    return "relay";
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(1);
  }

  /** It is what settles the service. */
  @Override
  public boolean waitsForSettling() {
    return false;
  }

  @Override
  public synchronized boolean round() throws Exception {
    try {
      if (connection == null) {
        connection = new RelayConnection(url, user, password, timeouts);
      }
      if (producer == null && !begin(connection)) {
        return false;
      }
      return relay(connection);
    } catch (SQLException e) {
      // Whatever took the connection away may have brought back an older database.
      settled.set(false);
      close();
      throw e;
    } catch (Exception e) {
      close();
      throw e;
    }
  }

  /** Takes the lock and makes what the first record needs; false while another replica relays. */
  private boolean begin(RelayConnection connection) throws SQLException, InterruptedException {
    if (!connection.lock()) {
      settled.set(connection.anotherSettled());
      return false;
    }
    var admin = Admin.create(kafka);
    try {
      topics.makeMissing(admin);
      republication.republish(beyond.read(admin, topics.owned()));
    } finally {
      // Without an end it would wait for a broker that is away, and the service with it.
      admin.close(Duration.ofSeconds(1));
    }
    connection.settle();
    settled.set(true);
    producer = new RelayProducer(kafka, service);
    return true;
  }

  private boolean relay(RelayConnection connection)
      throws SQLException, ExecutionException, InterruptedException {
    var sender = java.util.Objects.requireNonNull(producer);
    var rows = connection.oldest();
    if (!rows.isEmpty()) {
      connection.sent(rows, sender.send(rows));
    }
    var more = RelayConnection.mayBeMore(rows);
    if (!more) {
      beatIfDue(connection, sender);
      if (connection.republicationWanted()) {
        republication.republish(republication.topics());
        return true;
      }
    }
    return more;
  }

  private void beatIfDue(RelayConnection connection, RelayProducer sender)
      throws SQLException, ExecutionException, InterruptedException {
    var now = connection.realNow();
    if (beatAt == null || beatAt.plus(BETWEEN_HEARTBEATS).isBefore(now)) {
      for (var topic : topics.compacted()) {
        connection.sent(List.of(), sender.beat(topic, now));
      }
      beatAt = now;
    }
  }

  @Override
  public void rest(Duration pause) throws InterruptedException {
    var listening = connection;
    if (listening == null) {
      Thread.sleep(pause.toMillis());
      return;
    }
    try {
      listening.listen(pause);
    } catch (SQLException e) {
      settled.set(false);
      close();
      Thread.sleep(pause.toMillis());
    }
  }

  @Override
  public synchronized void close() {
    if (producer != null) {
      producer.close();
      producer = null;
    }
    if (connection != null) {
      connection.close();
      connection = null;
    }
    beatAt = null;
  }
}
