package duban.catalog.importing;

import duban.catalog.edit.Refused;
import duban.catalog.importing.CatalogueFile.UnitEntry;
import duban.catalog.snapshot.UnitRef;
import duban.catalog.unit.Unit;
import duban.catalog.unit.UnitCheck;
import duban.catalog.unit.Units;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The units of a catalogue file, with their codes resolved and what members take from their groups.
 */
final class UnitTree {
  private final Map<String, UnitEntry> entries = new LinkedHashMap<>();

  UnitTree(List<UnitEntry> units) {
    for (UnitEntry unit : units) {
      if (unit.code() == null || !unit.code().matches("[A-Za-z0-9-]+")) {
        throw new CatalogueRefused(
            "units: the code '" + unit.code() + "' must be letters, digits and hyphens");
      }
      if (unit.name() == null || unit.kind() == null) {
        throw new CatalogueRefused("units: " + unit.code() + " needs a name and a kind");
      }
      if (entries.put(unit.code(), unit) != null) {
        throw new CatalogueRefused("units: the code " + unit.code() + " stands twice");
      }
    }
  }

  List<Unit> units() {
    List<Unit> units = entries.values().stream().map(this::unit).toList();
    try {
      UnitCheck.check(new Units(units));
    } catch (Refused e) {
      throw new CatalogueRefused("units: " + e.getMessage());
    }
    return units;
  }

  /** Throws CatalogueRefused unless a unit has the code. */
  void expect(String field, String code) {
    ref(field, code);
  }

  private Unit unit(UnitEntry entry) {
    String field = "units: " + entry.code();
    return new Unit(
        entry.code(),
        null,
        entry.code(),
        entry.name(),
        entry.kind(),
        optional(field, inherited(entry, UnitEntry::superior)),
        inherited(entry, UnitEntry::relation),
        optional(field, entry.receives()),
        refs(field, entry.organiser()),
        entry.aliases(),
        refs(field, entry.members()),
        Map.of(),
        optional(field, entry.successor()),
        entry.endedOn(),
        entry.place(),
        entry.inferred());
  }

  private <T> @Nullable T inherited(UnitEntry entry, Function<UnitEntry, @Nullable T> field) {
    T own = field.apply(entry);
    if (own != null) {
      return own;
    }
    return entries.values().stream()
        .filter(group -> group.members().contains(entry.code()))
        .map(field)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  List<UnitRef> refs(String field, List<String> codes) {
    return codes.stream().map(code -> ref(field, code)).toList();
  }

  @Nullable UnitRef optional(String field, @Nullable String code) {
    return code == null ? null : ref(field, code);
  }

  private UnitRef ref(String field, String code) {
    UnitEntry found = entries.get(code);
    if (found == null) {
      throw new CatalogueRefused(field + " names the unit '" + code + "', which is not in units");
    }
    return new UnitRef(found.code(), found.code(), found.name());
  }
}
