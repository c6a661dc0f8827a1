package duban.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Processes that stand still (SIGSTOP) beyond every lease, and go on. */
final class Sleep {

  /** Longer than the lease of a message and the session of a consumer. */
  private static final Duration SHORTEST = Duration.ofSeconds(12);

  /** Longer than any transaction of one that is awake waits for its next statement. */
  private static final Duration SETTLING = Duration.ofMillis(500);

  /** Transactions that wait for their next statement, and who relays but has not read back yet. */
  private static final String AMID =
      """
      WITH activity AS (SELECT * FROM pg_stat_activity WHERE datname IN ('duban_%s'))
      SELECT coalesce(string_agg(amid, E'\\n'), '') FROM (
        SELECT datname || ' ' || state || ': ' || query FROM activity
        WHERE state LIKE 'idle in transaction%%' AND state_change < clock_timestamp() - interval '300 ms'
        UNION ALL
        SELECT datname || ' relays and has not settled' FROM activity JOIN pg_locks USING (pid)
        WHERE locktype = 'advisory' AND application_name = 'duban-relay' AND granted
        GROUP BY datname, pid HAVING count(*) = 1) AS found(amid)
      """;

  private final Whole whole;
  private final List<String> parts;
  private final long began;

  /**
   * Sends them to sleep, at a moment between two transactions: what one of them has locked in
   * PostgreSQL nobody can take from it.
   */
  Sleep(Whole whole, List<String> parts) throws Exception {
    this.whole = whole;
    this.parts = parts;
    signal("STOP");
    Thread.sleep(SETTLING.toMillis());
    var tries = 0;
    for (var amid = amid(); !amid.isEmpty(); amid = amid()) {
      signal("CONT");
      assertThat(++tries).as("tries, and each time there was %s", amid).isLessThan(20);
      Thread.sleep(SETTLING.toMillis());
      signal("STOP");
      Thread.sleep(SETTLING.toMillis());
    }
    began = System.nanoTime();
  }

  /** What would stay locked. */
  private String amid() throws SQLException {
    return Database.server(whole).text(AMID.formatted(String.join("', 'duban_", parts)));
  }

  /** Awakes them, when they have slept for long enough. */
  void awake() throws IOException, InterruptedException {
    try {
      Thread.sleep(Math.max(0, SHORTEST.minus(Recovery.since(began)).toMillis()));
    } finally {
      signal("CONT");
    }
  }

  private void signal(String signal) throws IOException, InterruptedException {
    for (var part : parts) {
      var pid = Long.toString(whole.duban().pid(part));
      var kill = new ProcessBuilder("kill", "-" + signal, pid).inheritIO().start();
      assertThat(kill.waitFor()).as("kill -%s %s", signal, part).isZero();
    }
  }
}
