package duban.catalog.importing;

import duban.catalog.calendar.CalendarStore;
import duban.catalog.deadline.Scheduling;
import duban.catalog.document.DocumentRepository;
import duban.catalog.edit.Cause;
import duban.catalog.measure.MeasureStore;
import duban.catalog.obligation.ObligationRepository;
import duban.catalog.obligation.ObligationStore;
import duban.catalog.term.TermRepository;
import duban.catalog.unit.UnitStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Objects;

/** Stores a catalogue and makes its deadlines, all or nothing. */
@ApplicationScoped
class CatalogueImport {
  private final UnitStore units;
  private final DocumentRepository documents;
  private final MeasureStore measures;
  private final TermRepository terms;
  private final CalendarStore calendars;
  private final ObligationStore obligations;
  private final ObligationRepository known;
  private final OccasionsImport occasions;
  private final Scheduling scheduling;

  CatalogueImport(
      UnitStore units,
      DocumentRepository documents,
      MeasureStore measures,
      TermRepository terms,
      CalendarStore calendars,
      ObligationStore obligations,
      ObligationRepository known,
      OccasionsImport occasions,
      Scheduling scheduling) {
    this.units = units;
    this.documents = documents;
    this.measures = measures;
    this.terms = terms;
    this.calendars = calendars;
    this.obligations = obligations;
    this.known = known;
    this.occasions = occasions;
    this.scheduling = scheduling;
  }

  /**
   * Loads it; the same again changes nothing.
   *
   * @param inForceFrom since when an obligation is in force that is new and does not say so
   * @return how many things changed
   */
  @Transactional
  public int load(Catalogue catalogue, LocalDate inForceFrom, LocalDate today) {
    String documentId = catalogue.document().id();
    int changed = units.save(catalogue.units());
    changed += documents.save(catalogue.document()) ? 1 : 0;
    if (!documents.storedSha256(documentId).equals(catalogue.document().sha256())) {
      throw new CatalogueRefused(
          "The document "
              + documentId
              + " is stored with another text: a source text never"
              + " changes, so give the new edition another id");
    }
    changed += measures.save(documentId, catalogue.items());
    changed += terms.save(catalogue.terms());
    changed += calendars.save(catalogue.calendars());
    changed += occasions.load(catalogue.occasions(), today);
    var since = known.inForceFrom();
    changed +=
        obligations.save(
            catalogue.obligations().stream()
                .map(
                    it ->
                        it.inForce(
                            Objects.requireNonNullElse(
                                it.inForceFrom(), since.getOrDefault(it.id(), inForceFrom))))
                .toList());
    return changed + scheduling.make(Cause.CATALOGUE, today, true).total();
  }
}
