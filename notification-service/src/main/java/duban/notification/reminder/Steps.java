package duban.notification.reminder;

import duban.chassis.calendar.WorkingCalendar;
import duban.notification.deadline.Deadline;
import duban.notification.policy.Policy;
import duban.notification.policy.Task;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** On which days the steps of a deadline lie. */
record Steps(List<Policy> policies, WorkingCalendar calendar) {

  /** In no particular order; empty for what stands in the yearly list only. */
  List<StepDay> of(Deadline deadline, LocalDate dueOn) {
    if (!deadline.reminded()) {
      return List.of();
    }
    return policies.stream()
        .filter(policy -> policy.enabled() && policy.kind().equals(deadline.kind()))
        .flatMap(policy -> days(policy, deadline, dueOn))
        .toList();
  }

  private Stream<StepDay> days(Policy policy, Deadline deadline, LocalDate dueOn) {
    return switch (policy.step()) {
      case LEAD -> lead(policy, deadline);
      case PACE ->
          deadline.paceOrNone().stream()
              .map(
                  pace ->
                      new StepDay(policy, pace.count(), calendar.plus(pace.by(), -policy.days(0))));
      case LATEST_START ->
          Stream.ofNullable(deadline.latestStartOn())
              .map(day -> new StepDay(policy, policy.days(0), calendar.onOrBefore(day)));
      case BEFORE ->
          Stream.of(new StepDay(policy, policy.days(0), calendar.plus(dueOn, -policy.days(0))));
      case DUE -> Stream.of(new StepDay(policy, 0, calendar.onOrBefore(dueOn)));
      case AFTER -> after(policy, deadline, dueOn);
    };
  }

  private Stream<StepDay> lead(Policy policy, Deadline deadline) {
    var days = policy.days(deadline.leadDays().orElse(0));
    return days == 0
        ? Stream.of()
        : Stream.of(new StepDay(policy, days, calendar.plus(deadline.opensOn(), -days)));
  }

  private Stream<StepDay> after(Policy policy, Deadline deadline, LocalDate dueOn) {
    var from = dueOn;
    if (policy.task() == Task.EXPLAIN) {
      if (!"EXPLAIN".equals(deadline.afterDue())) {
        return Stream.of();
      }
      // Until then what happened in time may still be recorded: nobody is asked why it did not.
      var reportUntil = deadline.reportUntil();
      from = reportUntil != null && reportUntil.isAfter(dueOn) ? reportUntil : dueOn;
    }
    return Stream.of(new StepDay(policy, policy.days(1), calendar.plus(from, policy.days(1))));
  }
}
