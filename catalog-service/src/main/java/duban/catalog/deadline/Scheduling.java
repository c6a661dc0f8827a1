package duban.catalog.deadline;

import duban.catalog.calendar.CalendarRepository;
import duban.catalog.edit.Cause;
import duban.catalog.edit.Consequences;
import duban.catalog.edit.DeadlineChanges;
import duban.catalog.obligation.ObligationRepository;
import duban.catalog.term.TermRepository;
import duban.catalog.unit.UnitRepository;
import duban.chassis.clock.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the deadlines of the running and the next year, all or none. */
@ApplicationScoped
public class Scheduling implements Consequences {
  private final ObligationRepository obligations;
  private final UnitRepository units;
  private final TermRepository terms;
  private final CalendarRepository calendars;
  private final DeadlineStore deadlines;
  private final Touched touched;
  private final Shown shown;
  private final BusinessClock clock;

  Scheduling(
      ObligationRepository obligations,
      UnitRepository units,
      TermRepository terms,
      CalendarRepository calendars,
      DeadlineStore deadlines,
      Touched touched,
      Shown shown,
      BusinessClock clock) {
    this.obligations = obligations;
    this.units = units;
    this.terms = terms;
    this.calendars = calendars;
    this.deadlines = deadlines;
    this.touched = touched;
    this.shown = shown;
    this.clock = clock;
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public DeadlineChanges make(Cause cause, boolean confirmed) {
    return make(cause, clock.today(), confirmed, shown::of);
  }

  /**
   * Joins a running transaction. What is still open of earlier years follows its rule and its unit
   * too, but nothing appears there or is withdrawn. Making them again changes none.
   */
  @Transactional
  public DeadlineChanges make(Cause cause, LocalDate today, boolean confirmed) {
    return make(cause, today, confirmed, Shown.ALL);
  }

  private DeadlineChanges make(
      Cause cause, LocalDate today, boolean confirmed, UnaryOperator<List<Deadline>> visible) {
    deadlines.lock();
    var schedule = new Schedule(units.all(), terms.terms(), calendars.working());
    var rules = obligations.obligations();
    var periods = Stream.of(today.getYear(), today.getYear() + 1).map(String::valueOf).toList();
    var earlier = deadlines.openBefore(periods.get(0), today);
    Difference difference = new Difference(cause, earlier, deadlines.standing(periods));
    List<Deadline> made =
        periods.stream()
            .flatMap(year -> schedule.of(rules, Integer.parseInt(year)).stream())
            .toList();
    Set<UUID> open = earlier.stream().map(Deadline::id).collect(Collectors.toSet());
    Stream<Deadline> again =
        earlier.stream()
            .map(Deadline::period)
            .distinct()
            .flatMap(year -> schedule.of(rules, Integer.parseInt(year)).stream())
            .filter(it -> open.contains(it.id()));
    var changed = deadlines.make(Stream.concat(made.stream(), again).toList(), today);
    var withdrawn = deadlines.withdrawOthers(made, periods, today);
    if (!confirmed) {
      touched.expectNone(withdrawn);
    }
    return difference.to(visible.apply(changed), visible.apply(withdrawn));
  }
}
