package duban.catalog.deadline;

import duban.catalog.calendar.CalendarRepository;
import duban.catalog.obligation.Answers;
import duban.catalog.occasion.OccasionRepository;
import duban.catalog.term.TermRepository;
import duban.catalog.unit.UnitRepository;
import jakarta.enterprise.context.ApplicationScoped;

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
}
