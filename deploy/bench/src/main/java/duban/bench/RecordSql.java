package duban.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
  private static final String HASH = "0".repeat(64);
  private static final String ANSWER = "x".repeat(600);

  private static final LocalDate DUE = LocalDate.of(2099, 12, 31);

  private static final String HEAD =
      "SELECT seq, hash, recorded_at, measure_id FROM chain_head WHERE measure_id ="
          + " (SELECT measure_id FROM deadline WHERE id = ?) FOR NO KEY UPDATE";
  private static final String PROGRESS_ROW =
      """
      SELECT version, deadline_id, required, deadline_version, again,
             state, counted, effective_due_on, due_from, fulfilled_on
      FROM progress WHERE deadline_id = ANY (?) ORDER BY deadline_id FOR NO KEY UPDATE
      """;
  private static final String GROUNDS =
      """
      SELECT moment.at,
             (SELECT count(*) || ' ' || max(heard_at) FROM snapshot
              WHERE topic = 'duban.calendars' AND heard_at <= moment.at),
             coalesce((SELECT u.body ->> 'relation' = 'SUPERIOR' FROM snapshot u
                       WHERE u.topic = 'duban.units' AND u.key = d.unit_id AND u.heard_at <= moment.at
                       ORDER BY u.version DESC LIMIT 1), false),
             EXISTS(SELECT FROM event WHERE id = ?),
             (SELECT string_agg(convert_from(e.body, 'UTF8'), ',' ORDER BY e.seq) FROM event e
              WHERE e.deadline_id = d.id),
             d.id, d.version, CAST(CAST(d.xmin AS text) AS bigint)
      FROM (SELECT clock_timestamp() + CAST(? AS bigint) * interval '1 microsecond' AS at) moment
      LEFT JOIN deadline d ON d.id = ?
      """;
  private static final String STORE =
      """
      INSERT INTO progress (deadline_id, version, state, counted, required, effective_due_on, due_from,
                            fulfilled_on, deadline_version, again)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (deadline_id) DO UPDATE SET version = excluded.version, state = excluded.state,
        counted = excluded.counted, required = excluded.required,
        effective_due_on = excluded.effective_due_on, due_from = excluded.due_from,
        fulfilled_on = excluded.fulfilled_on, deadline_version = excluded.deadline_version,
        again = excluded.again
      """;
  private static final String APPEND =
      """
      WITH head AS (UPDATE chain_head SET seq = ?, hash = ?, recorded_at = ? WHERE measure_id = ?)
      INSERT INTO event (seq, hash, recorded_at, measure_id, id, deadline_id, type, effective_on, body,
                         request, answer, returned)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String OUTBOX =
      "INSERT INTO outbox (topic, key, type, event_id, body) VALUES (?, ?, ?, ?, ?)";

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
    long seq = read(HEAD, deadline) + 1;
    long version = read(PROGRESS_ROW, database.createArrayOf("uuid", new Object[] {deadline}));
    read(GROUNDS, id, 0L, deadline);
    write(STORE, deadline, version, "IN_PROGRESS", 0, 1, DUE, "RULE", DUE, 1L, false);
    var now = OffsetDateTime.now(ZoneOffset.UTC);
    write(
        APPEND,
        seq,
        HASH,
        now,
        measure,
        seq,
        HASH,
        now,
        measure,
        id,
        deadline,
        "PROGRESS_REPORTED",
        now.toLocalDate(),
        EVENT,
        HASH,
        ANSWER,
        false);
    // Where the deadline stands has not changed: nobody is told of that.
    write(OUTBOX, "duban.implementation", measure, "duban.implementation.v1", id.toString(), EVENT);
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
