package duban.catalog.deadline;

import duban.catalog.obligation.FanOut;
import duban.catalog.obligation.Who;
import duban.catalog.unit.Unit;
import duban.catalog.unit.Units;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * That a duty laid on one unit is owed by it, or since its end by its successor.
 *
 * @param laidOn the unit that the rule means; the deadline's id is made of it and so stays
 */
record Responsibility(Unit laidOn, Unit owedBy) {

  /**
   * Who owes it in a period. What is running at the end of a unit passes to the successor, beside
   * what that owes itself; in a period that begins later the merged units owe it once.
   *
   * @param periodFrom the first day of the period
   */
  static List<Responsibility> of(Who who, Units units, LocalDate periodFrom) {
    List<Responsibility> all = new ArrayList<>();
    List<Responsibility> later = new ArrayList<>();
    Set<String> owing = new HashSet<>();
    for (Unit unit : laidOn(who, units).toList()) {
      LocalDate ended = unit.endedOn();
      if (ended == null) {
        all.add(new Responsibility(unit, unit));
        owing.add(unit.id());
      } else {
        List<Responsibility> to = periodFrom.isBefore(ended) ? all : later;
        units.standing(unit).ifPresent(heir -> to.add(new Responsibility(unit, heir)));
      }
    }
    later.stream().filter(it -> owing.add(it.owedBy.id())).forEach(all::add);
    return all;
  }

  /** A group that acts jointly, or whose members nobody knows, stands for itself. */
  private static Stream<Unit> laidOn(Who who, Units units) {
    return who.fanOut() == FanOut.JOINT
        ? who.responsible().stream().map(units::get)
        : who.responsible().stream().flatMap(code -> units.membersOrSelf(code).stream()).distinct();
  }
}
