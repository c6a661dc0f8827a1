package duban.catalog.deadline;

import duban.catalog.edit.Cause;
import duban.catalog.obligation.Obligation;
import duban.catalog.obligation.Who;
import duban.catalog.rule.EachTime;
import duban.catalog.snapshot.UnitRef;
import duban.catalog.unit.Unit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which obligations a change may reach; to the others it does nothing. */
final class Reach {
  private Reach() {}

  /**
   * Those whose deadlines must be made again.
   *
   * @param of what has changed, as {@link duban.catalog.edit.Consequences} says; empty: anything
   *     may have
   * @param expected the types of occasions of which one came or went by itself
   */
  static List<Obligation> of(
      Cause cause, Set<String> of, Set<String> expected, List<Obligation> all, Basis basis) {
    return of.isEmpty()
        ? all
        : all.stream()
            .filter(reached(cause, of, basis).or(reached(Cause.OCCASION, expected, basis)))
            .toList();
  }

  private static Predicate<Obligation> reached(Cause cause, Set<String> of, Basis basis) {
    return switch (cause) {
      case OBLIGATION -> it -> of.contains(it.id());
      case UNIT -> naming(within(of, basis));
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

  /**
   * The units, whom they succeed, the groups to which any of them belongs, and those of whose
   * deputies they answer. Where units have days off of their own, also all below.
   */
  private static Set<String> within(Set<String> units, Basis basis) {
    boolean below = !basis.calendar().special().isEmpty();
    Set<String> reached = new HashSet<>(units);
    int before;
    do {
      before = reached.size();
      basis.units().all().stream()
          .filter(it -> leadsInto(it, reached) || (below && isIn(it.superior(), reached)))
          .map(Unit::id)
          .forEach(reached::add);
    } while (reached.size() > before);
    return reached;
  }

  private static boolean leadsInto(Unit unit, Collection<String> reached) {
    return isIn(unit.successor(), reached)
        || Stream.concat(unit.members().stream(), unit.organiser().stream())
            .anyMatch(it -> isIn(it, reached));
  }

  private static boolean isIn(@Nullable UnitRef unit, Collection<String> reached) {
    return unit != null && reached.contains(unit.id());
  }
}
