package duban.catalog.deadline;

import duban.catalog.obligation.Obligation;
import duban.catalog.rule.PlainWindow;
import duban.catalog.unit.Unit;
import duban.chassis.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which deadlines a change of one year's calendar reaches. A deadline depends on the calendar by
 * its window alone, and by whether its dates are provisional: where both come out alike by the days
 * as they were and as they are, it stays as it is and need not be read. A rule has few windows,
 * however many units owe it.
 */
final class CalendarReach {
  private final Schedule schedule;
  private final int lastYear;
  private final Map<Turn, Set<String>> turns;
  private final boolean alike;

  /** What became of the days of the units that have the same ones before and after. */
  private record Turn(WorkingCalendar before, WorkingCalendar after) {

    /** The first day of that year that is not what it was. */
    Optional<LocalDate> first(int year) {
      LocalDate first = LocalDate.of(year, 1, 1);
      return before.provisional(year) != after.provisional(year)
          ? Optional.of(first)
          : first
              .datesUntil(first.plusYears(1))
              .filter(day -> before.works(day) != after.works(day))
              .findFirst();
    }
  }

  /** A window, and how certain its dates are. */
  private record Outcome(PlainWindow window, boolean provisional) {

    static Outcome of(PlainWindow window, WorkingCalendar calendar) {
      return new Outcome(window, window.provisional(calendar));
    }
  }

  /**
   * @param lastYear up to which deadlines are made
   */
  CalendarReach(WorkingCalendar before, Basis basis, Schedule schedule, int lastYear) {
    this.schedule = schedule;
    this.lastYear = lastYear;
    var then = new Places(basis.units(), before);
    var now = new Places(basis.units(), basis.calendar());
    this.turns =
        basis.units().all().stream()
            .collect(
                Collectors.groupingBy(
                    it -> new Turn(then.of(it).calendar(), now.of(it).calendar()),
                    Collectors.mapping(Unit::id, Collectors.toSet())));
    this.alike = turns.size() == 1;
  }

  /** Of these rules, what the change of that year reaches. */
  Part of(int year, List<Obligation> all) {
    Map<String, Set<String>> stretches = new HashMap<>();
    Set<String> units = new HashSet<>();
    turns.forEach(
        (turn, whose) ->
            turn.first(year)
                .ifPresent(
                    first -> {
                      units.addAll(whose);
                      all.forEach(rule -> reached(rule, turn, first, whose, stretches));
                    }));
    var rules = all.stream().filter(it -> stretches.containsKey(it.id())).toList();
    return new Part(rules, stretches, alike ? null : units, Pieces.Slice.WHOLE);
  }

  private void reached(
      Obligation rule,
      Turn turn,
      LocalDate first,
      Collection<String> whose,
      Map<String, Set<String>> stretches) {
    int from = firstYear(turn, first);
    var before = outcomes(rule, turn.before(), from);
    var after = outcomes(rule, turn.after(), from);
    Stream.concat(
            before.stream().filter(it -> !after.contains(it)),
            after.stream().filter(it -> !before.contains(it)))
        .map(Outcome::window)
        .filter(it -> alike || schedule.owing(rule, it).map(Unit::id).anyMatch(whose::contains))
        .forEach(
            it ->
                stretches
                    .computeIfAbsent(rule.id(), id -> new HashSet<>())
                    .add(Part.stretch(rule, it)));
  }

  /**
   * A period that ends by the last working day before the first day that changed looks at no such
   * day: what is due in it rolls on to that working day at the latest, and everything else is
   * counted back. So periods are of that working day's year, or weeks named after the one before.
   * What depends on an occasion or on a date of its own is unfolded whatever the year.
   */
  private static int firstYear(Turn turn, LocalDate first) {
    return turn.before().plus(first, -1).getYear() - 1;
  }

  private Set<Outcome> outcomes(Obligation rule, WorkingCalendar calendar, int from) {
    return schedule.windows(rule, calendar, from, lastYear).stream()
        .map(it -> Outcome.of(it, calendar))
        .collect(Collectors.toSet());
  }
}
