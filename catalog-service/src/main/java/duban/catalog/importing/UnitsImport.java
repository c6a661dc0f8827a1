package duban.catalog.importing;

import duban.catalog.edit.Refused;
import duban.catalog.unit.Unit;
import duban.catalog.unit.UnitCheck;
import duban.catalog.unit.UnitRepository;
import duban.catalog.unit.UnitStore;
import duban.catalog.unit.Units;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** Stores the units of a catalogue among those that are here. */
@ApplicationScoped
class UnitsImport {
  private final UnitRepository units;
  private final UnitStore store;

  UnitsImport(UnitRepository units, UnitStore store) {
    this.units = units;
    this.store = store;
  }

  /**
   * Throws Refused if the installation would get another area at its top, and nobody confirmed
   * that.
   */
  void load(List<Unit> file, Comparison comparison, LocalDate today, boolean confirmed) {
    Units now = units.all();
    List<Unit> following =
        file.stream().map(it -> it.after(now.byId(it.id()).orElse(null), today)).toList();
    Units next = now.with(comparison.taken(Kind.UNIT, following, now.all()));
    comparison.missing(Kind.UNIT, file, now.all());
    try {
      UnitCheck.check(next);
    } catch (Refused e) {
      throw new CatalogueRefused("units: " + e.getMessage());
    }
    UnitCheck.expectSameTop(now, next, confirmed);
    // Whoever names a unit names it as it is called now.
    store.save(next.all().stream().map(it -> it.at(null)).toList());
  }
}
