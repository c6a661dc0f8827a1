package duban.catalog.rule;

import duban.catalog.occasion.Occasion;
import duban.catalog.term.Level;
import duban.catalog.term.Term;
import duban.chassis.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The years in which a rule is unfolded, and what the rule needs to know about them. What depends
 * on an occasion or on a date of its own has no last year: it is made as far ahead as it is
 * planned.
 *
 * @param occasions those that were not cancelled, by their type
 * @param frequent the types of which no occasion makes anything due: they are only counted
 */
public record Setting(
    int firstYear,
    int lastYear,
    Force force,
    List<Term> terms,
    Map<String, List<Occasion>> occasions,
    Set<String> frequent,
    WorkingCalendar calendar) {

  public LocalDate first() {
    return LocalDate.of(firstYear, 1, 1);
  }

  boolean meets(DutyPeriod period) {
    return !period.last().isBefore(first()) && period.first().getYear() <= lastYear;
  }

  Optional<LocalDate> termBeginning(@Nullable Level level, DutyPeriod period) {
    return terms.stream()
        .filter(term -> term.level() == level && term.beginsWithin(period.first(), period.last()))
        .map(Term::from)
        .min(LocalDate::compareTo);
  }

  LocalDate rolled(LocalDate day, Roll roll) {
    return roll.apply(day, calendar);
  }
}
