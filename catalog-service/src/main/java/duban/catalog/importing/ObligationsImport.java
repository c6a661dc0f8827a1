package duban.catalog.importing;

import duban.catalog.edit.Refused;
import duban.catalog.measure.MeasureRepository;
import duban.catalog.obligation.Obligation;
import duban.catalog.obligation.ObligationCheck;
import duban.catalog.obligation.ObligationRepository;
import duban.catalog.obligation.ObligationStore;
import duban.catalog.occasion.OccasionRepository;
import duban.catalog.unit.UnitRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Stores the obligations of a catalogue among those that are here. */
@ApplicationScoped
class ObligationsImport {
  private final ObligationRepository known;
  private final ObligationStore store;
  private final MeasureRepository measures;
  private final UnitRepository units;
  private final OccasionRepository occasions;

  ObligationsImport(
      ObligationRepository known,
      ObligationStore store,
      MeasureRepository measures,
      UnitRepository units,
      OccasionRepository occasions) {
    this.known = known;
    this.store = store;
    this.measures = measures;
    this.units = units;
    this.occasions = occasions;
  }

  /**
   * @param inForceFrom since when one is in force that is new and does not say so
   */
  void load(
      String documentId, List<Obligation> printed, Comparison comparison, LocalDate inForceFrom) {
    List<Obligation> here = known.obligations();
    var since = known.inForceFrom();
    List<Obligation> file =
        printed.stream()
            .map(
                it ->
                    it.inForce(
                        Objects.requireNonNullElse(
                            it.inForceFrom(), since.getOrDefault(it.id(), inForceFrom))))
            .toList();
    List<Obligation> taken = comparison.taken(Kind.OBLIGATION, file, here);
    var own = measures.of(documentId).stream().map(it -> it.id()).toList();
    comparison.missing(
        Kind.OBLIGATION, file, here.stream().filter(it -> own.contains(it.measureId())).toList());
    store.save(taken);
    boolean otherWords =
        comparison.changes(Kind.ATTRIBUTE) || comparison.changes(Kind.OCCASION_TYPE);
    expectRight(otherWords ? known.obligations() : taken);
  }

  /** The file was right by itself; beside what staff decided it may no longer be. */
  private void expectRight(List<Obligation> some) {
    var check = new ObligationCheck(units.all(), occasions.vocabulary(), known.obligations());
    for (Obligation each : some) {
      try {
        check.checked(each, measures.measure(each.measureId()).orElseThrow());
      } catch (Refused e) {
        throw PrintedObligations.refused(each, String.valueOf(e.getMessage()));
      }
    }
  }
}
