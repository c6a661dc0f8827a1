package duban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a service waits for while it is measured: the processors' time of each process, and what
 * PostgreSQL's backends wait for, sampled.
 */
final class Watch {

  private static final int EVERY_MILLIS = 20;

  private final World world;
  private final String what;
  private final Map<String, Long> processes = new LinkedHashMap<>();
  private final Map<String, Double> before = new HashMap<>();
  private final Map<String, Integer> waits = new HashMap<>();
  private final long began = System.nanoTime();
  private final Thread sampler = new Thread(this::sample, "watch");
  private volatile boolean done;

  private Watch(World world, String what, Service service) {
    this.world = world;
    this.what = what;
    processes.put("service", service.pid());
    processes.put("PostgreSQL", world.postmaster());
    processes.put("Kafka", world.broker());
    processes.put("load", ProcessHandle.current().pid());
    processes.forEach((name, pid) -> before.put(name, cpu(pid)));
    sampler.start();
  }

  /** Says afterwards what it saw meanwhile; only watches if profiles are asked for. */
  static <T> T during(World world, String what, Service service, Callable<T> work)
      throws Exception {
    if (!world.bench().profile()) {
      return work.call();
    }
    var watch = new Watch(world, what, service);
    try {
      return work.call();
    } finally {
      watch.end();
    }
  }

  private void sample() {
    var sql =
        "SELECT coalesce(wait_event_type || ':' || wait_event, 'CPU') || ' ' || left(regexp_replace("
            + "query, '\\s+', ' ', 'g'), 60) FROM pg_stat_activity"
            + " WHERE state <> 'idle' AND pid <> pg_backend_pid() AND backend_type = 'client backend'";
    try (var database = world.superuser("status");
        var statement = database.prepareStatement(sql)) {
      while (!done) {
        try (var row = statement.executeQuery()) {
          while (row.next()) {
            waits.merge(row.getString(1), 1, Integer::sum);
          }
        }
        Patience.pause(EVERY_MILLIS);
      }
    } catch (SQLException e) {
      waits.put(e.toString(), 1);
    }
  }

  /** In seconds, of the process and its children; those of this one are counted by themselves. */
  private static double cpu(long pid) {
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    boolean alone = pid == ProcessHandle.current().pid();
    return process.stream()
        .flatMap(it -> alone ? Stream.of(it) : Stream.concat(Stream.of(it), it.descendants()))
        .mapToDouble(it -> seconds(it.pid()))
        .sum();
  }

  private static double seconds(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
    } catch (IOException e) {
      return 0;
    }
  }

  private void end() throws InterruptedException {
    done = true;
    sampler.join(Duration.ofSeconds(5).toMillis());
    double time = (System.nanoTime() - began) / 1e9;
    var cores =
        processes.entrySet().stream()
            .map(
                it ->
                    "%s %.2f"
                        .formatted(
                            it.getKey(),
                            (cpu(it.getValue()) - before.getOrDefault(it.getKey(), 0.0)) / time))
            .collect(Collectors.joining(", "));
    world.bench().say("[%s] cores: %s".formatted(what, cores));
    waits.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(12)
        .forEach(
            it -> world.bench().say("[%s] %5d × %s".formatted(what, it.getValue(), it.getKey())));
  }
}
