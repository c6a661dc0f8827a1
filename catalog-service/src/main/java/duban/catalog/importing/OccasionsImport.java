package duban.catalog.importing;

import duban.catalog.edit.Refused;
import duban.catalog.occasion.AttributeRepository;
import duban.catalog.occasion.Occasion;
import duban.catalog.occasion.OccasionRepository;
import duban.catalog.occasion.OccasionStore;
import duban.catalog.occasion.OccasionTypeRepository;
import duban.catalog.occasion.OccasionsTogether;
import duban.catalog.occasion.YearlyOccasions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Stores the occasions of a catalogue, and those that are expected each year. */
@ApplicationScoped
class OccasionsImport {
  private final AttributeRepository attributes;
  private final OccasionTypeRepository types;
  private final OccasionRepository known;
  private final OccasionStore store;
  private final YearlyOccasions yearly;

  OccasionsImport(
      AttributeRepository attributes,
      OccasionTypeRepository types,
      OccasionRepository known,
      OccasionStore store,
      YearlyOccasions yearly) {
    this.attributes = attributes;
    this.types = types;
    this.known = known;
    this.store = store;
    this.yearly = yearly;
  }

  /** Returns how many changed. What was entered before keeps its day, unless the file says one. */
  int load(PlannedOccasions planned, LocalDate today) {
    int changed = attributes.save(planned.attributes()) + types.save(planned.types());
    Map<UUID, LocalDate> before =
        known.all().stream().collect(Collectors.toMap(Occasion::id, Occasion::enteredOn));
    List<Occasion> loaded =
        planned.occasions().stream()
            .map(
                it ->
                    it.occasion()
                        .enteredOn(
                            it.on() != null
                                ? it.on()
                                : before.getOrDefault(it.occasion().id(), today)))
            .toList();
    expectApart(loaded);
    return changed + store.save(loaded) + yearly.ensure(today);
  }

  private void expectApart(List<Occasion> loaded) {
    var ids = loaded.stream().map(Occasion::id).collect(Collectors.toSet());
    var together =
        new OccasionsTogether(
            known.entered().stream().filter(it -> !ids.contains(it.id())).toList());
    try {
      loaded.forEach(together::add);
      loaded.forEach(together::expectBefore);
    } catch (Refused e) {
      throw new CatalogueRefused("occasions: " + e.getMessage());
    }
  }
}
