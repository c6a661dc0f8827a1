package duban.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import org.postgresql.PGConnection;

/** COPY into the tables of status-service: what reading snapshots leaves there, at once. */
final class CopySql {

  private static final String MOMENT = "2026-11-25 00:00:00+00";

  private final World world;
  private int copied;

  CopySql(World world) {
    this.world = world;
  }

  /** Returns how many a second. */
  double units(int count) throws Exception {
    var rows = new StringBuilder();
    var units = new StringBuilder();
    for (int i = 0; i < count; i++) {
      // Unlike the keys that the service reads.
      String id = "COPY-" + copied++;
      line(units, id, "1", id, "{}");
      line(rows, "bench.units", id, "1", MOMENT, Snapshots.unit(id, "DEPARTMENT"));
    }
    try (var database = world.superuser("status")) {
      database.setAutoCommit(false);
      long began = System.nanoTime();
      copy(database, "snapshot (topic, key, version, heard_at, body)", rows);
      copy(database, "unit (id, version, code, members)", units);
      database.commit();
      return count / ((System.nanoTime() - began) / 1e9);
    }
  }

  /** Everything that reading a deadline leaves: copies, where it stands, and word of that. */
  double deadlines(int count) throws Exception {
    var snapshots = new StringBuilder();
    var deadlines = new StringBuilder();
    var progress = new StringBuilder();
    var outbox = new StringBuilder();
    for (int i = 0; i < count; i++) {
      int number = 10_000_000 + copied++;
      String id = Snapshots.deadlineId(number).toString();
      String unit = Snapshots.unitId(number % District.UNITS);
      String measure = Snapshots.measureId(number);
      String body = Snapshots.deadline(id, measure, unit, "2099", "2099-10-01", "2099-10-30");
      line(snapshots, "bench.deadlines", id, "1", MOMENT, body);
      line(
          deadlines,
          id,
          "1",
          "ACTIVE",
          measure,
          "o-039",
          unit,
          unit,
          "WINDOW",
          "2099",
          "2099-10-01",
          body,
          "报送法律法规贯彻实施情况");
      line(progress, id, "1", "NOT_OPEN", "0", "1", "2099-10-30", "RULE");
      byte[] told =
          "{\"deadlineId\":\"%s\",\"version\":1,\"state\":\"NOT_OPEN\",\"counted\":0,\"required\":1,\"effectiveDueOn\":\"2099-10-30\"}"
              .formatted(id)
              .getBytes(StandardCharsets.UTF_8);
      line(
          outbox,
          Snapshots.PROGRESS,
          id,
          "duban.progress.v1",
          id + "-1",
          "\\\\x" + java.util.HexFormat.of().formatHex(told));
    }
    try (var database = world.superuser("status")) {
      database.setAutoCommit(false);
      long began = System.nanoTime();
      copy(database, "snapshot (topic, key, version, heard_at, body)", snapshots);
      copy(
          database,
          "deadline (id, version, status, measure_id, obligation_id, unit_id, unit_code, kind,"
              + " period, opens_on, body, title)",
          deadlines);
      copy(
          database,
          "progress (deadline_id, version, state, counted, required, effective_due_on, due_from)",
          progress);
      copy(database, "outbox (topic, key, type, event_id, body)", outbox);
      database.commit();
      double seconds = (System.nanoTime() - began) / 1e9;
      database.setAutoCommit(true);
      // What others are told is relayed before the next round begins.
      Patience.await(
          "an empty outbox", () -> District.count(database, "SELECT count(*) FROM outbox") == 0);
      return count / seconds;
    }
  }

  private static void line(StringBuilder rows, String... values) {
    rows.append(String.join("\t", values)).append('\n');
  }

  private static void copy(Connection database, String into, StringBuilder rows) throws Exception {
    var text = new java.io.StringReader(rows.toString());
    database
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn("COPY " + into + " FROM STDIN", text, 1 << 16);
  }
}
