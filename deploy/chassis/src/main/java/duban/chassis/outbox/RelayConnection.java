package duban.chassis.outbox;

import duban.chassis.sql.Columns;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.TopicPartition;
import org.postgresql.PGConnection;

/**
 * The relay's own connection to PostgreSQL, outside the pool: it holds the lock that lets one
 * replica relay at a time, hears the NOTIFY, reads and deletes. If it breaks, the lock is free for
 * another.
 */
final class RelayConnection implements AutoCloseable {

  /** Any number that no other advisory lock of the database uses. */
  private static final long LOCK = 0x6475_6261_6e01L;

  /** Held besides by the replica that relays and has settled. */
  static final long SETTLED = LOCK + 1;

  /**
   * A machine that is gone says nothing: PostgreSQL would hold the lock for it for two hours, as
   * long as Linux waits by default.
   */
  private static final String GONE_AFTER_25_SECONDS =
      "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5"
          + " -c tcp_keepalives_count=3 -c tcp_user_timeout=25000";

  private static final int ROWS = 4_000;
  private static final int BYTES = 8 << 20;

  record Waiting(long number, OutboxRow row, OffsetDateTime at) {}

  private final Connection connection;

  /**
   * @param timeouts a statement that sets those of the session, as in the pool
   */
  RelayConnection(String url, String user, String password, String timeouts) throws SQLException {
    connection = DriverManager.getConnection(url, properties(user, password));
    try (var statement = connection.createStatement()) {
      statement.execute(timeouts);
      statement.execute("LISTEN " + RelayWaker.CHANNEL);
      // What is deleted here lies on Kafka; if a crash forgets that, it is read back from there.
      statement.execute("SET synchronous_commit = off");
      // A plan made while the outbox is empty would walk through all that was ever deleted from it.
      statement.execute("SET enable_seqscan = off");
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** With what it connects. */
  static Properties properties(String user, String password) {
    var properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("ApplicationName", "duban-relay");
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "30");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("options", GONE_AFTER_25_SECONDS);
    return properties;
  }

  /** Whether this replica may relay. Kept until the connection ends. */
  boolean lock() throws SQLException {
    return ask("SELECT pg_try_advisory_lock(" + LOCK + ")");
  }

  /**
   * Tells the other replicas that what was sent before has been read back. One that is just asking
   * holds the lock for the length of a statement: whoever only tried would never hold it.
   */
  void settle() throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(" + SETTLED + ")");
    }
  }

  /** Whether the replica that relays has settled. */
  boolean anotherSettled() throws SQLException {
    return ask(
        "SELECT NOT pg_try_advisory_lock_shared(%1$d) OR NOT pg_advisory_unlock_shared(%1$d)"
            .formatted(SETTLED));
  }

  boolean republicationWanted() throws SQLException {
    return ask("SELECT EXISTS (SELECT FROM republication)");
  }

  private boolean ask(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getBoolean(1);
    }
  }

  /**
   * The rows to be sent next. Many at once: while an edit of minutes runs, PostgreSQL walks each
   * time through all that was deleted meanwhile.
   */
  List<Waiting> oldest() throws SQLException {
    var sql =
        "SELECT id, topic, key, type, event_id, body, created_at FROM (SELECT *,"
            + " sum(octet_length(body)) OVER (ORDER BY id) - octet_length(body) AS before"
            + " FROM outbox ORDER BY id LIMIT "
            + ROWS
            + ") AS oldest WHERE before < "
            + BYTES
            + " ORDER BY id";
    var rows = new ArrayList<Waiting>();
    // Prepared: what is asked often is answered in binary, and bodies are bytes.
    try (var statement = connection.prepareStatement(sql);
        var row = statement.executeQuery()) {
      while (row.next()) {
        rows.add(
            new Waiting(
                row.getLong(1),
                new OutboxRow(
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getBytes(6)),
                row.getObject(7, OffsetDateTime.class)));
      }
    }
    return rows;
  }

  /** Whether others may wait behind these. */
  static boolean mayBeMore(List<Waiting> rows) {
    return rows.size() == ROWS
        || rows.stream().mapToLong(it -> it.row().body().length).sum() >= BYTES;
  }

  /** In one statement: forgets the rows, and notes how far into the topics they reached. */
  void sent(List<Waiting> rows, Map<TopicPartition, Long> next) throws SQLException {
    var sql =
        "WITH gone AS (DELETE FROM outbox WHERE id = ANY (?))"
            + " UPDATE relayed r SET next_offset = s.next"
            + " FROM unnest(?::text[], ?::int[], ?::bigint[]) AS s(topic, partition, next)"
            + " WHERE r.topic = s.topic AND r.partition = s.partition";
    try (var statement = connection.prepareStatement(sql)) {
      Columns.of(statement, rows).add("int8", Waiting::number);
      Columns.from(2, statement, next.entrySet())
          .text(it -> it.getKey().topic())
          .add("int4", it -> it.getKey().partition())
          .add("int8", Map.Entry::getValue);
      statement.executeUpdate();
    }
  }

  OffsetDateTime realNow() throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT clock_timestamp()")) {
      row.next();
      return row.getObject(1, OffsetDateTime.class);
    }
  }

  /** Waits for a NOTIFY. */
  void listen(Duration atMost) throws SQLException {
    connection.unwrap(PGConnection.class).getNotifications((int) atMost.toMillis());
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // It was broken: that is why it is closed.
    }
  }
}
