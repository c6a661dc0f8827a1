package duban.catalog.deadline;

import duban.catalog.edit.Cause;
import duban.catalog.edit.Consequences;
import duban.catalog.edit.DeadlineChanges;
import duban.catalog.obligation.ObligationRepository;
import duban.catalog.occasion.YearlyOccasions;
import duban.chassis.calendar.CalendarYear;
import duban.chassis.clock.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes the deadlines of the running and the next year, and of the terms in them, all or none. */
@ApplicationScoped
public class Scheduling implements Consequences {
  private final ObligationRepository obligations;
  private final YearlyOccasions yearly;
  private final Grounds grounds;
  private final DeadlineStore deadlines;
  private final Touched touched;
  private final Shown shown;
  private final Meanwhile meanwhile;
  private final BusinessClock clock;

  Scheduling(
      ObligationRepository obligations,
      YearlyOccasions yearly,
      Grounds grounds,
      DeadlineStore deadlines,
      Touched touched,
      Shown shown,
      Meanwhile meanwhile,
      BusinessClock clock) {
    this.obligations = obligations;
    this.yearly = yearly;
    this.grounds = grounds;
    this.deadlines = deadlines;
    this.touched = touched;
    this.shown = shown;
    this.meanwhile = meanwhile;
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
    Set<String> expected = cause.movesOccasions() ? Set.copyOf(yearly.ensure(today)) : Set.of();
    var all = obligations.obligations();
    var basis = grounds.now();
    var rules = Part.whole(Reach.of(cause, of, expected, all, basis));
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
    @Nullable Piece reckoned = null;
    for (Part part :
        Pieces.of(rules, it -> schedule.about(it, rules, lastYear(today) - 1, lastYear(today)))) {
      Piece next = Piece.read(deadlines, part, today);
      if (reckoned == null) {
        next.reckon(schedule);
      } else {
        meanwhile.during(reckoned::write, () -> next.reckon(schedule));
        withdrawn.addAll(reckoned.into(difference, visible));
      }
      reckoned = next;
    }
    if (reckoned != null) {
      reckoned.write();
      withdrawn.addAll(reckoned.into(difference, visible));
    }
    if (!confirmed) {
      touched.expectNone(withdrawn);
    }
    return difference.changes();
  }

  /** Up to which deadlines are made. */
  public static int lastYear(LocalDate today) {
    return today.getYear() + 1;
  }
}
