package duban.notification.reminder;

import duban.notification.calendar.Calendars;
import duban.notification.database.Sql;
import duban.notification.deadline.Deadline;
import duban.notification.deadline.Deadlines;
import duban.notification.measure.Measures;
import duban.notification.policy.Policies;
import duban.notification.policy.PolicyView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;

/** Puts together what a reminder rests on. */
@ApplicationScoped
class Explaining {

  private final Deadlines deadlines;
  private final Measures measures;
  private final Policies policies;
  private final Calendars calendars;
  private final Sql sql;

  Explaining(
      Deadlines deadlines, Measures measures, Policies policies, Calendars calendars, Sql sql) {
    this.deadlines = deadlines;
    this.measures = measures;
    this.policies = policies;
    this.calendars = calendars;
    this.sql = sql;
  }

  Explanation of(Reminder reminder) {
    var deadline = deadlines.find(reminder.deadlineId());
    var knownAt =
        sql.first(
            "SELECT known_at FROM deadline_known WHERE deadline_id = ?",
            row -> Objects.requireNonNull(Sql.moment(row, "known_at")),
            reminder.deadlineId());
    var policy = policies.find(reminder.policy()).map(PolicyView::of);
    var words = new ExplainingWords(reminder, deadline.map(Deadline::title).orElse("?"), policy);
    return new Explanation(
        reminder,
        deadline
            .map(it -> Explanation.Obligation.of(it, measures.find(it.measureId())))
            .orElse(null),
        policy.orElse(null),
        calendars.working().year(reminder.stepOn()).map(Explanation.Calendar::of).orElse(null),
        new Explanation.Dates(
            deadline.map(Deadline::opensOn).orElse(null),
            deadline.map(Deadline::dueOn).orElse(null),
            reminder.effectiveDueOn(),
            reminder.stepOn(),
            reminder.dueAt(),
            knownAt.map(Instant.class::cast).orElse(null)),
        words.chinese(),
        words.english());
  }
}
