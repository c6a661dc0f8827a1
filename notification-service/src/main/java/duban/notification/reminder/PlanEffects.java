package duban.notification.reminder;

import duban.chassis.clock.BusinessClock;
import duban.chassis.problem.Problems;
import duban.chassis.rights.Access;
import duban.notification.calendar.Calendars;
import duban.notification.contact.Mailboxes;
import duban.notification.copy.Copies;
import duban.notification.copy.Wholeness;
import duban.notification.database.Sql;
import duban.notification.deadline.Deadline;
import duban.notification.policy.Effect;
import duban.notification.policy.Effects;
import duban.notification.policy.Policies;
import duban.notification.policy.Policy;
import duban.notification.progress.Progress;
import duban.notification.unit.Units;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Plans what a policy covers, or who is told through a contact, as the planner will. It shows only
 * what the caller may read of the reminders, and counts beside that what his grant reaches: nobody
 * finds by writing what is not to be read.
 */
@ApplicationScoped
class PlanEffects implements Effects {

  /** A deadline as the planner would see it. */
  private record Covered(
      Deadline deadline, Progress progress, @Nullable Instant knownAt, boolean seen) {}

  private final Wholeness copies;
  private final Calendars calendars;
  private final Units units;
  private final Mailboxes mailboxes;
  private final Policies policies;
  private final Reminders reminders;
  private final Sql sql;
  private final BusinessClock clock;
  private final Access access;

  PlanEffects(
      Wholeness copies,
      Calendars calendars,
      Units units,
      Mailboxes mailboxes,
      Policies policies,
      Reminders reminders,
      Sql sql,
      BusinessClock clock,
      Access access) {
    this.copies = copies;
    this.calendars = calendars;
    this.units = units;
    this.mailboxes = mailboxes;
    this.policies = policies;
    this.reminders = reminders;
    this.sql = sql;
    this.clock = clock;
    this.access = access;
  }

  @Override
  public Effect of(Policy policy, List<Policy> all) {
    return effect(
        all,
        addressees(),
        it -> it.kindOfSteps().equals(policy.kind()),
        """
        deadline.body->>'kind' = ?
          AND (?::text IS NULL OR deadline.body->>'obligationId' = ?)
          AND (?::text IS NULL OR deadline.body->'unit'->>'code' = ?)
        """,
        policy.kindOfDuty(),
        policy.obligation(),
        policy.obligation(),
        policy.unit(),
        policy.unit());
  }

  @Override
  public Effect of(Set<String> received) {
    var addressees = addressees();
    var told = addressees.receivers().toldThrough(received);
    return effect(
        policies.all(),
        addressees,
        it -> true,
        """
        (ARRAY[deadline.supervisor, deadline.body->>'remindTo'] && ?::text[]
         OR jsonb_exists_any(deadline.concerned, ?::text[]))
        """,
        told,
        told);
  }

  private Addressees addressees() {
    return new Addressees(units.byCode(), mailboxes.byUnit());
  }

  private Effect effect(
      List<Policy> all,
      Addressees addressees,
      Predicate<Deadline> fitting,
      String which,
      @Nullable Object... values) {
    if (!copies.reached()) {
      throw Problems.of(
          503,
          "unavailable",
          "Service unavailable",
          "What is planned is not known yet, because the deadlines are still being read; send the"
              + " same again later",
          Map.of(),
          Map.of("Retry-After", "5"));
    }
    var now = clock.now().truncatedTo(ChronoUnit.SECONDS);
    var covered =
        covered(which, values).stream().filter(it -> fitting.test(it.deadline())).toList();
    var ids = covered.stream().map(it -> it.deadline().id()).toList();
    var known = reminders.of(ids);
    var leaving = reminders.leaving(known);
    var existing = known.stream().collect(Collectors.groupingBy(Reminder::deadlineId));
    var plan = new Plan(all, calendars.places(), addressees);
    var differences = new ArrayList<Difference>();
    for (var it : covered) {
      var deadline = it.deadline();
      var dueOn = Objects.requireNonNullElse(it.progress().effectiveDueOn(), deadline.dueOn());
      var knownAt = Objects.requireNonNullElse(it.knownAt(), now);
      var before = existing.getOrDefault(deadline.id(), List.of());
      var wanted = plan.of(deadline, it.progress(), dueOn, knownAt);
      differences.addAll(
          Difference.of(
              deadline.title(),
              it.seen(),
              before,
              Changes.of(wanted, before, leaving, knownAt, now)));
    }
    return Difference.effect(differences);
  }

  private List<Covered> covered(String which, @Nullable Object... values) {
    var seen =
        access
            .sight("GET reminders")
            .condition(
                "deadline.responsible", "deadline.concerned", "deadline.supervisor", "false");
    // Whoever may write for a unit may know how much of its own that changes, and of no other's.
    var counted =
        access
            .sight()
            .condition(
                "deadline.responsible", "deadline.concerned", "deadline.supervisor", "false");
    var all = new ArrayList<@Nullable Object>(seen.values());
    all.addAll(counted.values());
    all.addAll(seen.values());
    all.addAll(Arrays.asList(values));
    return sql.list(
        """
        SELECT deadline.id, deadline.body, progress.body AS progress, known.known_at, %s AS seen
        FROM deadline_copy AS deadline
        LEFT JOIN progress_copy AS progress ON progress.id = deadline.id
        LEFT JOIN deadline_known AS known ON known.deadline_id = deadline.id
        WHERE (%s OR %s) AND
        """
                .formatted(seen.text(), counted.text(), seen.text())
            + which,
        PlanEffects::covered,
        all.toArray());
  }

  private static Covered covered(ResultSet row) throws SQLException {
    var progress = row.getString("progress");
    return new Covered(
        Copies.read(row.getString("body"), Deadline.class),
        progress == null
            ? Progress.none(row.getString("id"))
            : Copies.read(progress, Progress.class),
        Sql.moment(row, "known_at"),
        row.getBoolean("seen"));
  }
}
