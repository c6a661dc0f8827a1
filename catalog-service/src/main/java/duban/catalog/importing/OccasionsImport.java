package duban.catalog.importing;

import duban.catalog.edit.Refused;
import duban.catalog.occasion.AttributeRepository;
import duban.catalog.occasion.Occasion;
import duban.catalog.occasion.OccasionCheck;
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

  /**
   * Returns how many were made that are expected each year. What was entered before keeps its day,
   * unless the file says one.
   */
  int load(PlannedOccasions planned, Comparison comparison, LocalDate today) {
    var words = known.attributes().values();
    attributes.save(comparison.taken(Kind.ATTRIBUTE, planned.attributes(), words));
    comparison.missing(Kind.ATTRIBUTE, planned.attributes(), words);
    var kinds = known.types().values();
    types.save(comparison.taken(Kind.OCCASION_TYPE, planned.types(), kinds));
    comparison.missing(Kind.OCCASION_TYPE, planned.types(), kinds);
    List<Occasion> here = known.all();
    Map<UUID, LocalDate> before =
        here.stream().collect(Collectors.toMap(Occasion::id, Occasion::enteredOn));
    List<Occasion> file =
        planned.occasions().stream()
            .map(
                it ->
                    it.occasion()
                        .enteredOn(
                            it.on() != null
                                ? it.on()
                                : before.getOrDefault(it.occasion().id(), today)))
            .toList();
    List<Occasion> taken = comparison.taken(Kind.OCCASION, file, here);
    comparison.missing(Kind.OCCASION, file, known.entered());
    expectRight(taken);
    store.save(taken);
    return yearly.ensure(today).size();
  }

  private void expectRight(List<Occasion> taken) {
    var ids = taken.stream().map(Occasion::id).collect(Collectors.toSet());
    var check = new OccasionCheck(known.types(), known.attributes());
    var together =
        new OccasionsTogether(
            known.entered().stream().filter(it -> !ids.contains(it.id())).toList());
    try {
      taken.forEach(check::check);
      taken.forEach(together::add);
      taken.forEach(together::expectBefore);
    } catch (Refused e) {
      throw new CatalogueRefused("occasions: " + e.getMessage());
    }
  }
}
