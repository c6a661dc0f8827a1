package duban.catalog.unit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All units, found by their code. */
public final class Units {
  private final Map<String, Unit> byCode = new LinkedHashMap<>();

  public Units(Collection<Unit> units) {
    units.forEach(unit -> byCode.put(unit.code(), unit));
  }

  public Optional<Unit> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** Throws IllegalArgumentException if no unit has the code. */
  public Unit get(String code) {
    return find(code)
        .orElseThrow(() -> new IllegalArgumentException("No unit has the code " + code));
  }

  public @Nullable UnitRef ref(@Nullable String code) {
    return code == null ? null : get(code).ref();
  }

  /** A group's members; a unit that has none stands for itself. */
  public List<Unit> membersOrSelf(String code) {
    Unit unit = get(code);
    return unit.members().isEmpty()
        ? List.of(unit)
        : unit.members().stream().map(member -> get(member.code())).toList();
  }

  /**
   * Whom a code means beside the unit: of a group, its member of the same place, if there is one.
   */
  public UnitRef beside(Unit unit, String code) {
    if (unit.place() != null) {
      for (Unit member : membersOrSelf(code)) {
        if (unit.place().equals(member.place())) {
          return member.ref();
        }
      }
    }
    return get(code).ref();
  }
}
