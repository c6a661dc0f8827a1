package duban.notification.reminder;

import duban.notification.deadline.Ref;
import duban.notification.unit.Relation;
import duban.notification.unit.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who receives for a unit, whatever it is told.
 *
 * @param units by code
 * @param contacts the ids of the contacts of each unit, by its code
 */
record Receivers(Map<String, Unit> units, Map<String, List<String>> contacts) {

  Relation relation(String code) {
    var unit = units.get(code);
    return unit == null ? Relation.UNKNOWN : unit.relation();
  }

  /** Everybody in whose place nobody need be asked, for the lines of other roles. */
  List<Addressee> of(@Nullable Ref unit) {
    return unit == null ? List.of() : of(unit.code());
  }

  List<Addressee> of(String code) {
    var unit = units.get(code);
    if (unit == null) {
      return List.of(new Addressee(code, null, true));
    }
    if (unit.relation() == Relation.PERSON) {
      return organisers(code);
    }
    if (!unit.relation().told()) {
      return List.of(new Addressee(code, null, false));
    }
    return received(unit);
  }

  /** Of an office that supervises, also one of the party. */
  List<Addressee> office(String code) {
    var unit = units.get(code);
    return unit != null && unit.relation() == Relation.PARTY ? received(unit) : of(code);
  }

  List<Addressee> organisers(String code) {
    var unit = units.get(code);
    var organisers = unit == null ? List.<Ref>of() : unit.organisers();
    if (organisers.isEmpty()) {
      return List.of(new Addressee(code, null, unit == null || unit.relation().told()));
    }
    return organisers.stream()
        .flatMap(it -> Stream.ofNullable(units.get(it.code())))
        .filter(it -> it.relation().told())
        .flatMap(it -> received(it).stream())
        .toList();
  }

  private List<Addressee> received(Unit unit) {
    var ids = contacts.getOrDefault(unit.receiver(), List.of());
    // Who is named but not known yet may still come with a contact: until then it is a gap.
    if (ids.isEmpty() && units.containsKey(unit.receiver())) {
      ids = contacts.getOrDefault(unit.code(), List.of());
    }
    return ids.isEmpty()
        ? List.of(new Addressee(unit.code(), null, true))
        : ids.stream().map(id -> new Addressee(unit.code(), id, true)).toList();
  }

  /** The codes of the units for which each contact receives, by its id. */
  Map<String, Set<String>> received() {
    var received = new HashMap<String, Set<String>>();
    contacts.forEach(
        (unit, ids) ->
            ids.forEach(id -> received.computeIfAbsent(id, it -> new TreeSet<>()).add(unit)));
    return received;
  }

  /** The codes of all units that are told through those who receive for {@code received}. */
  Set<String> toldThrough(Set<String> received) {
    Set<String> told = new TreeSet<>(received);
    units.values().stream()
        .filter(it -> received.contains(it.receiver()))
        .forEach(it -> told.add(it.code()));
    var organisers = Set.copyOf(told);
    units.values().stream()
        .filter(it -> it.organisers().stream().anyMatch(one -> organisers.contains(one.code())))
        .forEach(it -> told.add(it.code()));
    return told;
  }
}
