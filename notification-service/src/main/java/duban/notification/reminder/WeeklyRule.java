package duban.notification.reminder;

import duban.chassis.calendar.WorkingCalendar;
import duban.notification.calendar.Reach;
import duban.notification.calendar.SendingHours;
import duban.notification.policy.Channel;
import duban.notification.policy.Step;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * When a step leaves. One before the date goes with the notice of its week's first working day, or,
 * if that has passed, with the next week's; within three working days of the date, and from the
 * date on, a step has its own day. What would leave on a day on which its recipient is sent nothing
 * waits for the next on which he is.
 *
 * @param calendar by which the responsible unit works
 * @param reach when the recipient can be told
 */
record WeeklyRule(WorkingCalendar calendar, Reach reach) {

  private static final int CLOSE_TO_THE_DATE = 3;

  WeeklyRule(WorkingCalendar calendar) {
    this(calendar, new Reach(calendar, calendar));
  }

  /** The day on which it leaves if it was always known. */
  LocalDate day(StepDay step, LocalDate opensOn, LocalDate dueOn) {
    if (!weekly(step)) {
      return own(step);
    }
    if (close(step.on(), dueOn)) {
      return open(step, own(step), opensOn);
    }
    return open(step, firstOfWeek(step.on()), opensOn);
  }

  /** When it leaves if it is known only since a moment; empty: by then it had passed. */
  Optional<Instant> leaves(StepDay step, LocalDate opensOn, LocalDate dueOn, Instant knownAt) {
    var day = day(step, opensOn, dueOn);
    if (over(day, knownAt) && weekly(step) && !over(step.on(), knownAt)) {
      var next = sending().onOrAfter(day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
      day = next.isAfter(dueOn) || close(next, dueOn) ? own(step) : next;
    }
    if (over(day, knownAt)) {
      return Optional.empty();
    }
    var opens = SendingHours.opens(day);
    return Optional.of(opens.isBefore(knownAt) ? knownAt : opens);
  }

  /** Of the week, Monday to Sunday, of a working day. */
  LocalDate firstOfWeek(LocalDate workingDay) {
    return sending().onOrAfter(workingDay.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  private boolean over(LocalDate day, Instant at) {
    return new SendingHours(sending()).over(day, at);
  }

  private static boolean weekly(StepDay step) {
    return step.rule().step().weekly() && step.rule().channel() == Channel.EMAIL;
  }

  /** Letters and tasks are not sent: staff have them on their day. */
  private LocalDate own(StepDay step) {
    if (step.rule().channel() != Channel.EMAIL) {
      return step.on();
    }
    var late = step.rule().step() == Step.AFTER;
    return sending().onOrAfter(late ? step.on() : reach.working().onOrBefore(step.on()));
  }

  private WorkingCalendar sending() {
    return reach.sending();
  }

  private boolean close(LocalDate day, LocalDate dueOn) {
    return calendar.within(CLOSE_TO_THE_DATE, day, dueOn);
  }

  /** What is not open yet is only announced. */
  private LocalDate open(StepDay step, LocalDate day, LocalDate opensOn) {
    return step.rule().step() != Step.LEAD && day.isBefore(opensOn)
        ? sending().onOrAfter(opensOn)
        : day;
  }
}
