package duban.catalog.obligation;

import duban.catalog.snapshot.UnitRef;
import duban.catalog.unit.Unit;
import duban.catalog.unit.UnitKind;
import duban.catalog.unit.Units;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * That a duty laid on one unit is owed by it, or since its end by its successor.
 *
 * @param laidOn the unit that the rule means; the deadline's id is made of it and so stays
 * @param owing on whom it lay on the day: the unit itself, or the successor of one that had ended
 * @param membersUnknown a group that owes it because nobody knows its members
 */
public record Responsibility(Unit laidOn, Unit owing, Unit owedBy, boolean membersUnknown) {

  /** Whether it owes two numbers about deputies whom nobody listed, instead of what they owe. */
  public boolean reportsNumbers(Who who) {
    return membersUnknown && who.fanOut() == FanOut.PER_DEPUTY;
  }

  /** A unit that the rule means. */
  private record Laid(Unit on, boolean membersUnknown) {}

  /**
   * Who owes it on a day. What is running at the end of a unit passes to the successor, beside what
   * that owes itself; of what begins later the merged units owe it once.
   *
   * @param responsible the units that the rule names, or its occasion
   * @param owedFrom the first day of the period, or the day of the occasion
   */
  public static List<Responsibility> of(
      Who who, List<String> responsible, Units units, LocalDate owedFrom) {
    return List.copyOf(
        laidOn(who, responsible, units, owedFrom).stream()
            .flatMap(laid -> of(laid, units, owedFrom).stream())
            .sorted(Comparator.comparing(Responsibility::isMerged))
            .collect(
                Collectors.toMap(
                    it -> it.owing().id(),
                    Function.identity(),
                    (own, merged) -> own,
                    LinkedHashMap::new))
            .values());
  }

  private static Optional<Responsibility> of(Laid laid, Units units, LocalDate owedFrom) {
    return units
        .standing(laid.on(), owedFrom)
        .flatMap(
            owing ->
                units
                    .standing(owing)
                    .map(
                        heir -> new Responsibility(laid.on(), owing, heir, laid.membersUnknown())));
  }

  private boolean isMerged() {
    return !owing.id().equals(laidOn.id());
  }

  /** A group that acts jointly, or whose members nobody knows, stands for itself. */
  private static List<Laid> laidOn(
      Who who, List<String> responsible, Units units, LocalDate owedFrom) {
    Stream<Unit> named = responsible.stream().map(units::get);
    return switch (who.fanOut()) {
      case JOINT -> named.limit(1).map(it -> new Laid(it, false)).toList();
      case PER_UNIT -> named.flatMap(it -> each(it, units, owedFrom)).distinct().toList();
      case PER_DEPUTY ->
          named.flatMap(it -> eachDeputy(it, who, units, owedFrom)).distinct().toList();
    };
  }

  private static Stream<Laid> each(Unit named, Units units, LocalDate owedFrom) {
    return named.members().isEmpty()
        ? Stream.of(new Laid(named, named.kind() == UnitKind.GROUP))
        : units.membersOn(named, owedFrom).stream().map(it -> new Laid(it, false));
  }

  /** Whose deputies nobody has listed, for those the organisers answer. */
  private static Stream<Laid> eachDeputy(Unit named, Who who, Units units, LocalDate owedFrom) {
    List<String> organisers =
        who.organiser() == null
            ? named.organiser().stream().map(UnitRef::id).toList()
            : List.of(who.organiser());
    return named.kind() == UnitKind.GROUP && named.members().isEmpty() && !organisers.isEmpty()
        ? organisers.stream()
            .flatMap(it -> each(units.get(it), units, owedFrom))
            .map(it -> new Laid(it.on(), true))
        : each(named, units, owedFrom);
  }

  /** Who owes it together with the first that is named. */
  public static List<UnitRef> together(Who who, List<String> responsible, Units units) {
    return who.fanOut() == FanOut.JOINT
        ? responsible.stream().skip(1).map(units::ref).toList()
        : List.of();
  }
}
