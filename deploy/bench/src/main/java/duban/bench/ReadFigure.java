package duban.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntFunction;

/** Reads over HTTP by 32 connections, beside a bare answer of the same size. */
final class ReadFigure implements Figure {

  private static final int CONNECTIONS = 32;
  private static final int ROUNDS = 5;
  private static final Duration ROUND = Duration.ofSeconds(3);
  private static final int RATE = 500;

  /** Sees everything. */
  private static final String READER = "leader";

  @Override
  public String name() {
    return "read";
  }

  @Override
  public void measure(Bench bench, Table table) throws Exception {
    try (var world = World.start(bench, name())) {
      var status = District.status(world);
      var empty = world.service("empty", Map.of());
      IntFunction<String> one =
          n -> "/api/status/progress/" + Snapshots.deadlineId(n % District.DEADLINES);
      IntFunction<String> list =
          n -> "/api/status/progress?limit=50&unit=" + Snapshots.unitId(n % District.UNITS);
      compare(world, table, status, empty, "read by id", one, 10);
      compare(world, table, status, empty, "list of 50", list, 25);
    }
  }

  private static void compare(
      World world,
      Table table,
      Service status,
      Service empty,
      String what,
      IntFunction<String> path,
      double goal)
      throws Exception {
    int size = size(status, path);
    IntFunction<String> bare = n -> "/api/empty/bare?bytes=" + size;
    var ours = new double[3][ROUNDS];
    var baseline = new double[3][ROUNDS];
    Load.warmUp(CONNECTIONS, number -> new Reader(status.http(READER), path, number));
    for (int round = -1; round < ROUNDS; round++) {
      Load.Result a = Watch.during(world, what, status, () -> load(status, path));
      Load.Result b = load(empty, bare);
      Load.Result pacedA = paced(status, path);
      Load.Result pacedB = paced(empty, bare);
      if (round >= 0) {
        ours[0][round] = a.p99Millis();
        ours[1][round] = a.perSecond();
        baseline[0][round] = b.p99Millis();
        baseline[1][round] = b.perSecond();
        ours[2][round] = pacedA.p99Millis();
        baseline[2][round] = pacedB.p99Millis();
      }
    }
    String name = "%s, %d connections, %d bytes".formatted(what, CONNECTIONS, size);
    Samples p99 = Samples.of(ours[0]);
    table.add(
        name + ": p99", "ms", p99, Samples.of(baseline[0]), Table.Goal.atMost(goal, "ms", p99));
    table.add(name, "requests/s", Samples.of(ours[1]), Samples.of(baseline[1]), Table.Goal.NONE);
    table.add(
        "%s, %d/s over %d connections: p99".formatted(what, RATE, CONNECTIONS),
        "ms",
        Samples.of(ours[2]),
        Samples.of(baseline[2]),
        Table.Goal.NONE);
  }

  private static int size(Service service, IntFunction<String> path) throws IOException {
    try (var http = service.http(READER)) {
      var answer = http.get(path.apply(1));
      if (answer.status() != 200) {
        throw new IllegalStateException(answer.status() + " " + answer.text());
      }
      return answer.body().length;
    }
  }

  private static Load.Result load(Service service, IntFunction<String> path) throws Exception {
    return Load.run(CONNECTIONS, ROUND, number -> new Reader(service.http(READER), path, number));
  }

  private static Load.Result paced(Service service, IntFunction<String> path) throws Exception {
    return Load.paced(
        CONNECTIONS, ROUND, RATE, number -> new Reader(service.http(READER), path, number));
  }
}
