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
                rules(policy, deadline)
                    .flatMap(
                        step ->
                            days(step, deadline, dueOn)
                                .map(it -> new StepDay(policy.id(), step, it.number(), it.on())))
                    .toList())
        .map(all -> new Sparing(deadline, dueOn).of(all))
        .orElse(List.of());
  }

  /** The narrowest that covers it. */
  Optional<Policy> chosen(Deadline deadline) {
    return policies.stream()
        .filter(
            it ->
                it.covers(deadline.kindOfSteps(), deadline.obligationId(), deadline.unit().code()))
        .max(Comparator.comparing(Policy::scope));
  }

  private static Stream<PolicyStep> rules(Policy policy, Deadline deadline) {
    return deadline.inPrinciple() ? Sparing.asksOnce(policy.steps()) : policy.steps().stream();
  }

  private Stream<Day> days(PolicyStep rule, Deadline deadline, LocalDate dueOn) {
    var opensOn = deadline.opensOn();
    return switch (rule.step()) {
      case LEAD -> lead(rule, deadline);
      case PACE ->
          deadline.paceOrNone().stream()
              .map(pace -> new Day(pace.count(), before(rule, pace.by(), opensOn)));
      case LATEST_START ->
          Stream.ofNullable(deadline.latestStartOn())
              .map(day -> new Day(rule.number(0), calendar.onOrBefore(day)));
      case BEFORE -> Stream.of(new Day(rule.number(0), before(rule, dueOn, opensOn)));
      case DUE -> Stream.of(new Day(0, calendar.onOrBefore(dueOn)));
      case AFTER -> after(rule, deadline, dueOn);
    };
  }

  /** So long before a day. What leads to a day off just after it opens is not moved before that. */
  private LocalDate before(PolicyStep rule, LocalDate day, LocalDate opensOn) {
    var span = rule.calendarTime();
    if (span == null) {
      return calendar.plus(day, -rule.days(0));
    }
    var exact = day.minus(span);
    var on = calendar.onOrBefore(exact);
    return on.isBefore(opensOn) && !exact.isBefore(opensOn) ? calendar.onOrAfter(exact) : on;
  }

  private Stream<Day> lead(PolicyStep rule, Deadline deadline) {
    var number = rule.number(deadline.leadDays().orElse(0));
    if (number == 0) {
      return rule.days() == null
          ? Stream.of()
          : Stream.of(new Day(0, calendar.onOrAfter(deadline.opensOn())));
    }
    var on =
        rule.calendarTime() == null
            ? calendar.plus(deadline.opensOn(), -number)
            : before(rule, deadline.opensOn(), LocalDate.MIN);
    return Stream.of(new Day(number, on));
  }

  private Stream<Day> after(PolicyStep rule, Deadline deadline, LocalDate dueOn) {
    var from = dueOn;
    if (rule.task() == Task.EXPLAIN) {
      if (!deadline.explained()) {
        return Stream.of();
      }
      // Until then what happened in time may still be recorded: nobody is asked why it did not.
      var reportUntil = deadline.reportUntil();
      from = reportUntil != null && reportUntil.isAfter(dueOn) ? reportUntil : dueOn;
    }
    var span = rule.calendarTime();
    var on = span == null ? calendar.plus(from, rule.days(1)) : calendar.onOrAfter(from.plus(span));
    return Stream.of(new Day(rule.number(1), on));
  }
}
