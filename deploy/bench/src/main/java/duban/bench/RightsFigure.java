package duban.bench;

import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * What it costs to check a token and to decide by the table, beside the same calls to a service
 * that lets everybody do everything, whoever he is. Each has a PostgreSQL and a Kafka of its own,
 * so that what one has written is not read by the other.
 */
final class RightsFigure implements Figure {

  private static final int WRITERS = 8;
  private static final int READERS = 32;
  private static final int ROUNDS = 7;
  private static final Duration ROUND = Duration.ofSeconds(3);
  private static final double GOAL = 0.9;
  private static final String EVERYBODY = "operation\tanonymous\n*\tOSF\n";

  /** Somebody with a connection to one of the two. */
  private interface Somebody {
    Load.Caller with(Http http, int number);
  }

  @Override
  public String name() {
    return "rights";
  }

  @Override
  public void measure(Bench bench, Table table) throws Exception {
    try (var world = World.start(bench, name());
        var other = World.start(bench, name() + "-of-everybody")) {
      var decides = District.status(world, Map.of());
      var file = Files.writeString(other.folder().resolve("rights.tsv"), EVERYBODY);
      var asksNobody =
          District.status(
              other,
              Map.of(
                  "duban.rights.file",
                  file.toString(),
                  "duban.accept.open-rights",
                  "what deciding costs is measured beside it"));
      String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
      IntFunction<String> one =
          n -> "/api/status/progress/" + Snapshots.deadlineId(n % District.DEADLINES);
      IntFunction<String> list =
          n -> "/api/status/progress?limit=50&unit=" + Snapshots.unitId(n % District.UNITS);
      var both = List.of(decides, asksNobody);
      row(
          table,
          both,
          "recording an event",
          "supervisor",
          WRITERS,
          (h, n) -> new Recorder(h, n, today));
      // Who sees all needs no condition in SQL; who sees what his office supervises needs one.
      for (var account : List.of("leader", "supervisor")) {
        row(table, both, "read by id", account, READERS, (h, n) -> new Reader(h, one, n));
        row(table, both, "list of 50", account, READERS, (h, n) -> new Reader(h, list, n));
      }
    }
  }

  private static void row(
      Table table,
      List<Service> both,
      String what,
      String account,
      int connections,
      Somebody somebody)
      throws Exception {
    Load.Callers signedIn = n -> somebody.with(both.get(0).http(account), n);
    Load.Callers nobody = n -> somebody.with(new Http(both.get(1).port()), n);
    Load.warmUp(connections, signedIn);
    Load.warmUp(connections, nobody);
    var rounds =
        Rounds.interleaved(
            1,
            ROUNDS,
            List.of(
                () -> Load.run(connections, ROUND, signedIn).perSecond(),
                () -> Load.run(connections, ROUND, nobody).perSecond()));
    table.add(
        "rights: %s as %s, %d connections".formatted(what, account, connections),
        "calls/s",
        rounds.get(0),
        rounds.get(1),
        Table.Goal.ratioAtLeast(GOAL, rounds.get(0), rounds.get(1)));
  }
}
