package duban.catalog.yearly;

import duban.catalog.deadline.SeenDeadlines.Dated;
import duban.catalog.obligation.Obligation;
import duban.catalog.obligation.Responsibility;
import duban.catalog.obligation.Who;
import duban.catalog.snapshot.UnitRef;
import duban.catalog.unit.Unit;
import duban.catalog.unit.UnitRepository;
import duban.catalog.unit.Units;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** On whom an obligation is laid in a year, and with whom. */
final class Laying {
  private final Units units;
  private final Set<String> hidden;

  /**
   * @param hidden the ids of those whose very names are not for the caller
   */
  Laying(Units units, Set<String> hidden) {
    this.units = units;
    this.hidden = hidden;
  }

  static Laying of(UnitRepository units) {
    return new Laying(units.all(), units.hidden());
  }

  /** Who owes it, by the rule and by what is due already; true where the members are unknown. */
  Map<UnitRef, Boolean> responsible(Obligation one, LocalDate owedFrom, Collection<Dated> due) {
    Map<UnitRef, Boolean> owing = new LinkedHashMap<>();
    Responsibility.of(one.who(), named(one.who().responsible()), units, owedFrom)
        .forEach(it -> owing.put(it.owedBy().ref(), it.membersUnknown()));
    due.forEach(it -> owing.put(units.get(it.unit().id()).ref(), it.membersUnknown()));
    owing.keySet().removeIf(it -> hidden.contains(it.id()));
    return owing;
  }

  /** The other units that a rule names beside the first. */
  List<UnitRef> together(Obligation one) {
    return shown(Responsibility.together(one.who(), named(one.who().responsible()), units));
  }

  /** As the rule names them. */
  List<UnitRef> asNamed(Obligation one) {
    return shown(named(one.who().responsible()).stream().map(it -> units.get(it).ref()).toList());
  }

  List<UnitRef> coHandlers(Obligation one, UnitRef owing) {
    Unit of = units.get(owing.id());
    return shown(
        named(one.who().coHandlers()).stream().map(it -> units.beside(of, it)).distinct().toList());
  }

  /** The same as the rule names them. */
  List<UnitRef> coHandlers(Obligation one) {
    return shown(named(one.who().coHandlers()).stream().map(it -> units.get(it).ref()).toList());
  }

  private List<UnitRef> shown(List<UnitRef> refs) {
    return refs.stream().filter(it -> !hidden.contains(it.id())).toList();
  }

  /** Whom only an occasion names is not known yet. */
  private List<String> named(List<String> codes) {
    return codes.stream()
        .filter(it -> !Set.of(Who.LEAD, Who.CO).contains(it))
        .filter(it -> units.find(it).isPresent())
        .toList();
  }

  /** Of a group its members too. */
  Set<String> meant(String unitId) {
    Set<String> meant = new HashSet<>(Set.of(unitId));
    units.membersOrSelf(unitId).forEach(it -> meant.add(it.id()));
    return meant;
  }
}
