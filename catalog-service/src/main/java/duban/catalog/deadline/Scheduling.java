package duban.catalog.deadline;

import duban.catalog.calendar.CalendarRepository;
import duban.catalog.obligation.ObligationRepository;
import duban.catalog.term.TermRepository;
import duban.catalog.unit.UnitRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;

/** Makes the deadlines of the running and the next year, all or none. */
@ApplicationScoped
public class Scheduling {
  private final ObligationRepository obligations;
  private final UnitRepository units;
  private final TermRepository terms;
  private final CalendarRepository calendars;
  private final DeadlineStore deadlines;

  Scheduling(
      ObligationRepository obligations,
      UnitRepository units,
      TermRepository terms,
      CalendarRepository calendars,
      DeadlineStore deadlines) {
    this.obligations = obligations;
    this.units = units;
    this.terms = terms;
    this.calendars = calendars;
    this.deadlines = deadlines;
  }

  /**
   * Joins a running transaction.
   *
   * @return how many deadlines changed; making them again changes none
   */
  @Transactional
  public int make(LocalDate today) {
    deadlines.lock();
    var schedule = new Schedule(units.all(), terms.terms(), calendars.working());
    var rules = obligations.obligations();
    var years = List.of(today.getYear(), today.getYear() + 1);
    List<Deadline> made =
        years.stream().flatMap(year -> schedule.of(rules, year).stream()).toList();
    return deadlines.save(made, years.stream().map(String::valueOf).toList(), today);
  }
}
