package duban.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/** How fast the poll loop applies snapshots, beside COPY into the same tables. */
final class InboxFigure implements Figure {

  private static final int UNITS = 10_000;
  private static final int DEADLINES = 2_000;
  private static final int ROUNDS = 5;
  private static final double GOAL = 0.5;
  private static final String MOMENT = "2026-11-25 00:00:00+00";

  private int sent;
  private int copied;

  @Override
  public String name() {
    return "inbox";
  }

  @Override
  public void measure(Bench bench, Table table) throws Exception {
    try (var world = World.start(bench, name())) {
      var topics = world.topics();
      topics.make(Snapshots.UNITS, Snapshots.MEASURES, Snapshots.CALENDARS, Snapshots.DEADLINES);
      var status = world.service("status", Map.of());
      await(world, Snapshots.UNITS);
      // Not COPY's fault and not ours: both write more when a checkpoint has just begun.
      row(
          table,
          "poll loop, unit snapshots (status)",
          Rounds.interleaved(
              1,
              ROUNDS,
              List.of(
                  () -> read(world, topics, status, nextUnits(), Snapshots.UNITS),
                  () -> copyUnits(world))));
      sent = 0;
      row(
          table,
          "poll loop, deadline snapshots with their progress (status)",
          Rounds.interleaved(
              1,
              ROUNDS,
              List.of(
                  () -> read(world, topics, status, nextDeadlines(), Snapshots.DEADLINES),
                  () -> copyDeadlines(world))));
    }
  }

  private static void row(Table table, String name, List<Samples> both) {
    Samples ours = both.get(0);
    Samples copy = both.get(1);
    table.add(name, "records/s", ours, copy, Table.Goal.ratioAtLeast(GOAL, ours, copy));
  }

  private List<Topics.Message> nextUnits() {
    int from = sent;
    sent += UNITS;
    return Snapshots.units(from, sent, "DEPARTMENT");
  }

  private List<Topics.Message> nextDeadlines() {
    int from = sent;
    sent += DEADLINES;
    // They open later: assigning them is other work than reading.
    return Snapshots.deadlines(from, sent, District.UNITS, "2099", "2099-10-01", "2099-10-30");
  }

  private static double read(
      World world, Topics topics, Service status, List<Topics.Message> messages, String topic)
      throws Exception {
    try (var database = world.superuser("status")) {
      long expected = read(database, topic) + messages.size();
      status.hold();
      topics.send(messages);
      return Watch.during(
          world,
          "inbox " + topic,
          status,
          () -> {
        long began = System.nanoTime();
        status.goOn();
        World.await("the end of " + topic, () -> read(database, topic) >= expected);
        return messages.size() / ((System.nanoTime() - began) / 1e9);
          });
    }
  }

  private static long read(java.sql.Connection database, String topic) {
    return District.count(
        database,
        "SELECT coalesce(sum(next_offset), 0) FROM consumed WHERE topic = '" + topic + "'");
  }

  private static void await(World world, String topic) throws Exception {
    try (var database = world.superuser("status")) {
      World.await("the heartbeats of " + topic, () -> read(database, topic) >= 12);
    }
  }

  private double copyUnits(World world) throws Exception {
    var rows = new StringBuilder();
    for (int i = 0; i < UNITS; i++) {
      String id = Snapshots.unitId(copied++);
      line(rows, "bench.units", id, "1", MOMENT, Snapshots.unit(id, "DEPARTMENT"));
    }
    try (var database = world.superuser("status")) {
      long began = System.nanoTime();
      copy(database, "snapshot (topic, key, version, heard_at, body)", rows);
      return UNITS / ((System.nanoTime() - began) / 1e9);
    }
  }

  /** Everything that reading a deadline leaves: copies, where it stands, and word of that. */
  private double copyDeadlines(World world) throws Exception {
    var snapshots = new StringBuilder();
    var deadlines = new StringBuilder();
    var progress = new StringBuilder();
    var outbox = new StringBuilder();
    for (int i = 0; i < DEADLINES; i++) {
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
          body);
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
              + " period, opens_on, body)",
          deadlines);
      copy(
          database,
          "progress (deadline_id, version, state, counted, required, effective_due_on, due_from)",
          progress);
      copy(database, "outbox (topic, key, type, event_id, body)", outbox);
      database.commit();
      return DEADLINES / ((System.nanoTime() - began) / 1e9);
    }
  }

  private static void line(StringBuilder rows, String... values) {
    rows.append(String.join("\t", values)).append('\n');
  }

  private static void copy(java.sql.Connection database, String into, StringBuilder rows)
      throws Exception {
    var text = new java.io.StringReader(rows.toString());
    database
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn("COPY " + into + " FROM STDIN", text, 1 << 16);
  }
}
