package duban.notification.reminder;

/** A row for what was not planned before. */
final class NewReminder {

  private NewReminder() {}

  static Reminder of(Planned planned) {
    return new Reminder(
        planned.id(),
        planned.state().published() ? 1 : 0,
        planned.deadline().id(),
        planned.deadline().unit().code(),
        planned.step().rule().step(),
        planned.step().number(),
        planned.dueOn(),
        planned.channel(),
        planned.recipient(),
        planned.state(),
        planned.reason(),
        null,
        planned.step().on(),
        planned.leavesAt(),
        null,
        planned.step().rule().task(),
        planned.step().policy());
  }
}
