package duban.catalog.deadline;

import duban.catalog.calendar.CalendarRepository;
import duban.catalog.obligation.Answers;
import duban.catalog.term.TermRepository;
import duban.catalog.unit.UnitRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Reads what deadlines are made of beside rules. */
@ApplicationScoped
class Grounds {
  private final UnitRepository units;
  private final TermRepository terms;
  private final CalendarRepository calendars;
  private final Answers answers;

  Grounds(
      UnitRepository units, TermRepository terms, CalendarRepository calendars, Answers answers) {
    this.units = units;
    this.terms = terms;
    this.calendars = calendars;
    this.answers = answers;
  }

  Basis now() {
    return new Basis(
        units.all(), terms.terms(), List.of(), Map.of(), answers.all(), calendars.working());
  }
}
