package duban.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From the start of the process to the first answer from the database, and resident memory. */
final class StartFigure implements Figure {

  private static final int ROUNDS = 3;
  private static final double GOAL = 1.1;
  private static final List<String> SERVICES = List.of("catalog", "status", "notification");
  private static final int REQUESTS = 50;

  @Override
  public String name() {
    return "start";
  }

  @Override
  public void measure(Bench bench, Table table) throws Exception {
    try (var world = World.start(bench, name())) {
      // Migrated, and with the topics that only a whole system has.
      for (var service : List.of("empty", "catalog", "status", "notification")) {
        world.service(service, Map.of()).close();
      }
      rows(world, table, "JDK 17", Map.of("empty", Jvm.usual()), Jvm.usual(), true);
      Optional<Jvm> newest = Jvm.newest();
      if (newest.isEmpty()) {
        bench.say("No Java 25 found (JAVA25_HOME): the AOT cache is not measured.");
        return;
      }
      var trained = new HashMap<String, Jvm>();
      for (var service : List.of("empty", "catalog", "status", "notification")) {
        trained.put(service, trained(world, service, newest.get()));
      }
      rows(world, table, "JDK 25 with AOT cache", trained, newest.get(), false);
    }
  }

  /** Runs it once so that Java writes down what it loaded. */
  private static Jvm trained(World world, String service, Jvm jvm) throws Exception {
    Path cache = world.folder().resolve(service + ".aot");
    Service training = world.service(service, jvm.with("-XX:AOTCacheOutput=" + cache), Map.of());
    use(training, service);
    training.close();
    if (!Files.exists(cache)) {
      throw new IllegalStateException("No AOT cache was written; see the log of " + service);
    }
    return jvm.with("-XX:AOTCache=" + cache);
  }

  private static void rows(
      World world, Table table, String java, Map<String, Jvm> jvms, Jvm usual, boolean goal)
      throws Exception {
    var names = new ArrayList<>(List.of("empty"));
    names.addAll(SERVICES);
    var memory = new ArrayList<List<Double>>();
    List<Rounds.Measurement> starts = new ArrayList<>();
    for (var service : names) {
      var resident = new ArrayList<Double>();
      memory.add(resident);
      starts.add(
          () -> {
            Jvm jvm = jvms.getOrDefault(service, usual);
            try (Service started = world.service(service, jvm, Map.of())) {
              use(started, service);
              resident.add(started.megabytes());
              return started.startSeconds();
            }
          });
    }
    List<Samples> seconds = Rounds.interleaved(0, ROUNDS, starts);
    Samples empty = seconds.get(0);
    Samples emptyMemory = samples(memory.get(0));
    for (int i = 1; i < names.size(); i++) {
      Samples ours = seconds.get(i);
      table.add(
          names.get(i) + ": start to first answer, " + java,
          "s",
          ours,
          empty,
          goal ? Table.Goal.ratioAtMost(GOAL, ours, empty) : Table.Goal.NONE);
      Samples resident = samples(memory.get(i));
      table.add(
          names.get(i) + ": resident memory, " + java,
          "MB",
          resident,
          emptyMemory,
          goal ? Table.Goal.ratioAtMost(GOAL, resident, emptyMemory) : Table.Goal.NONE);
    }
  }

  /** A few requests, so that what is loaded late is loaded. */
  private static void use(Service service, String name) throws Exception {
    try (var http = service.http("leader")) {
      for (int i = 0; i < REQUESTS; i++) {
        http.get(Service.first(name));
      }
    }
    Patience.pause(1_000);
  }

  private static Samples samples(List<Double> values) {
    return Samples.of(values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
