package duban.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

/**
 * What the product promises: 30 s after what was away has returned, every service is ready by
 * itself, takes a write, and what was written arrives on the other side of Kafka. For mails see
 * {@link WaitingMails}.
 */
final class Recovery {

  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final List<String> SERVICES = List.of("catalog", "status", "notification");

  private final Exposed exposed;
  private final Load load;
  private final Topic stream;

  /**
   * @param stream of {@code duban.implementation}
   */
  Recovery(Exposed exposed, Load load, Topic stream) {
    this.exposed = exposed;
    this.load = load;
    this.stream = stream;
  }

  /**
   * Asserts it.
   *
   * @param returned the moment of the return, of {@link System#nanoTime}
   */
  void within(long returned, String what) throws InterruptedException {
    await(what + " returned: all services are ready")
        .atMost(left(returned))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> SERVICES.stream().allMatch(it -> exposed.whole().duban().ready(it)));
    var ready = since(returned);
    var id = load.probe();
    var written = since(returned);
    await(what + " returned: what was written is on Kafka")
        .atMost(left(returned))
        .ignoreExceptions()
        .pollInterval(Duration.ofMillis(200))
        .until(() -> stream.records().stream().anyMatch(it -> it.text().contains(id)));
    assertThat(since(returned)).isLessThan(BOUND);
    System.out.printf(
        "%s returned: ready after %d ms, written after %d ms, on Kafka after %d ms%n",
        what, ready.toMillis(), written.toMillis(), since(returned).toMillis());
  }

  static Duration since(long moment) {
    return Duration.ofNanos(System.nanoTime() - moment);
  }

  /** What is left of the time that it may take. */
  static Duration left(long returned) {
    var left = BOUND.minus(since(returned));
    assertThat(left).as("what is left of 30 s").isPositive();
    return left;
  }
}
