package duban.catalog.unit;

import duban.catalog.edit.Refused;
import duban.catalog.snapshot.UnitRef;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All units, found by their id or code. */
public final class Units {
  private final Map<String, Unit> byId = new LinkedHashMap<>();
  private final Map<String, Unit> byCode = new LinkedHashMap<>();

  public Units(Collection<Unit> units) {
    units.forEach(
        unit -> {
          byId.put(unit.id(), unit);
          byCode.put(unit.code(), unit);
        });
  }

  public Collection<Unit> all() {
    return byId.values();
  }

  /** These with one that is new or takes the place of its former self, named alike everywhere. */
  Units with(Unit edited) {
    return with(List.of(edited));
  }

  /** The same with several. */
  public Units with(Collection<Unit> edited) {
    Map<String, Unit> next = new LinkedHashMap<>(byId);
    edited.forEach(it -> next.put(it.id(), it));
    return new Units(
        next.values().stream()
            .map(unit -> unit.naming(ref -> Objects.requireNonNull(next.get(ref.id())).ref()))
            .toList());
  }

  public Optional<Unit> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  public Optional<Unit> find(String idOrCode) {
    return Optional.ofNullable(byId.getOrDefault(idOrCode, byCode.get(idOrCode)));
  }

  /** Throws IllegalArgumentException if no unit has the id or code. */
  public Unit get(String idOrCode) {
    return find(idOrCode)
        .orElseThrow(() -> new IllegalArgumentException("No unit has the id or code " + idOrCode));
  }

  /** What a field of somebody's names. Throws Refused if no unit has the id or code. */
  public UnitRef named(String field, String idOrCode) {
    return find(idOrCode)
        .map(Unit::ref)
        .orElseThrow(
            () ->
                new Refused(
                    "unknown-reference",
                    field,
                    field + " is '" + idOrCode + "'; give the id or code of a unit"));
  }

  /** Who stands for a unit now: itself, or after its end its successor; empty if there is none. */
  public Optional<Unit> standing(Unit unit) {
    return standing(unit, LocalDate.MAX);
  }

  /** Who stood for a unit on that day. */
  public Optional<Unit> standing(Unit unit, LocalDate day) {
    Set<String> seen = new HashSet<>();
    @Nullable Unit at = unit;
    while (at != null && hasEnded(at, day) && seen.add(at.id())) {
      at = at.successor() == null ? null : byId.get(at.successor().id());
    }
    return Optional.ofNullable(at);
  }

  private static boolean hasEnded(Unit unit, LocalDate day) {
    return unit.endedOn() != null && !unit.endedOn().isAfter(day);
  }

  /** Who is meant now; after its end without a successor still the unit itself. */
  public @Nullable UnitRef ref(@Nullable String idOrCode) {
    return idOrCode == null ? null : now(get(idOrCode)).ref();
  }

  /** A group's members; a unit that has none stands for itself. */
  public List<Unit> membersOrSelf(String idOrCode) {
    Unit unit = get(idOrCode);
    return unit.members().isEmpty()
        ? List.of(unit)
        : unit.members().stream().map(member -> get(member.id())).toList();
  }

  /** The ids of a unit and of all above it. */
  public Set<String> above(Unit unit) {
    Set<String> above = new LinkedHashSet<>();
    @Nullable Unit at = unit;
    while (at != null && above.add(at.id())) {
      at = at.superior() == null ? null : byId.get(at.superior().id());
    }
    return above;
  }

  /** Who belonged to a group on that day; empty where nobody had joined it yet. */
  public List<Unit> membersOn(Unit group, LocalDate day) {
    return group.members().stream()
        .filter(it -> !group.memberSince().getOrDefault(it.id(), LocalDate.MIN).isAfter(day))
        .map(it -> get(it.id()))
        .toList();
  }

  /**
   * Whom a code means beside the unit: of a group, its member of the same place, if there is one.
   */
  public UnitRef beside(Unit unit, String idOrCode) {
    if (unit.place() != null) {
      for (Unit member : membersOrSelf(idOrCode)) {
        if (unit.place().equals(member.place())) {
          return now(member).ref();
        }
      }
    }
    return now(get(idOrCode)).ref();
  }

  private Unit now(Unit unit) {
    return standing(unit).orElse(unit);
  }
}
