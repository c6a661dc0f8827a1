package duban.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * From the commit in status to the commit of its effect in notification, at a steady rate, by
 * PostgreSQL's own commit times; beside a bare producer and a bare consumer at the same rate.
 */
final class EffectFigure implements Figure {

  private static final int RATE = 1_000;
  private static final int SECONDS = 6;
  private static final int WRITERS = 4;
  private static final int ROUNDS = 4;
  private static final double GOAL = 100;

  private int keys;

  @Override
  public String name() {
    return "effect";
  }

  @Override
  public void measure(Bench bench, Table table) throws Exception {
    try (var world = World.start(bench, name())) {
      var topics = world.topics();
      topics.make(Snapshots.PROGRESS, BareKafka.TOPIC);
      var bare = new BareKafka(world, topics);
      var status = world.service("status", Map.of());
      world.service("notification", Map.of("duban.demonstration", "true"));
      try (var database = world.superuser("status");
          var statement = database.createStatement()) {
        statement.execute("CREATE TABLE bench_sent (id text PRIMARY KEY)");
        statement.execute("GRANT INSERT ON bench_sent TO duban_status");
      }
      var both =
          Rounds.interleaved(
              1,
              ROUNDS,
              List.of(() -> committed(world, status), () -> bare.p99Millis(RATE, SECONDS)));
      table.add(
          "commit to the consumer's effect at %,d/s: p99".formatted(RATE),
          "ms",
          both.get(0),
          both.get(1),
          Table.Goal.atMost(GOAL, "ms", both.get(0)));
    }
  }

  private double committed(World world, Service status) throws Exception {
    int from = keys;
    int to = from + RATE * SECONDS;
    keys = to;
    Watch.during(world, "effect", status, () -> write(world, from, to));
    return p99(
        moments(world, "status", "bench_sent", from),
        moments(world, "notification", "progress_copy", from));
  }

  private static int write(World world, int from, int to) throws Exception {
    var done = new AtomicBoolean();
    var threads = new ArrayList<Thread>();
    long began = System.nanoTime();
    for (int writer = 0; writer < WRITERS; writer++) {
      int first = from + writer;
      threads.add(new Thread(() -> write(world, first, from, to, began)));
    }
    var waker = new Thread(() -> wake(world, done));
    waker.start();
    threads.forEach(Thread::start);
    for (var thread : threads) {
      thread.join();
    }
    // Counting costs what is measured; by then the last has arrived.
    Patience.pause(500);
    try (var database = world.superuser("notification")) {
      Patience.await(
          "every effect",
          () ->
              District.count(
                      database,
                      "SELECT count(*) FROM progress_copy WHERE id >= '" + key(from) + "'")
                  >= to - from);
    }
    done.set(true);
    waker.join();
    return to - from;
  }

  /** Keys in the order of their numbers. */
  private static String key(int number) {
    return "k%09d".formatted(number);
  }

  private static void write(World world, int first, int from, int to, long began) {
    try (var database = world.connect("status")) {
      database.setAutoCommit(false);
      try (var note = database.prepareStatement("INSERT INTO bench_sent VALUES (?)")) {
        for (int i = first; i < to; i += WRITERS) {
          BareKafka.awaitTurn(began, i - from, RATE);
          note.setString(1, key(i));
          note.executeUpdate();
          Outbox.add(database, List.of(Snapshots.progress(key(i), 1)));
          database.commit();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As a service wakes its relay: at most every 20 ms. */
  private static void wake(World world, AtomicBoolean done) {
    try (var database = world.connect("status")) {
      while (!done.get()) {
        Patience.pause(20);
        Outbox.wake(database);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** When the row of each key was committed, in milliseconds. */
  private static Map<String, Double> moments(World world, String service, String table, int from)
      throws SQLException {
    var moments = new HashMap<String, Double>();
    try (Connection database = world.superuser(service);
        var statement = database.createStatement();
        var row =
            statement.executeQuery(
                "SELECT id, extract(epoch FROM pg_xact_commit_timestamp(xmin)) * 1000 FROM "
                    + table
                    + " WHERE id >= '"
                    + key(from)
                    + "'")) {
      while (row.next()) {
        moments.put(row.getString(1), row.getDouble(2));
      }
    }
    return moments;
  }

  private static double p99(Map<String, Double> sent, Map<String, Double> arrived) {
    double[] took =
        sent.entrySet().stream()
            .mapToDouble(it -> arrived.getOrDefault(it.getKey(), Double.NaN) - it.getValue())
            .toArray();
    return Samples.of(took).quantile(0.99);
  }
}
