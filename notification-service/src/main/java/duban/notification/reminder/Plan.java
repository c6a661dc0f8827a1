package duban.notification.reminder;

import duban.chassis.calendar.WorkingCalendar;
import duban.notification.calendar.SendingHours;
import duban.notification.deadline.Deadline;
import duban.notification.policy.Channel;
import duban.notification.policy.Policy;
import duban.notification.policy.PolicyStep;
import duban.notification.policy.Step;
import duban.notification.policy.Task;
import duban.notification.progress.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The reminders of a deadline, from nothing but what is known of it: planning again gives the same.
 */
record Plan(List<Policy> policies, WorkingCalendar calendar, Addressees addressees) {

  private static final PolicyStep ON_THE_DAY =
      new PolicyStep(Step.DUE, null, null, Channel.EMAIL, Task.NOTICE);

  /** A step, and when it leaves; absent if it had passed when the deadline became known. */
  private record Timed(StepDay step, Optional<Instant> leaves) {}

  /**
   * @param dueOn the date that counts now
   * @param knownAt since when this deadline is known with this date
   */
  List<Planned> of(Deadline deadline, Progress progress, LocalDate dueOn, Instant knownAt) {
    var rule = new WeeklyRule(calendar);
    var lying = new Steps(policies, calendar);
    var steps =
        lying.of(deadline, dueOn).stream()
            .map(it -> new Timed(it, rule.leaves(it, deadline.opensOn(), dueOn, knownAt)))
            .toList();
    var latestPassed =
        steps.stream()
            .filter(it -> it.leaves().isEmpty() && it.step().rule().channel() == Channel.EMAIL)
            .map(Timed::step)
            .filter(it -> !reached(it, progress))
            .max(Comparator.comparing(StepDay::on).thenComparing(it -> it.rule().step()));
    var late = SendingHours.day(knownAt).isAfter(dueOn);
    // Two units whose receiver is not known, or two policies alike, make one reminder.
    var all = new LinkedHashMap<UUID, Planned>();
    for (var timed : steps) {
      var once = latestPassed.filter(it -> it.equals(timed.step())).isPresent();
      for (var to : told(deadline, timed.step())) {
        var planned = planned(deadline, progress, dueOn, knownAt, timed, to, late, once);
        all.putIfAbsent(planned.id(), planned);
      }
    }
    ofCoHandlers(deadline, progress, lying, knownAt)
        .forEach(planned -> all.putIfAbsent(planned.id(), planned));
    return List.copyOf(all.values());
  }

  /** Who handles it too is told on the day of his own date, and of nothing else. */
  private Stream<Planned> ofCoHandlers(
      Deadline deadline, Progress progress, Steps steps, Instant knownAt) {
    var coDueOn = deadline.coDueOn();
    if (coDueOn == null || !deadline.reminded()) {
      return Stream.of();
    }
    return steps.chosen(deadline).stream()
        .map(policy -> new StepDay(policy.id(), ON_THE_DAY, 0, calendar.onOrBefore(coDueOn)))
        .map(
            it ->
                new Timed(
                    it, new WeeklyRule(calendar).leaves(it, deadline.opensOn(), coDueOn, knownAt)))
        .flatMap(
            timed ->
                addressees.coHandlers(deadline).stream()
                    .map(
                        to ->
                            planned(
                                deadline, progress, coDueOn, knownAt, timed, to, false, false)));
  }

  /** Letters go to whoever is responsible, tasks to the supervising office's staff. */
  private List<Addressee> told(Deadline deadline, StepDay step) {
    return switch (step.rule().channel()) {
      case EMAIL -> addressees.ofStep(deadline, step.rule().step());
      case LETTER -> addressees.responsible(deadline);
      case STAFF -> addressees.ofTask(deadline, step.rule().task());
    };
  }

  private Planned planned(
      Deadline deadline,
      Progress progress,
      LocalDate dueOn,
      Instant knownAt,
      Timed timed,
      Addressee to,
      boolean late,
      boolean once) {
    var step = timed.step();
    var leaves =
        timed
            .leaves()
            .orElseGet(
                () ->
                    once && !late
                        ? new SendingHours(calendar).next(knownAt)
                        : SendingHours.opens(
                            new WeeklyRule(calendar).day(step, deadline.opensOn(), dueOn)));
    var over = over(deadline, progress, step);
    if (over.isPresent()) {
      return new Planned(deadline, step, dueOn, to, State.CANCELLED, over.get(), leaves);
    }
    var why = why(timed, to, late, once);
    return new Planned(deadline, step, dueOn, to, state(why, late), why, leaves);
  }

  private static Optional<String> over(Deadline deadline, Progress progress, StepDay step) {
    if (deadline.status() == Deadline.Status.WITHDRAWN) {
      return Optional.of("WITHDRAWN");
    }
    return reached(step, progress) ? Optional.of("DONE") : progress.over(deadline.required());
  }

  private static boolean reached(StepDay step, Progress progress) {
    return step.rule().step() == Step.PACE && progress.counted() >= step.number();
  }

  private static @Nullable String why(Timed timed, Addressee to, boolean late, boolean once) {
    if (!to.allowed()) {
      return "RELATION";
    }
    if (late) {
      return "ENTERED_LATE";
    }
    if (to.contact() == null && timed.step().rule().channel() != Channel.STAFF) {
      return "NO_CONTACT";
    }
    return timed.leaves().isEmpty() && !once ? "ENTERED_LATE" : null;
  }

  /** A letter, too, is planned: that it awaits a signature is for its day to say. */
  private static State state(@Nullable String why, boolean late) {
    if (why == null) {
      return State.PLANNED;
    }
    var held = why.equals("NO_CONTACT") || (late && why.equals("ENTERED_LATE"));
    return held ? State.HELD : State.SKIPPED;
  }
}
