package duban.notification.reminder;

import duban.notification.calendar.SendingHours;
import duban.notification.policy.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** When the steps of a deadline leave to those who are sent something on the same days. */
record Timetable(Map<StepDay, Time> times) {

  /**
   * @param passed whether it had passed when the deadline became known, and is not caught up on
   */
  record Time(StepDay step, Instant leavesAt, boolean passed) {}

  /**
   * @param caughtUp which steps go once if they are the latest that passed
   * @param knownAt since when the deadline is known with this date
   */
  static Timetable of(
      List<StepDay> steps,
      Predicate<StepDay> caughtUp,
      WeeklyRule rule,
      LocalDate opensOn,
      LocalDate dueOn,
      Instant knownAt) {
    var leaving = new HashMap<StepDay, Optional<Instant>>();
    steps.forEach(it -> leaving.put(it, rule.leaves(it, opensOn, dueOn, knownAt)));
    var latestPassed =
        steps.stream()
            .filter(it -> leaves(leaving, it).isEmpty() && it.rule().channel() == Channel.EMAIL)
            .filter(caughtUp)
            .max(Comparator.comparing(StepDay::on).thenComparing(it -> it.rule().step()));
    var late = SendingHours.day(knownAt).isAfter(dueOn);
    var times = new HashMap<StepDay, Time>();
    for (var step : leaving.keySet()) {
      var once = latestPassed.filter(step::equals).isPresent();
      var at =
          leaves(leaving, step)
              .orElseGet(
                  () ->
                      once && !late
                          ? new SendingHours(rule.reach().sending()).next(knownAt)
                          : SendingHours.opens(rule.day(step, opensOn, dueOn)));
      times.put(step, new Time(step, at, leaves(leaving, step).isEmpty() && !once));
    }
    return new Timetable(times);
  }

  private static Optional<Instant> leaves(Map<StepDay, Optional<Instant>> all, StepDay step) {
    return Objects.requireNonNull(all.get(step));
  }

  Time of(StepDay step) {
    return Objects.requireNonNull(times.get(step));
  }
}
