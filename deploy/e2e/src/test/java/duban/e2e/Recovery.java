package duban.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.awaitility.core.ConditionFactory;

/**
 * What the product promises: 30 s after what was away has returned, every service is ready by
 * itself and takes a write; what was written arrives on the other side of Kafka, and who reads it
 * there has read it. For mails see {@link WaitingMails}.
 */
final class Recovery {

  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final List<String> SERVICES = List.of("catalog", "status", "notification");

  private final Exposed exposed;
  private final Load load;
  private final Staff staff;
  private final Topic stream;
  private final Topic progress;
  private final Readers readers;

  /**
   * @param stream of {@code duban.implementation}
   * @param progress of {@code duban.progress}
   */
  Recovery(Exposed exposed, Load load, Staff staff, Topic stream, Topic progress) {
    this.exposed = exposed;
    this.load = load;
    this.staff = staff;
    this.stream = stream;
    this.progress = progress;
    this.readers = new Readers(exposed.whole());
  }

  /**
   * Asserts it.
   *
   * @param returned the moment of the return, of {@link System#nanoTime}
   */
  void within(long returned, String what) throws InterruptedException {
    awaiting(returned, what + " returned: all services are ready")
        .until(() -> SERVICES.stream().allMatch(it -> exposed.whole().duban().ready(it)));
    var ready = since(returned);
    var id = load.probe();
    // While this is looked for nobody changes it again.
    synchronized (staff) {
      staff.edit(Thing.CONTACT);
      var dueOn = staff.edit(Thing.OBLIGATION).value();
      var written = since(returned);
      awaiting(returned, what + " returned: what was recorded is on Kafka")
          .until(() -> stream.records().stream().anyMatch(it -> it.text().contains(id)));
      awaiting(returned, what + " returned: status has read what the catalog moved, and tells it")
          .untilAsserted(() -> assertThat(movedTo(dueOn)).isEqualTo(Thing.DEADLINES));
      var told = since(returned);
      var ends = readers.ends();
      awaiting(returned, what + " returned: everybody has read what lay on Kafka")
          .untilAsserted(() -> assertThat(readers.behind(ends)).isEmpty());
      assertThat(since(returned)).isLessThan(BOUND);
      System.out.printf(
          "%s returned: ready after %d ms, written after %d ms, on Kafka after %d ms, read after"
              + " %d ms%n",
          what, ready.toMillis(), written.toMillis(), told.toMillis(), since(returned).toMillis());
    }
  }

  /** How many deadlines are effectively due on that day of which nothing newer was told. */
  private long movedTo(String day) throws IOException {
    var newest = new HashMap<String, String>();
    for (var record : progress.records()) {
      newest.put(record.key(), record.text());
    }
    var count = 0L;
    for (var text : newest.values()) {
      if (Whole.JSON.readTree(text).path("effectiveDueOn").asText().equals(day)) {
        count++;
      }
    }
    return count;
  }

  private static ConditionFactory awaiting(long returned, String what) {
    return await(what)
        .atMost(left(returned))
        .ignoreExceptions()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(200));
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
