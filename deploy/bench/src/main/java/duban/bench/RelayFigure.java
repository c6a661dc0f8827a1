package duban.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How fast the relay empties the outbox, beside a bare producer with the same settings. */
final class RelayFigure implements Figure {

  private static final int RECORDS = 20_000;
  private static final int ROUNDS = 5;

  /** The newest row goes last, and is found at once while it is there; counting would cost more. */
  private static final String NEWEST =
      "SELECT count(*) FROM (SELECT FROM outbox ORDER BY id DESC LIMIT 1) newest";

  private int keys;

  @Override
  public String name() {
    return "relay";
  }

  @Override
  public void measure(Bench bench, Table table) throws Exception {
    try (var world = World.start(bench, name())) {
      var topics = world.topics();
      topics.make();
      var status = world.service("status", Map.of());
      var both =
          Rounds.interleaved(
              1, ROUNDS, List.of(() -> relayed(world, status), () -> produced(topics)));
      table.add(
          "relay, records of 512 bytes", "records/s", both.get(0), both.get(1), Table.Goal.NONE);
    }
  }

  private List<Topics.Message> messages() {
    var all = new ArrayList<Topics.Message>(RECORDS);
    for (int i = 0; i < RECORDS; i++) {
      all.add(Snapshots.progress(Snapshots.deadlineId(keys++).toString(), 1));
    }
    return all;
  }

  private double relayed(World world, Service status) throws Exception {
    try (var writing = world.connect("status");
        var watching = world.superuser("status")) {
      writing.setAutoCommit(false);
      status.hold();
      Outbox.add(writing, messages());
      writing.commit();
      return Watch.during(
          world,
          "relay",
          status,
          () -> {
            long began = System.nanoTime();
            status.goOn();
            Outbox.wake(watching);
            Patience.await("an empty outbox", () -> District.count(watching, NEWEST) == 0);
            return RECORDS / ((System.nanoTime() - began) / 1e9);
          });
    }
  }

  private double produced(Topics topics) throws Exception {
    var messages = messages();
    long began = System.nanoTime();
    topics.send(messages);
    return RECORDS / ((System.nanoTime() - began) / 1e9);
  }
}
