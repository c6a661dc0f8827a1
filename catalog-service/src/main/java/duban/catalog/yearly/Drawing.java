package duban.catalog.yearly;

import duban.catalog.deadline.SeenDeadlines.Dated;
import duban.catalog.measure.Source;
import duban.catalog.obligation.Obligation;
import duban.catalog.obligation.Succession;
import duban.catalog.snapshot.UnitRef;
import duban.catalog.unit.Units;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the lists of a year have in common, read once. Nothing of it is for a reader before it was
 * asked what he sees of it.
 */
final class Drawing {
  private final Year year;
  private final Units units;
  private final Succession succession;
  private final Map<String, Source> sources;
  private final Map<String, List<Dated>> due;
  private final Map<String, Set<String>> unanswered;
  private final Map<String, List<Obligation>> about = new HashMap<>();

  /**
   * @param listed all that stands in the year's lists
   * @param sources by the ids of measures
   * @param due in the year, by the ids of obligations
   * @param unanswered the ids of units, by the ids of obligations that ask whether they apply
   */
  Drawing(
      Year year,
      Units units,
      Succession succession,
      List<Obligation> listed,
      Map<String, Source> sources,
      Map<String, List<Dated>> due,
      Map<String, Set<String>> unanswered) {
    this.year = year;
    this.units = units;
    this.succession = succession;
    this.sources = sources;
    this.due = due;
    this.unanswered = unanswered;
    Laying everything = laying(Set.of());
    for (Obligation one : listed) {
      for (UnitRef unit : concerned(one, everything)) {
        about.computeIfAbsent(unit.id(), it -> new ArrayList<>()).add(one);
      }
    }
  }

  /** Whoever may have a row of it: a reader sees no more of them than there are. */
  private Set<UnitRef> concerned(Obligation one, Laying everything) {
    Set<UnitRef> owing = everything.responsible(one, year.owedFrom(one), due(one)).keySet();
    Set<UnitRef> concerned = new HashSet<>(owing);
    concerned.addAll(everything.together(one));
    owing.forEach(it -> concerned.addAll(everything.coHandlers(one, it)));
    return concerned;
  }

  /** The obligations of which the unit may have a row, in the order of their ids. */
  List<Obligation> about(UnitRef unit) {
    return about.getOrDefault(unit.id(), List.of());
  }

  Laying laying(Set<String> hidden) {
    return new Laying(units, hidden);
  }

  Year year() {
    return year;
  }

  Succession succession() {
    return succession;
  }

  Map<String, Source> sources() {
    return sources;
  }

  List<Dated> due(Obligation one) {
    return due.getOrDefault(one.id(), List.of());
  }

  Set<String> unanswered(Obligation one) {
    return unanswered.getOrDefault(one.id(), Set.of());
  }
}
