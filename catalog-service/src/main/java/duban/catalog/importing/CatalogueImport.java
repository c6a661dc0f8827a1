package duban.catalog.importing;

import duban.catalog.calendar.CalendarRepository;
import duban.catalog.calendar.CalendarStore;
import duban.catalog.deadline.Scheduling;
import duban.catalog.edit.Cause;
import duban.catalog.edit.Refused;
import duban.catalog.term.Term;
import duban.catalog.term.TermCheck;
import duban.catalog.term.TermRepository;
import duban.chassis.calendar.CalendarYear;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stores a catalogue and makes its deadlines, all or nothing. What staff wrote is kept as it
 * stands; all else is as the catalogue says; what it does not have stays.
 */
@ApplicationScoped
class CatalogueImport {
  private final StaffWritten written;
  private final UnitsImport units;
  private final SourceImport sources;
  private final TermRepository terms;
  private final CalendarRepository years;
  private final CalendarStore calendars;
  private final OccasionsImport occasions;
  private final ObligationsImport obligations;
  private final Scheduling scheduling;

  CatalogueImport(
      StaffWritten written,
      UnitsImport units,
      SourceImport sources,
      TermRepository terms,
      CalendarRepository years,
      CalendarStore calendars,
      OccasionsImport occasions,
      ObligationsImport obligations,
      Scheduling scheduling) {
    this.written = written;
    this.units = units;
    this.sources = sources;
    this.terms = terms;
    this.years = years;
    this.calendars = calendars;
    this.occasions = occasions;
    this.obligations = obligations;
    this.scheduling = scheduling;
  }

  /**
   * Loads it at a start, where nobody asked for it; the same again changes nothing.
   *
   * @param inForceFrom since when an obligation is in force that is new and does not say so
   * @return how many things changed
   */
  @Transactional
  public int load(Catalogue catalogue, LocalDate inForceFrom, LocalDate today) {
    Comparison comparison = new Comparison(written.now());
    int expected = store(catalogue, comparison, inForceFrom, today, true);
    return comparison.total() + expected + scheduling.make(Cause.CATALOGUE, today, true).total();
  }

  /**
   * Takes it over for a caller.
   *
   * @param confirmed whether deadlines may be withdrawn to which something happened
   */
  @Transactional(Transactional.TxType.MANDATORY)
  Takeover take(
      Catalogue catalogue,
      String sha256,
      LocalDate inForceFrom,
      LocalDate today,
      boolean confirmed) {
    Comparison comparison = new Comparison(written.now());
    store(catalogue, comparison, inForceFrom, today, confirmed);
    return comparison.with(
        catalogue.document().id(), sha256, scheduling.make(Cause.CATALOGUE, confirmed));
  }

  /** Returns how many occasions were made that are expected each year. */
  private int store(
      Catalogue catalogue,
      Comparison comparison,
      LocalDate inForceFrom,
      LocalDate today,
      boolean confirmed) {
    units.load(catalogue.units(), comparison, today, confirmed);
    sources.load(catalogue.document(), catalogue.items(), comparison);
    terms(catalogue.terms(), comparison);
    calendars(catalogue.calendars(), comparison);
    int expected = occasions.load(catalogue.occasions(), comparison, today);
    obligations.load(catalogue.document().id(), catalogue.obligations(), comparison, inForceFrom);
    return expected;
  }

  private void terms(List<Term> file, Comparison comparison) {
    List<Term> here = terms.terms();
    terms.save(comparison.taken(Kind.TERM, file, here));
    comparison.missing(Kind.TERM, file, here);
    try {
      TermCheck.check(terms.terms());
    } catch (Refused e) {
      throw new CatalogueRefused("terms: " + e.getMessage());
    }
  }

  /** The days of units are staff's, whoever says what is off for everybody. */
  private void calendars(List<CalendarYear> file, Comparison comparison) {
    Map<String, CalendarYear> here =
        years.years().stream().collect(Collectors.toMap(CalendarYear::id, Function.identity()));
    List<CalendarYear> following =
        file.stream()
            .map(
                it -> {
                  @Nullable CalendarYear before = here.get(it.id());
                  return before == null ? it : it.with(before.local());
                })
            .toList();
    calendars.save(comparison.taken(Kind.CALENDAR, following, here.values()));
    comparison.missing(Kind.CALENDAR, file, here.values());
  }
}
