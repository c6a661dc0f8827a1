package duban.catalog.deadline;

import duban.catalog.edit.Cause;
import duban.catalog.obligation.Obligation;
import duban.catalog.obligation.Who;
import duban.catalog.rule.EachTime;
import duban.catalog.snapshot.UnitRef;
import duban.catalog.unit.Unit;
import duban.catalog.unit.Units;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which obligations a change may reach; to the others it does nothing. */
final class Reach {
  private Reach() {}

  /**
   * Those whose deadlines must be made again.
   *
   * @param of what has changed, as {@link duban.catalog.edit.Consequences} says; empty: anything
   *     may have
   */
  static List<Obligation> of(Cause cause, Set<String> of, List<Obligation> all, Basis basis) {
    return of.isEmpty() ? all : all.stream().filter(reached(cause, of, basis)).toList();
  }

  private static Predicate<Obligation> reached(Cause cause, Set<String> of, Basis basis) {
    return switch (cause) {
      case OBLIGATION -> it -> of.contains(it.id());
      case UNIT -> naming(within(of, basis.units()));
      case TERM -> it -> it.rule().termOf() != null && of.contains(it.rule().termOf().name());
      case OCCASION ->
          it ->
              it.rule() instanceof EachTime rule
                  && (of.contains(rule.occasion()) || of.contains(String.valueOf(rule.requires())));
      case CALENDAR, CATALOGUE, NEW_DAY -> it -> true;
    };
  }

  private static Predicate<Obligation> naming(Set<String> units) {
    return it -> {
      Set<String> named = it.named();
      boolean byOccasion =
          it.rule() instanceof EachTime rule
              && (rule.ofSameUnit()
                  || it.who().responsible().contains(Who.LEAD)
                  || it.who().coHandlers().contains(Who.CO));
      return byOccasion || named.stream().anyMatch(units::contains);
    };
  }

  /** The units, whom they succeed, and the groups to which any of them belongs. */
  private static Set<String> within(Set<String> units, Units all) {
    Set<String> reached = new HashSet<>(units);
    int before;
    do {
      before = reached.size();
      all.all().stream().filter(it -> leadsInto(it, reached)).map(Unit::id).forEach(reached::add);
    } while (reached.size() > before);
    return reached;
  }

  private static boolean leadsInto(Unit unit, Collection<String> reached) {
    UnitRef successor = unit.successor();
    return (successor != null && reached.contains(successor.id()))
        || unit.members().stream().anyMatch(it -> reached.contains(it.id()));
  }
}
