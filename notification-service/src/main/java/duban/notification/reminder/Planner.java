package duban.notification.reminder;

import duban.chassis.clock.BusinessClock;
import duban.chassis.loop.Bell;
import duban.chassis.loop.Work;
import duban.notification.calendar.Calendars;
import duban.notification.contact.Mailboxes;
import duban.notification.copy.Wholeness;
import duban.notification.database.Sql;
import duban.notification.deadline.Deadline;
import duban.notification.deadline.Deadlines;
import duban.notification.deadline.ToPlan;
import duban.notification.policy.Policies;
import duban.notification.progress.ProgressCopies;
import duban.notification.unit.Units;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/** Plans again whatever changed. */
@ApplicationScoped
public class Planner implements Work {

  private static final int BATCH = 200;

  private final Bell planned = new Bell();

  private final Wholeness copies;
  private final ToPlan toPlan;
  private final Deadlines deadlines;
  private final ProgressCopies progress;
  private final Calendars calendars;
  private final Units units;
  private final Mailboxes mailboxes;
  private final Policies policies;
  private final Reminders reminders;
  private final Told told;
  private final Sql sql;
  private final BusinessClock clock;

  Planner(
      Wholeness copies,
      ToPlan toPlan,
      Deadlines deadlines,
      ProgressCopies progress,
      Calendars calendars,
      Units units,
      Mailboxes mailboxes,
      Policies policies,
      Reminders reminders,
      Told told,
      Sql sql,
      BusinessClock clock) {
    this.copies = copies;
    this.toPlan = toPlan;
    this.deadlines = deadlines;
    this.progress = progress;
    this.calendars = calendars;
    this.units = units;
    this.mailboxes = mailboxes;
    this.policies = policies;
    this.reminders = reminders;
    this.told = told;
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "planner";
  }

  @Override
  public Duration pause() {
    return Duration.ofMillis(500);
  }

  @Override
  public boolean round() {
    return round(clock.now());
  }

  /** The same at a given moment. */
  public boolean round(Instant now) {
    var some =
        QuarkusTransaction.requiringNew().call(() -> planSome(now.truncatedTo(ChronoUnit.SECONDS)));
    if (some) {
      planned.ring();
    }
    return some;
  }

  /** Rings when something was planned, which may be due. */
  public Bell planned() {
    return planned;
  }

  private boolean planSome(Instant now) {
    // From half the copies reminders would be made for the wrong ones, and published.
    if (!copies.reached() || !toPlan.waiting() || !PlanningLock.taken(sql)) {
      return false;
    }
    var addressees = new Addressees(units.byCode(), mailboxes.byUnit());
    var plan = new Plan(policies.all(), calendars.places(), addressees);
    var some = toPlan.take(BATCH);
    for (var id : some) {
      deadlines
          .find(id)
          .ifPresent(
              deadline -> {
                reconcile(deadline, plan, now);
                told.replace(deadline, addressees);
              });
    }
    return !some.isEmpty();
  }

  private void reconcile(Deadline deadline, Plan plan, Instant now) {
    var current = progress.of(deadline.id());
    var dueOn = Objects.requireNonNullElse(current.effectiveDueOn(), deadline.dueOn());
    var knownAt = knownAt(deadline, dueOn, now);
    save(deadline, plan.of(deadline, current, dueOn, knownAt), knownAt, now);
  }

  private void save(Deadline deadline, List<Planned> wanted, Instant knownAt, Instant now) {
    var existing = reminders.locked(deadline.id());
    var leaving = reminders.leaving(existing);
    var changes = Changes.of(wanted, existing, leaving, knownAt, now);
    reminders.delete(changes.deleted());
    reminders.save(changes.created(), changes.changed());
  }

  /** Since when it is known with this date: a date that is changed begins anew. */
  private Instant knownAt(Deadline deadline, LocalDate dueOn, Instant now) {
    sql.change(
        """
        INSERT INTO deadline_known AS known (deadline_id, due_on, known_at) VALUES (?, ?, ?)
        ON CONFLICT (deadline_id) DO UPDATE SET due_on = excluded.due_on, known_at = excluded.known_at
        WHERE known.due_on <> excluded.due_on
        """,
        deadline.id(),
        dueOn,
        now);
    return sql.first(
            "SELECT known_at FROM deadline_known WHERE deadline_id = ?",
            row -> Objects.requireNonNull(Sql.moment(row, "known_at")),
            deadline.id())
        .orElseThrow();
  }
}
