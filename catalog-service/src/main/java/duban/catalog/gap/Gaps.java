package duban.catalog.gap;

import duban.catalog.calendar.CalendarRepository;
import duban.catalog.measure.SeenMeasures;
import duban.catalog.obligation.Obligation;
import duban.catalog.obligation.SeenObligations;
import duban.catalog.obligation.SeenObligations.Versioned;
import duban.catalog.occasion.Occasion;
import duban.catalog.occasion.OccasionRepository;
import duban.catalog.occasion.OccasionType;
import duban.catalog.term.TermRepository;
import duban.catalog.unit.UnitRepository;
import duban.catalog.unit.Units;
import duban.chassis.clock.BusinessClock;
import duban.chassis.rights.Access;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for all that waits for a person, as far as the caller sees it. */
@ApplicationScoped
class Gaps {
  static final String LIST = "GET gaps";

  private final SeenObligations obligations;
  private final SeenMeasures measures;
  private final UnitRepository units;
  private final TermRepository terms;
  private final CalendarRepository calendars;
  private final OccasionRepository occasions;
  private final Access access;
  private final BusinessClock clock;

  Gaps(
      SeenObligations obligations,
      SeenMeasures measures,
      UnitRepository units,
      TermRepository terms,
      CalendarRepository calendars,
      OccasionRepository occasions,
      Access access,
      BusinessClock clock) {
    this.obligations = obligations;
    this.measures = measures;
    this.units = units;
    this.terms = terms;
    this.calendars = calendars;
    this.occasions = occasions;
    this.access = access;
    this.clock = clock;
  }

  /** In the order of their ids. */
  List<Gap> all() {
    return Stream.of(ofObligations(), ofUnits(), ofOccasions(), ofDays())
        .flatMap(it -> it)
        .sorted(Comparator.comparing(Gap::id))
        .toList();
  }

  /** Those that are about the unit, or about what it owes or organises, by its id. */
  List<Gap> of(String unitId) {
    Units known = units.all();
    Set<String> owed =
        obligations.all(LIST).stream()
            .map(Versioned::obligation)
            .filter(it -> Owing.of(it.who(), known, clock.today()).contains(unitId))
            .map(Obligation::id)
            .collect(Collectors.toSet());
    return all().stream().filter(it -> it.isAbout(unitId) || it.isAboutOne(owed)).toList();
  }

  private Stream<Gap> ofObligations() {
    LocalDate today = clock.today();
    List<Versioned> all = obligations.all(LIST);
    Set<String> hidden = units.hidden();
    List<Versioned> lasting =
        all.stream().filter(it -> ObligationGaps.lasts(it.obligation(), today)).toList();
    var gaps =
        new ObligationGaps(
            all.stream().map(it -> it.obligation().id()).toList(),
            measures.of(lasting.stream().map(it -> it.obligation().measureId()).toList()),
            units.all(),
            today);
    List<Obligation> owed = lasting.stream().map(Versioned::obligation).toList();
    return Stream.of(
            lasting.stream()
                .flatMap(
                    it -> gaps.of(new Draft(it), obligations.unanswered(it.obligation(), hidden))),
            all.stream()
                .filter(it -> !ObligationGaps.lasts(it.obligation(), today))
                .flatMap(it -> gaps.pausing(new Draft(it))),
            new UnitGaps(units.all(), hidden).membersUnknown(owed))
        .flatMap(it -> it);
  }

  /** A unit is the matter of those who have it in their scope, and its own. */
  private Stream<Gap> ofUnits() {
    UnitGaps gaps = new UnitGaps(units.all(), units.hidden());
    return Stream.concat(
        gaps.inferred(it -> isMatter(it.code())), gaps.withoutRelation(it -> isMatter(it.code())));
  }

  private boolean isMatter(String code) {
    var sight = access.sight(LIST);
    return sight.everything() || sight.scoped().contains(code) || sight.own().contains(code);
  }

  /** What is everybody's is the matter of the whole installation, as days are. */
  private Stream<Gap> ofOccasions() {
    // Of what is only counted no single occasion is asked for.
    Map<String, String> names =
        occasions.types().values().stream()
            .filter(OccasionType::makesDeadlines)
            .collect(Collectors.toMap(OccasionType::id, OccasionType::name));
    boolean everything = access.sight(LIST).everything();
    Set<String> hidden = units.hidden();
    List<Occasion> seen =
        occasions.occasions().stream()
            .filter(it -> it.unit() == null ? everything : isMatter(it.unit().code()))
            .filter(it -> names.containsKey(it.type()))
            .filter(
                it ->
                    Stream.concat(it.lead().stream(), it.co().stream())
                        .noneMatch(named -> hidden.contains(named.id())))
            .toList();
    var owed =
        obligations.all(LIST).stream()
            .map(Versioned::obligation)
            .filter(it -> ObligationGaps.lasts(it, clock.today()))
            .toList();
    return new OccasionGaps(names, owed, units.all(), clock.today()).of(seen);
  }

  private Stream<Gap> ofDays() {
    return access.sight(LIST).everything()
        ? Stream.concat(
            DayGaps.calendars(calendars.working(), clock.today()), DayGaps.terms(terms.terms()))
        : Stream.of();
  }
}
