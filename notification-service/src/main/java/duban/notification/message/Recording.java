package duban.notification.message;

import duban.notification.database.Sql;
import duban.notification.reminder.PlanningLock;
import duban.notification.reminder.Reminders;
import duban.notification.reminder.State;
import duban.notification.yearly.ListNotices;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jboss.logging.Logger;

/**
 * Writes down how attempts ended. What the database does not take is kept and written with the next
 * round, whose pauses grow: a mail that was taken shall not come into doubt by a deadlock. After as
 * long as the lease lasts it is given up, and in doubt as after a kill.
 */
@ApplicationScoped
class Recording {

  private static final Logger LOG = Logger.getLogger(Recording.class);

  private record Ended(Envelope envelope, Attempt attempt, Instant at, long since) {}

  private final Queue<Ended> unrecorded = new ConcurrentLinkedQueue<>();
  private final Leases leases;
  private final Reminders reminders;
  private final ListNotices lists;
  private final Doubts doubts;
  private final MailServerSettings patience;
  private final Sql sql;

  Recording(
      Leases leases,
      Reminders reminders,
      ListNotices lists,
      Doubts doubts,
      MailServerSettings patience,
      Sql sql) {
    this.leases = leases;
    this.reminders = reminders;
    this.lists = lists;
    this.doubts = doubts;
    this.patience = patience;
    this.sql = sql;
  }

  void ended(Envelope envelope, Attempt attempt, Instant now) {
    unrecorded.add(new Ended(envelope, attempt, now, System.nanoTime()));
    catchUp();
  }

  /** Writes down what could not be before; throws if it still cannot. */
  void catchUp() {
    for (var next = unrecorded.poll(); next != null; next = unrecorded.poll()) {
      try {
        record(next.envelope(), next.attempt(), next.at());
      } catch (RuntimeException e) {
        if (System.nanoTime() - next.since() < patience.timeout().toNanos()) {
          unrecorded.add(next);
        }
        throw e;
      }
    }
  }

  /** Returns false if a later claim exists: then nothing is recorded. */
  boolean record(Envelope envelope, Attempt attempt, Instant now) {
    var sentAt = now.truncatedTo(ChronoUnit.SECONDS);
    var counted = QuarkusTransaction.requiringNew().call(() -> recorded(envelope, attempt, sentAt));
    if (!counted) {
      LOG.warnf(
          "Message %s was claimed again meanwhile: this attempt records nothing", envelope.id());
    } else if (attempt.outcome() != Outcome.SENT) {
      LOG.warnf("Message %s: %s (%s)", envelope.id(), attempt.outcome(), attempt.error());
    }
    return counted;
  }

  private boolean recorded(Envelope envelope, Attempt attempt, Instant sentAt) {
    // In the order in which planning and grouping lock: otherwise they could end in a deadlock.
    PlanningLock.await(sql);
    var ending = new Ending(envelope, attempt);
    if (!leases.record(ending, sentAt)) {
      return false;
    }
    if (attempt.outcome() == Outcome.SENT) {
      reminders.turn(reminders.carriedBy(envelope.id()), State.SENT, null, envelope.id(), sentAt);
      lists.publish(envelope.id());
    }
    ending.stuck().ifPresent(it -> doubts.stuck(envelope.id(), it));
    return true;
  }
}
