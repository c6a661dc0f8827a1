package duban.catalog.obligation;

import duban.catalog.term.Level;
import duban.catalog.term.Term;
import duban.chassis.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The year in which a rule is unfolded, and what the rule needs to know about it. */
public record Setting(int year, List<Term> terms, WorkingCalendar calendar) {

  public LocalDate first() {
    return LocalDate.of(year, 1, 1);
  }

  public LocalDate last() {
    return LocalDate.of(year, 12, 31);
  }

  LocalDate from(@Nullable MonthDay day) {
    return day == null ? first() : day.atYear(year);
  }

  LocalDate to(@Nullable MonthDay day) {
    return day == null ? last() : day.atYear(year);
  }

  Optional<LocalDate> termBeginning(@Nullable Level level) {
    return terms.stream()
        .filter(term -> term.level() == level && term.beginsWithin(first(), last()))
        .map(Term::from)
        .min(LocalDate::compareTo);
  }
}
