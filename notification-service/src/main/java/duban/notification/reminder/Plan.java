package duban.notification.reminder;

import duban.chassis.calendar.WorkingCalendar;
import duban.notification.calendar.Places;
import duban.notification.calendar.Reach;
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
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The reminders of a deadline, from nothing but what is known of it: planning again gives the same.
 *
 * @param received the codes of the units for which each contact receives; nobody asks where all
 *     have the same days
 */
record Plan(
    List<Policy> policies,
    Places places,
    Addressees addressees,
    Map<String, Set<String>> received) {

  private static final PolicyStep ON_THE_DAY =
      new PolicyStep(Step.DUE, null, null, Channel.EMAIL, Task.NOTICE);

  Plan(List<Policy> policies, Places places, Addressees addressees) {
    this(
        policies, places, addressees, places.same() ? Map.of() : addressees.receivers().received());
  }

  Plan(List<Policy> policies, WorkingCalendar calendar, Addressees addressees) {
    this(policies, new Places(calendar, addressees.receivers().units()), addressees);
  }

  /**
   * @param dueOn the date that counts now
   * @param knownAt since when this deadline is known with this date
   */
  List<Planned> of(Deadline deadline, Progress progress, LocalDate dueOn, Instant knownAt) {
    var calendar = places.of(deadline.unit().code());
    var lying = new Steps(policies, calendar);
    var steps = lying.of(deadline, dueOn);
    var timetables = new IdentityHashMap<Reach, Timetable>();
    var late = SendingHours.day(knownAt).isAfter(dueOn);
    // Two units whose receiver is not known, or two policies alike, make one reminder.
    var all = new LinkedHashMap<UUID, Planned>();
    for (var step : steps) {
      for (var to : told(deadline, step)) {
        var timetable =
            timetables.computeIfAbsent(
                reach(to),
                reach ->
                    Timetable.of(
                        steps,
                        it -> !reached(it, progress),
                        new WeeklyRule(calendar, reach),
                        deadline.opensOn(),
                        dueOn,
                        knownAt));
        var planned = planned(deadline, progress, dueOn, timetable.of(step), to, late);
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
    var calendar = places.of(deadline.unit().code());
    return steps.chosen(deadline).stream()
        .map(policy -> new StepDay(policy.id(), ON_THE_DAY, 0, calendar.onOrBefore(coDueOn)))
        .flatMap(
            step ->
                addressees.coHandlers(deadline).stream()
                    .map(
                        to ->
                            planned(
                                deadline,
                                progress,
                                coDueOn,
                                Timetable.of(
                                        List.of(step),
                                        it -> false,
                                        new WeeklyRule(calendar, reach(to)),
                                        deadline.opensOn(),
                                        coDueOn,
                                        knownAt)
                                    .of(step),
                                to,
                                false)));
  }

  /** When he can be told, wherever he works. */
  private Reach reach(Addressee to) {
    var contact = to.contact();
    var own = Set.of(to.unit());
    return places.reach(contact == null ? own : received.getOrDefault(contact, own));
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
      Timetable.Time time,
      Addressee to,
      boolean late) {
    var step = time.step();
    var leaves = time.leavesAt();
    var over = over(deadline, progress, step);
    if (over.isPresent()) {
      return new Planned(deadline, step, dueOn, to, State.CANCELLED, over.get(), leaves);
    }
    var why = why(time, to, late);
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

  private static @Nullable String why(Timetable.Time time, Addressee to, boolean late) {
    if (!to.allowed()) {
      return "RELATION";
    }
    if (late) {
      return "ENTERED_LATE";
    }
    if (to.contact() == null && time.step().rule().channel() != Channel.STAFF) {
      return "NO_CONTACT";
    }
    return time.passed() ? "ENTERED_LATE" : null;
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
