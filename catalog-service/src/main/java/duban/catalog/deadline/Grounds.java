package duban.catalog.deadline;

import duban.catalog.calendar.CalendarRepository;
import duban.catalog.obligation.Answers;
import duban.catalog.occasion.OccasionRepository;
import duban.catalog.snapshot.Edition;
import duban.catalog.term.TermRepository;
import duban.catalog.unit.Unit;
import duban.catalog.unit.UnitRepository;
import duban.catalog.unit.Units;
import duban.chassis.calendar.CalendarYear;
import duban.chassis.calendar.WorkingCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Reads what deadlines are made of beside rules. */
@ApplicationScoped
class Grounds {
  private final UnitRepository units;
  private final TermRepository terms;
  private final CalendarRepository calendars;
  private final OccasionRepository occasions;
  private final Answers answers;

  Grounds(
      UnitRepository units,
      TermRepository terms,
      CalendarRepository calendars,
      OccasionRepository occasions,
      Answers answers) {
    this.units = units;
    this.terms = terms;
    this.calendars = calendars;
    this.occasions = occasions;
    this.answers = answers;
  }

  Basis now() {
    return new Basis(
        units.all(),
        terms.terms(),
        occasions.all(),
        occasions.types(),
        answers.all(),
        calendars.working());
  }

  /**
   * As {@link #now}, with the units and calendars as they stood. Units that came later are there
   * too, for occasions that are read as they are may name them.
   */
  Basis at(List<Edition> unitsThen, List<Edition> yearsThen) {
    Basis now = now();
    var units =
        Stream.concat(
            now.units().all().stream(),
            unitsThen.stream().map(it -> it.body(Unit.class).at(it.version())));
    var years = yearsThen.stream().map(it -> it.body(CalendarYear.class).at(it.version()));
    return now.with(new Units(units.toList()), new WorkingCalendar(years.toList()));
  }
}
