package duban.notification.reminder;

import duban.chassis.calendar.WorkingCalendar;
import duban.notification.deadline.Deadline;
import duban.notification.policy.Policy;
import duban.notification.policy.PolicyStep;
import duban.notification.policy.Task;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** On which days the steps of a deadline lie. */
record Steps(List<Policy> policies, WorkingCalendar calendar) {

  private record Day(int number, LocalDate on) {}

  /** In no particular order; empty for what stands in the yearly list only. */
  List<StepDay> of(Deadline deadline, LocalDate dueOn) {
    if (!deadline.reminded()) {
      return List.of();
    }
    return chosen(deadline)
        .map(
            policy ->
                policy.steps().stream()
                    .flatMap(
                        step ->
                            days(step, deadline, dueOn)
                                .map(it -> new StepDay(policy.id(), step, it.number(), it.on())))
                    .toList())
        .orElse(List.of());
  }

  /** The narrowest that covers it. */
  private Optional<Policy> chosen(Deadline deadline) {
    return policies.stream()
        .filter(it -> it.covers(deadline.kind(), deadline.obligationId(), deadline.unit().code()))
        .max(Comparator.comparing(Policy::scope));
  }

  private Stream<Day> days(PolicyStep rule, Deadline deadline, LocalDate dueOn) {
    return switch (rule.step()) {
      case LEAD -> lead(rule, deadline);
      case PACE ->
          deadline.paceOrNone().stream()
              .map(pace -> new Day(pace.count(), calendar.plus(pace.by(), -rule.days(0))));
      case LATEST_START ->
          Stream.ofNullable(deadline.latestStartOn())
              .map(day -> new Day(rule.days(0), calendar.onOrBefore(day)));
      case BEFORE -> Stream.of(new Day(rule.days(0), calendar.plus(dueOn, -rule.days(0))));
      case DUE -> Stream.of(new Day(0, calendar.onOrBefore(dueOn)));
      case AFTER -> after(rule, deadline, dueOn);
    };
  }

  private Stream<Day> lead(PolicyStep rule, Deadline deadline) {
    var days = rule.days(deadline.leadDays().orElse(0));
    return days == 0
        ? Stream.of()
        : Stream.of(new Day(days, calendar.plus(deadline.opensOn(), -days)));
  }

  private Stream<Day> after(PolicyStep rule, Deadline deadline, LocalDate dueOn) {
    var from = dueOn;
    if (rule.task() == Task.EXPLAIN) {
      if (!"EXPLAIN".equals(deadline.afterDue())) {
        return Stream.of();
      }
      // Until then what happened in time may still be recorded: nobody is asked why it did not.
      var reportUntil = deadline.reportUntil();
      from = reportUntil != null && reportUntil.isAfter(dueOn) ? reportUntil : dueOn;
    }
    return Stream.of(new Day(rule.days(1), calendar.plus(from, rule.days(1))));
  }
}
