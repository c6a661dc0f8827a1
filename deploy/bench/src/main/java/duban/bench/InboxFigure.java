package duban.bench;

import java.util.List;
import java.util.Map;

/** How fast the poll loop applies snapshots, beside COPY into the same tables. */
final class InboxFigure implements Figure {

  private static final int UNITS = 10_000;
  private static final int DEADLINES = 2_000;
  private static final int WARM_UP = 3;
  private static final int ROUNDS = 5;
  private static final double GOAL = 0.5;

  private int sent;

  @Override
  public String name() {
    return "inbox";
  }

  @Override
  public void measure(Bench bench, Table table) throws Exception {
    try (var world = World.start(bench, name())) {
      var topics = world.topics();
      topics.make();
      var status = world.service("status", Map.of());
      await(world, Snapshots.UNITS);
      var copy = new CopySql(world);
      row(
          table,
          "poll loop, unit snapshots (status)",
          Rounds.interleaved(
              WARM_UP,
              ROUNDS,
              List.of(
                  () -> read(world, topics, status, nextUnits(), Snapshots.UNITS),
                  () -> copy.units(UNITS))));
      sent = 0;
      row(
          table,
          "poll loop, deadline snapshots with their progress (status)",
          Rounds.interleaved(
              WARM_UP,
              ROUNDS,
              List.of(
                  () -> read(world, topics, status, nextDeadlines(), Snapshots.DEADLINES),
                  () -> copy.deadlines(DEADLINES))));
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
            Patience.await("the end of " + topic, () -> read(database, topic) >= expected);
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
      Patience.await("the heartbeats of " + topic, () -> read(database, topic) >= 12);
    }
  }
}
