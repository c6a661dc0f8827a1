package duban.e2e;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Good records of one deadline that come at fixed moments, whether or not the one before was seen,
 * and when each service shows them: status over HTTP, notification in its copy. Judged from the
 * moment at which each was to come, so that a stall of a second is felt by each that falls into it.
 */
final class Probes {

  private static final Duration BETWEEN = Duration.ofMillis(200);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(25);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** The version that a service shows. */
  private interface Sight {
    long version() throws Exception;
  }

  private final Whole whole;
  private final ObjectNode good;
  private final Consumer<String> send;

  /**
   * @param good the newest snapshot of a deadline
   * @param send to Kafka, without waiting for it
   */
  Probes(Whole whole, ObjectNode good, Consumer<String> send) {
    this.whole = whole;
    this.good = good;
    this.send = send;
  }

  /** How long after its moment each was shown, by service, of those that came until then. */
  Map<String, List<Duration>> until(BooleanSupplier over) throws Exception {
    var first = good.path("version").asLong() + 1;
    var moments = new ConcurrentHashMap<Long, Long>();
    var times = new TreeMap<String, List<Duration>>();
    var path = "/api/status/progress/" + good.path("id").asText();
    try (var connection =
            DriverManager.getConnection(whole.duban().superuser("duban_notification"));
        var copy =
            connection.prepareStatement(
                "SELECT version FROM deadline_copy WHERE id = '%s'"
                    .formatted(good.path("id").asText()))) {
      var watchers =
          List.of(
              new Watcher("status", first, moments, () -> titled(whole.get(path))),
              new Watcher("notification", first, moments, () -> version(copy)));
      watchers.forEach(Thread::start);
      var begin = System.nanoTime();
      for (long i = 0; !over.getAsBoolean(); i++) {
        var moment = begin + i * BETWEEN.toNanos();
        LockSupport.parkNanos(moment - System.nanoTime());
        moments.put(first + i, moment);
        good.put("version", first + i).put("title", "第" + (first + i) + "版");
        send.accept(good.toString());
      }
      for (var watcher : watchers) {
        watcher.last = good.path("version").asLong();
        watcher.join(PATIENCE.toMillis());
        times.put(watcher.getName(), watcher.times());
      }
    }
    return times;
  }

  private static long titled(Whole.Answer answer) {
    var title = answer.body().path("title").asText();
    return title.startsWith("第") ? Long.parseLong(title.substring(1, title.length() - 1)) : 0;
  }

  private static long version(PreparedStatement copy) throws SQLException {
    try (var row = copy.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  /** Looks until it has seen the last. */
  private static final class Watcher extends Thread {

    private final Map<Long, Long> moments;
    private final Sight sight;
    private final List<Duration> times = new ArrayList<>();
    private long next;
    private volatile long last = Long.MAX_VALUE;
    private volatile Exception failure;

    Watcher(String service, long first, Map<Long, Long> moments, Sight sight) {
      super(service);
      setDaemon(true);
      this.next = first;
      this.moments = moments;
      this.sight = sight;
    }

    @Override
    public void run() {
      try {
        while (next <= last) {
          var shown = sight.version();
          var now = System.nanoTime();
          synchronized (times) {
            for (; next <= shown && moments.containsKey(next); next++) {
              times.add(Duration.ofNanos(now - moments.get(next)));
            }
          }
          Thread.sleep(LOOK_AGAIN.toMillis());
        }
      } catch (Exception e) {
        failure = e;
      }
    }

    List<Duration> times() {
      if (isAlive() || failure != null) {
        throw new IllegalStateException(getName() + " did not show version " + next, failure);
      }
      synchronized (times) {
        return List.copyOf(times);
      }
    }
  }
}
