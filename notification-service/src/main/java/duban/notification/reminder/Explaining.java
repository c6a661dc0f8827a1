package duban.notification.reminder;

import duban.notification.calendar.Calendars;
import duban.notification.calendar.Reach;
import duban.notification.calendar.SendingHours;
import duban.notification.contact.Mailbox;
import duban.notification.contact.Mailboxes;
import duban.notification.database.Sql;
import duban.notification.deadline.Deadline;
import duban.notification.deadline.Deadlines;
import duban.notification.measure.Measures;
import duban.notification.policy.Channel;
import duban.notification.policy.Policies;
import duban.notification.policy.PolicyView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts together what a reminder rests on. */
@ApplicationScoped
class Explaining {

  private final Deadlines deadlines;
  private final Measures measures;
  private final Policies policies;
  private final Calendars calendars;
  private final Mailboxes mailboxes;
  private final Sql sql;

  Explaining(
      Deadlines deadlines,
      Measures measures,
      Policies policies,
      Calendars calendars,
      Mailboxes mailboxes,
      Sql sql) {
    this.deadlines = deadlines;
    this.measures = measures;
    this.policies = policies;
    this.calendars = calendars;
    this.mailboxes = mailboxes;
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
    var words =
        new ExplainingWords(
            reminder,
            deadline.map(Deadline::title).orElse("?"),
            policy,
            deadline.map(it -> waits(it, reminder)).orElse(new TreeMap<>()));
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

  /** On which days its recipient is sent nothing, so that it leaves so much later, and why. */
  private SortedMap<LocalDate, String> waits(Deadline deadline, Reminder reminder) {
    var places = calendars.places();
    var contact = reminder.recipient();
    if (places.same() || contact == null || reminder.channel() != Channel.EMAIL) {
      return new TreeMap<>();
    }
    var units = mailboxes.find(contact).map(Mailbox::units).orElse(Set.of());
    var reach = places.reach(units);
    var otherwise = new Reach(reach.working(), reach.working());
    var rule = new WeeklyRule(places.of(deadline.unit().code()), otherwise);
    var from = rule.day(reminder.stepDay(), deadline.opensOn(), reminder.effectiveDueOn());
    var until = SendingHours.day(reminder.dueAt());
    var waits = new TreeMap<LocalDate, String>();
    for (var day = until.minusDays(1);
        !day.isBefore(from) && !reach.sending().works(day);
        day = day.minusDays(1)) {
      var on = day;
      places.silence(day, units).ifPresent(why -> waits.put(on, why));
    }
    return waits;
  }
}
