package duban.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

/** PostgreSQL, Kafka and the mail server are away for a while, in two ways, under load. */
final class Absences {

  private static final Duration AWAY = Duration.ofSeconds(Long.getLong("duban.away", 20));

  private static final Duration UNTIL_FELT = Duration.ofSeconds(2);

  private final Exposed exposed;
  private final Load load;
  private final Recovery recovery;

  Absences(Exposed exposed, Load load, Recovery recovery) {
    this.exposed = exposed;
    this.load = load;
    this.recovery = recovery;
  }

  void run() throws Exception {
    for (var mode : List.of(Proxy.Mode.REFUSE, Proxy.Mode.SILENT)) {
      // Nobody but notification speaks to the mail server, and that less than Kafka's clients.
      exposed.whole().release(true);
      var recorded = away(mode, "Kafka and the mail server", exposed.kafka(), exposed.smtp());
      assertThat(recorded).as("recorded while Kafka was away").isPositive();
      exposed.awaitOneMoreNotice();
      exposed.whole().release(false);
      recorded = away(mode, "PostgreSQL", exposed.postgres());
      assertThat(recorded).as("recorded while PostgreSQL was away").isZero();
    }
  }

  /** Returns how many events were acknowledged meanwhile. */
  private int away(Proxy.Mode mode, String what, Proxy... proxies) throws Exception {
    for (var proxy : proxies) {
      proxy.mode(mode);
    }
    Thread.sleep(UNTIL_FELT.toMillis());
    var before = load.acknowledged().size();
    Thread.sleep(AWAY.minus(UNTIL_FELT).toMillis());
    var recorded = load.acknowledged().size() - before;
    for (var proxy : proxies) {
      proxy.mode(Proxy.Mode.PASS);
    }
    recovery.within(System.nanoTime(), what + " (" + mode + ")");
    return recorded;
  }
}
