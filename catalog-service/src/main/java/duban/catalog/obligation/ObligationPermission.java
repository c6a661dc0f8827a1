package duban.catalog.obligation;

import duban.catalog.document.DocumentOwners;
import duban.catalog.edit.Refused;
import duban.catalog.measure.Measure;
import duban.catalog.measure.MeasureRepository;
import duban.catalog.rights.Permission;
import duban.catalog.unit.Unit;
import duban.catalog.unit.UnitRepository;
import duban.catalog.unit.Units;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether the caller may lay a duty on these units by that measure, so that no district lays
 * duties on another's. Of a group its own code is enough.
 */
@ApplicationScoped
class ObligationPermission {
  private final MeasureRepository measures;
  private final DocumentOwners owners;
  private final UnitRepository units;
  private final Permission permission;

  ObligationPermission(
      MeasureRepository measures,
      DocumentOwners owners,
      UnitRepository units,
      Permission permission) {
    this.measures = measures;
    this.owners = owners;
    this.units = units;
    this.permission = permission;
  }

  void requireNew(Obligation form) {
    Units known = units.all();
    String owner = owners.code(measure(form.measureId()).documentId());
    permission.require(owner, named(form.who(), known), supervisor(form.who(), known));
  }

  /** An obligation never leaves its measure, so there is no other owner to ask for. */
  void require(Obligation before, Obligation form) {
    Units known = units.all();
    String owner = owners.code(measure(before.measureId()).documentId());
    permission.require(owner, named(form.who(), known), supervisor(before.who(), known));
  }

  /** Throws Refused if the caller sees no such measure. */
  Measure measure(String id) {
    return measures
        .measure(id)
        .orElseThrow(
            () ->
                new Refused(
                    "unknown-reference",
                    "measureId",
                    "measureId is '" + id + "'; give the id of a measure"));
  }

  /** Names that are no unit's are refused later. */
  private static List<String> named(Who who, Units known) {
    return Stream.concat(who.responsible().stream(), who.coHandlers().stream())
        .flatMap(it -> known.find(it).stream())
        .map(Unit::code)
        .distinct()
        .toList();
  }

  private static @Nullable String supervisor(Who who, Units known) {
    return known.find(who.supervisor()).map(Unit::code).orElse(null);
  }
}
