package duban.catalog.obligation;

import duban.catalog.document.DocumentOwners;
import duban.catalog.edit.Refused;
import duban.catalog.measure.Measure;
import duban.catalog.measure.MeasureRepository;
import duban.catalog.rights.Permission;
import duban.catalog.unit.Unit;
import duban.catalog.unit.UnitKind;
import duban.catalog.unit.UnitRepository;
import duban.catalog.unit.Units;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether the caller may lay a duty on these units by that measure, or take it from them, so
 * that no district does that to another's. Of a group its own code is enough.
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

  /** Throws Refused if the caller sees no such measure. */
  void requireNew(Obligation form) {
    String id = form.measureId();
    Measure measure =
        measures
            .seen(id)
            .orElseThrow(
                () ->
                    new Refused(
                        "unknown-reference",
                        "measureId",
                        "measureId is '" + id + "'; give the id of a measure"));
    // Who it says will supervise it does not supervise it yet.
    require(measure, null, codes(form.charged(), units.seen(Set.of())));
  }

  /** An obligation never leaves its measure, so there is no other owner to ask for. */
  void require(Obligation before, Obligation form) {
    Set<String> charged = codes(before.charged(), units.all());
    charged.addAll(codes(form.charged(), units.seen(before.named())));
    require(measures.measure(before.measureId()).orElseThrow(), before, charged);
  }

  private void require(Measure measure, @Nullable Obligation supervised, Set<String> charged) {
    permission.require(
        owners.of(measure.documentId()),
        charged,
        supervised == null ? null : supervisor(supervised.who(), units.all()));
  }

  /**
   * That who will watch over it stands where the document does, or above, or in the author's scope:
   * only the people of that office record for the units, so with another district's nobody could.
   *
   * @param named units that it names already, by their ids
   */
  void expectSupervisor(Obligation form, Set<String> named, Measure measure) {
    Units known = units.all();
    String owner = owners.of(measure.documentId());
    units
        .seen(named)
        .find(form.who().supervisor())
        .filter(it -> !named.contains(it.id()))
        .filter(it -> !permission.may("POST obligations", it.code()))
        .filter(it -> !isAround(owner, it, known))
        .ifPresent(
            it -> {
              throw new Refused(
                  "invalid-obligation",
                  "who.supervisor",
                  ("who.supervisor is '%s', an office of another area than the document's, %s, and"
                          + " not above it; only its people could record for the units (代录): name an"
                          + " office of the document's area or above, or one where you write")
                      .formatted(form.who().supervisor(), area(owner, known)));
            });
  }

  /** The area in which the owner lies, as people know it. */
  private static String area(String owner, Units known) {
    return known
        .find(owner)
        .flatMap(it -> area(it, known))
        .map(it -> it.name() + " (" + it.code() + ")")
        .orElse(owner);
  }

  private static Optional<Unit> area(Unit of, Units known) {
    return known.above(of).stream()
        .map(known::get)
        .filter(it -> it.kind() == UnitKind.AREA)
        .findFirst();
  }

  /** Whether the area of an office is one in which the owner lies. */
  private static boolean isAround(String owner, Unit office, Units known) {
    Set<String> above = known.find(owner).map(known::above).orElse(Set.of());
    return area(office, known).map(Unit::id).filter(above::contains).isPresent();
  }

  /** Names that are no unit's, or hidden, are refused later. */
  private static Set<String> codes(Set<String> named, Units known) {
    return named.stream()
        .flatMap(it -> known.find(it).stream())
        .map(Unit::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static @Nullable String supervisor(Who who, Units known) {
    return known.find(who.supervisor()).map(Unit::code).orElse(null);
  }
}
