package duban.catalog.deadline;

import duban.catalog.obligation.Applicability;
import duban.catalog.occasion.Occasion;
import duban.catalog.occasion.OccasionType;
import duban.catalog.snapshot.UnitRef;
import duban.catalog.term.Term;
import duban.catalog.unit.Units;
import duban.chassis.calendar.WorkingCalendar;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What deadlines are made of beside rules.
 *
 * @param occasions also those that were cancelled
 * @param types of occasions, by their ids
 * @param answers to which units a duty applies of which that is asked
 */
record Basis(
    Units units,
    List<Term> terms,
    Collection<Occasion> occasions,
    Map<String, OccasionType> types,
    Applicability answers,
    WorkingCalendar calendar) {

  /** Those that make something due. */
  Map<String, List<Occasion>> occasionsByType() {
    return occasions.stream()
        .filter(it -> !it.cancelled())
        .filter(it -> types.containsKey(it.type()) && types.get(it.type()).makesDeadlines())
        .collect(Collectors.groupingBy(Occasion::type));
  }

  /** The types of meetings that are only counted. */
  Set<String> frequent() {
    return types.values().stream()
        .filter(it -> !it.makesDeadlines())
        .map(OccasionType::id)
        .collect(Collectors.toSet());
  }

  /** With the days off of the unit and of all above it. */
  WorkingCalendar calendarOf(UnitRef unit) {
    return calendar.at(units.above(units.get(unit.id())));
  }

  /** With these units and days instead. */
  Basis with(Units others, WorkingCalendar days) {
    return new Basis(others, terms, occasions, types, answers, days);
  }

  Map<UUID, Occasion> occasionsById() {
    return occasions.stream().collect(Collectors.toMap(Occasion::id, Function.identity()));
  }
}
