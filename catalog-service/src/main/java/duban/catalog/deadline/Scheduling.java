package duban.catalog.deadline;

import duban.catalog.edit.Cause;
import duban.catalog.edit.Consequences;
import duban.catalog.edit.DeadlineChanges;
import duban.catalog.obligation.ObligationRepository;
import duban.chassis.calendar.CalendarYear;
import duban.chassis.clock.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the deadlines of the running and the next year, and of the terms in them, all or none. */
@ApplicationScoped
public class Scheduling implements Consequences {
  private final ObligationRepository obligations;
  private final Grounds grounds;
  private final DeadlineStore deadlines;
  private final Touched touched;
  private final Shown shown;
  private final BusinessClock clock;

  Scheduling(
      ObligationRepository obligations,
      Grounds grounds,
      DeadlineStore deadlines,
      Touched touched,
      Shown shown,
      BusinessClock clock) {
    this.obligations = obligations;
    this.grounds = grounds;
    this.deadlines = deadlines;
    this.touched = touched;
    this.shown = shown;
    this.clock = clock;
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public DeadlineChanges make(Cause cause, Set<String> of, boolean confirmed) {
    return make(cause, of, clock.today(), confirmed, shown::of);
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public DeadlineChanges make(int year, @Nullable CalendarYear before, boolean confirmed) {
    return make(year, before, clock.today(), confirmed);
  }

  DeadlineChanges make(
      int year, @Nullable CalendarYear before, LocalDate today, boolean confirmed) {
    deadlines.lock();
    var all = obligations.obligations();
    var basis = grounds.now();
    var schedule = new Schedule(basis, all);
    var then = basis.calendar().with(year, before);
    var reach = new CalendarReach(then, basis, schedule, lastYear(today));
    return make(Cause.CALENDAR, reach.of(year, all), schedule, today, confirmed, shown::of);
  }

  /**
   * Joins a running transaction. What is still open of earlier years follows its rule and its unit
   * too, but nothing appears there or is withdrawn. Making them again changes none.
   */
  @Transactional
  public DeadlineChanges make(Cause cause, LocalDate today, boolean confirmed) {
    return make(cause, Set.of(), today, confirmed, Shown.ALL);
  }

  private DeadlineChanges make(
      Cause cause,
      Set<String> of,
      LocalDate today,
      boolean confirmed,
      UnaryOperator<List<Deadline>> visible) {
    deadlines.lock();
    var all = obligations.obligations();
    var basis = grounds.now();
    var rules = Part.whole(Reach.of(cause, of, all, basis));
    return make(cause, rules, new Schedule(basis, all), today, confirmed, visible);
  }

  private DeadlineChanges make(
      Cause cause,
      Part rules,
      Schedule schedule,
      LocalDate today,
      boolean confirmed,
      UnaryOperator<List<Deadline>> visible) {
    Difference difference = new Difference(cause);
    List<Deadline> withdrawn = new ArrayList<>();
    int lastYear = lastYear(today);
    Pieces.of(rules, it -> schedule.about(it, rules, lastYear - 1, lastYear))
        .forEach(it -> withdrawn.addAll(make(it, schedule, today, difference, visible)));
    if (!confirmed) {
      touched.expectNone(withdrawn);
    }
    return difference.changes();
  }

  private static int lastYear(LocalDate today) {
    return today.getYear() + 1;
  }

  /** Makes those of some obligations; returns those that they no longer make. */
  private List<Deadline> make(
      Part some,
      Schedule schedule,
      LocalDate today,
      Difference difference,
      UnaryOperator<List<Deadline>> visible) {
    LocalDate horizon = today.withDayOfYear(1);
    var earlier = deadlines.openBefore(some, horizon, today);
    var before = deadlines.standing(some, horizon);
    // What stands stays also where its new date lies in a year that is over: it is late, not gone.
    Set<UUID> open =
        Stream.concat(earlier.stream(), before.stream())
            .filter(it -> it.status() != DeadlineStatus.WITHDRAWN)
            .map(Deadline::id)
            .collect(Collectors.toSet());
    // Last year's periods may reach into this one.
    int first =
        earlier.stream()
            .mapToInt(it -> it.periodFrom().getYear())
            .reduce(today.getYear() - 1, Math::min);
    Map<UUID, Deadline> made =
        schedule
            .of(some, first, lastYear(today))
            .filter(it -> some.slice().has(it.id()))
            .filter(it -> it.reaches(horizon) || open.contains(it.id()))
            .filter(it -> some.isOwedBy(it.unit().id()) || open.contains(it.id()))
            .collect(Collectors.toMap(Deadline::id, Function.identity()));
    var gone =
        before.stream()
            .filter(it -> !made.containsKey(it.id()) && it.status() != DeadlineStatus.WITHDRAWN)
            .collect(Collectors.toMap(Deadline::id, Function.identity()));
    before.addAll(earlier);
    // What stands already as it was made is not written: an edit costs what it touches.
    before.stream()
        .filter(it -> it.status() != DeadlineStatus.WITHDRAWN)
        .filter(it -> it.asMade().equals(made.get(it.id())))
        .forEach(it -> made.remove(it.id()));
    var changed = deadlines.make(made, today);
    var withdrawn = deadlines.withdraw(gone, today);
    difference.add(before, visible.apply(changed), visible.apply(withdrawn));
    return withdrawn;
  }
}
