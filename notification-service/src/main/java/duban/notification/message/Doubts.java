package duban.notification.message;

import duban.notification.database.Sql;
import duban.notification.deadline.Deadline;
import duban.notification.deadline.Deadlines;
import duban.notification.deadline.ToPlan;
import duban.notification.progress.ProgressCopies;
import duban.notification.reminder.PlanningLock;
import duban.notification.reminder.Reminder;
import duban.notification.reminder.Reminders;
import duban.notification.reminder.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;

/** What becomes of messages of which nobody can tell whether they arrived. */
@ApplicationScoped
class Doubts {

  private final Leases leases;
  private final Reminders reminders;
  private final Deadlines deadlines;
  private final ProgressCopies progress;
  private final ToPlan toPlan;
  private final Sql sql;

  Doubts(
      Leases leases,
      Reminders reminders,
      Deadlines deadlines,
      ProgressCopies progress,
      ToPlan toPlan,
      Sql sql) {
    this.leases = leases;
    this.reminders = reminders;
    this.deadlines = deadlines;
    this.progress = progress;
    this.toPlan = toPlan;
    this.sql = sql;
  }

  /** Those whose sender was lost. */
  void begin() {
    if (leases.someExpired()) {
      PlanningLock.await(sql);
      leases.doubtExpired().forEach(it -> stuck(it, MessageState.IN_DOUBT));
    }
  }

  /** Nobody tries again: its reminders show why they were not sent. */
  void stuck(UUID message, MessageState state) {
    reminders.turn(reminders.carriedBy(message), State.HELD, state.name(), message, null);
  }

  /**
   * Whether its frozen words are still to be said: a notice speaks of its day, and what is owed
   * goes with the next; a list is sent once.
   */
  boolean worthRepeating(Messages.Turn turn, LocalDate today) {
    if (turn.list() != null) {
      return true;
    }
    return turn.day().equals(today)
        && reminders.carriedBy(turn.id()).stream().anyMatch(it -> owed(it.deadlineId()));
  }

  private boolean owed(String deadline) {
    return deadlines
        .find(deadline)
        .filter(it -> it.status() == Deadline.Status.ACTIVE)
        .filter(it -> progress.of(deadline).over(it.required()).isEmpty())
        .isPresent();
  }

  /** It is not repeated; what it carried is planned again and goes, if owed, with a new notice. */
  void leave(UUID message) {
    leases.leaveInDoubt(message);
    var carried = reminders.carriedBy(message);
    reminders.turn(carried, State.PLANNED, null, null, null);
    toPlan.deadlines(carried.stream().map(Reminder::deadlineId).distinct().toList());
  }
}
