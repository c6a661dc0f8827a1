package duban.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * What status-service asks of PostgreSQL to record one event ({@code log_statement = all} shows
 * it), by itself: nothing is judged, hashed or made into JSON.
 */
final class RecordSql implements Load.Caller {

  private static final byte[] EVENT = "x".repeat(420).getBytes(StandardCharsets.UTF_8);
  private static final byte[] PROGRESS = "x".repeat(160).getBytes(StandardCharsets.UTF_8);
  private static final String HASH = "0".repeat(64);
  private static final String ANSWER = "x".repeat(600);

  private final Connection database;
  private final Random random;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  RecordSql(Connection database, int number) throws SQLException {
    this.database = database;
    this.random = new Random(number);
    database.setAutoCommit(false);
  }

  @Override
  public void call() throws SQLException {
    // The other half: what is written here is no event that the service could read.
    int number = District.DEADLINES / 2 + random.nextInt(District.DEADLINES / 2);
    UUID id = UUID.randomUUID();
    UUID deadline = Snapshots.deadlineId(number);
    String measure = Snapshots.measureId(number);
    read("SELECT * FROM event WHERE id = ?", id);
    read("SELECT measure_id FROM deadline WHERE id = ?", deadline);
    write(
        "INSERT INTO chain_head (measure_id, seq, hash) VALUES (?, 0, ?) ON CONFLICT DO NOTHING",
        measure,
        HASH);
    long seq =
        read("SELECT seq, hash FROM chain_head WHERE measure_id = ? FOR NO KEY UPDATE", measure)
            + 1;
    read("SELECT * FROM event WHERE id = ?", id);
    read("SELECT 1, p.* FROM progress p WHERE deadline_id = ? FOR NO KEY UPDATE", deadline);
    read("SELECT 1, d.* FROM deadline d WHERE id = ?", deadline);
    read("SELECT 1, clock_timestamp()");
    read(
        "SELECT DISTINCT ON (key) 1, CAST(body AS text) FROM snapshot WHERE topic = ?"
            + " AND heard_at <= clock_timestamp() ORDER BY key, version DESC",
        Snapshots.CALENDARS);
    read(
        "SELECT 1, key FROM (SELECT DISTINCT ON (key) key, body FROM snapshot WHERE topic = ?"
            + " AND heard_at <= clock_timestamp() ORDER BY key, version DESC) newest"
            + " WHERE body ->> 'relation' = 'SUPERIOR'",
        Snapshots.UNITS);
    read("SELECT 1, e.* FROM event e WHERE deadline_id = ? ORDER BY seq", deadline);
    long version = read("SELECT version FROM progress WHERE deadline_id = ?", deadline) + 1;
    write(
        "INSERT INTO outbox (topic, key, type, event_id, body) VALUES (?, ?, ?, ?, ?)",
        Snapshots.PROGRESS,
        deadline.toString(),
        "duban.progress.v1",
        deadline + "-" + version,
        PROGRESS);
    write(
        "INSERT INTO event (id, measure_id, seq, deadline_id, type, effective_on, recorded_at, body,"
            + " hash, request, answer) VALUES (?, ?, ?, ?, 'PROGRESS_REPORTED', current_date,"
            + " clock_timestamp(), ?, ?, ?, ?)",
        id,
        measure,
        seq,
        deadline,
        EVENT,
        HASH,
        HASH,
        ANSWER);
    write(
        "UPDATE chain_head SET seq = ?, hash = ?, recorded_at = clock_timestamp()"
            + " WHERE measure_id = ?",
        seq,
        HASH,
        measure);
    write("UPDATE progress SET version = ? WHERE deadline_id = ?", version, deadline);
    write(
        "INSERT INTO outbox (topic, key, type, event_id, body) VALUES (?, ?, ?, ?, ?)",
        "duban.implementation",
        measure,
        "duban.implementation.v1",
        id.toString(),
        EVENT);
    database.commit();
  }

  /** Returns the number in the last row's first column; 0 without a row or a number. */
  private long read(String sql, Object... values) throws SQLException {
    try (ResultSet rows = bound(sql, values).executeQuery()) {
      long last = 0;
      while (rows.next()) {
        last = rows.getObject(1) instanceof Number number ? number.longValue() : 0;
      }
      return last;
    }
  }

  private void write(String sql, Object... values) throws SQLException {
    bound(sql, values).executeUpdate();
  }

  private PreparedStatement bound(String sql, Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = database.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
