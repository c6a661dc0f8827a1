package duban.bench;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Recording an event over HTTP, beside the same SQL on as many connections through JDBC alone. */
final class RecordFigure implements Figure {

  /** As many as a service has workers. */
  private static final int CONNECTIONS = 8;

  private static final int ROUNDS = 5;
  private static final Duration ROUND = Duration.ofSeconds(3);
  private static final double GOAL = 0.7;

  @Override
  public String name() {
    return "record";
  }

  @Override
  public void measure(Bench bench, Table table) throws Exception {
    try (var world = World.start(bench, name())) {
      var status = District.status(world);
      String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
      Load.warmUp(CONNECTIONS, number -> new Recorder(status.http("supervisor"), number, today));
      Load.warmUp(CONNECTIONS, number -> new RecordSql(world.connect("status"), number));
      var both =
          Rounds.interleaved(
              1,
              ROUNDS,
              List.of(
                  () -> recorded(world, status, today),
                  () ->
                      Load.run(
                              CONNECTIONS,
                              ROUND,
                              number -> new RecordSql(world.connect("status"), number))
                          .perSecond()));
      Samples ours = both.get(0);
      Samples sql = both.get(1);
      table.add(
          "recording an event, %d connections".formatted(CONNECTIONS),
          "events/s",
          ours,
          sql,
          Table.Goal.ratioAtLeast(GOAL, ours, sql));
    }
  }

  private static double recorded(World world, Service status, String today) throws Exception {
    return Watch.during(
            world,
            "record",
            status,
            () ->
                Load.run(
                    CONNECTIONS,
                    ROUND,
                    number -> new Recorder(status.http("supervisor"), number, today)))
        .perSecond();
  }
}
