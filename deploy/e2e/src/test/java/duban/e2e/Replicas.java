package duban.e2e;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

/**
 * A second process of each service joins under load. While it is there, the first sleeps for longer
 * than any lease and awakes: a lease on a message, a membership in a group; and meanwhile the
 * second does all of the work but one: what goes to Kafka goes out by one process at a time, and
 * nobody takes that from one who sleeps. So the catalog, which others read, does not sleep when
 * they do. Then the second leaves.
 */
final class Replicas {

  private static final List<String> SERVICES = List.of("catalog", "status", "notification");
  private static final Duration TAKEN_OVER = Duration.ofSeconds(20);

  private final Exposed exposed;
  private final Whole whole;
  private final Load load;
  private final Staff staff;
  private final Recovery recovery;
  private final Moments moments;

  Replicas(Season season) {
    this.exposed = season.exposed();
    this.whole = exposed.whole();
    this.load = season.load();
    this.staff = season.staff();
    this.recovery = season.recovery();
    this.moments = season.moments();
  }

  void run() throws Exception {
    var duban = whole.duban();
    Together.of(SERVICES, it -> duban.replica(it, 2));
    try {
      sleepInTurn();
    } finally {
      Together.of(SERVICES, it -> duban.leave(it + "-2"));
    }
    recovery.within(System.nanoTime(), "who was alone");
    whole.release(false);
  }

  private void sleepInTurn() throws Exception {
    var duban = whole.duban();
    var status = duban.address("status-2");
    var catalog = duban.address("catalog-2");
    var notification = duban.address("notification-2");
    load.alsoTo(status);
    staff.alsoTo("catalog", catalog);
    staff.alsoTo("notification", notification);
    try (var streams = new Streams(whole, status, load)) {
      whole.release(true);
      exposed.awaitOneMoreNotice();
      var sleep = asleep("status", "notification");
      try {
        load.countOne(status);
        staff.edit(Thing.CONTACT, notification);
        sends();
        read();
      } finally {
        sleep.awake();
      }
      recovery.within(System.nanoTime(), "status and notification, which slept,");
      sleep = asleep("catalog");
      try {
        staff.edit(Thing.OBLIGATION, catalog);
        counts(load.countOne(status));
      } finally {
        sleep.awake();
      }
      recovery.within(System.nanoTime(), "the catalog, which slept,");
      streams.check();
    }
    load.noLongerTo(status);
    staff.noLongerTo("catalog", catalog);
    staff.noLongerTo("notification", notification);
  }

  /** Nobody waits then for an edit that sleeps with them. */
  private Sleep asleep(String... services) throws Exception {
    moments.pause();
    synchronized (staff) {
      return new Sleep(whole, List.of(services));
    }
  }

  /** The second process of notification sends a mail of which the first knows nothing yet. */
  private void sends() throws Exception {
    // What the first had said before it slept has arrived by then.
    Thread.sleep(1_000);
    exposed.awaitOneMoreNotice(TAKEN_OVER);
  }

  /** The second processes of both read what the catalog tells. */
  private void read() throws InterruptedException {
    // While this is looked for nobody changes it again.
    synchronized (staff) {
      read(staff.edit(Thing.OBLIGATION).value());
    }
  }

  private void read(String dueOn) {
    for (var copy : List.of("status deadline", "notification deadline_copy")) {
      var database = Database.of(whole, copy.split(" ")[0]);
      await(copy + " while the first sleeps")
          .atMost(TAKEN_OVER)
          .until(
              () ->
                  database.number(
                      "SELECT count(*) FROM %s WHERE body->>'obligationId' = '%s' AND body->>'dueOn' = '%s'"
                          .formatted(copy.split(" ")[1], Thing.OBLIGATION.id(), dueOn)),
              it -> it == Thing.DEADLINES);
    }
  }

  /** The second process of the catalog reads what status tells. */
  private void counts(String deadline) {
    var database = Database.of(whole, "catalog");
    await("progress in the catalog while the first sleeps")
        .atMost(TAKEN_OVER)
        .until(
            () ->
                database.number(
                    "SELECT count(*) FROM progress WHERE counted = 1 AND deadline_id = '%s'"
                        .formatted(deadline)),
            it -> it == 1);
  }
}
