package duban.catalog.yearly;

import duban.catalog.deadline.SeenDeadlines;
import duban.catalog.deadline.SeenDeadlines.Dated;
import duban.catalog.measure.SeenMeasures;
import duban.catalog.measure.Source;
import duban.catalog.obligation.Obligation;
import duban.catalog.obligation.SeenObligations;
import duban.catalog.obligation.SeenObligations.Versioned;
import duban.catalog.obligation.Succession;
import duban.catalog.snapshot.UnitRef;
import duban.catalog.unit.UnitRepository;
import duban.catalog.yearly.YearlyList.OfUnit;
import duban.chassis.clock.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws up what units owe in a year, from the rules and what was made of them. */
@ApplicationScoped
class YearlyLists {
  private final SeenObligations obligations;
  private final SeenDeadlines deadlines;
  private final SeenMeasures measures;
  private final UnitRepository units;
  private final BusinessClock clock;

  YearlyLists(
      SeenObligations obligations,
      SeenDeadlines deadlines,
      SeenMeasures measures,
      UnitRepository units,
      BusinessClock clock) {
    this.obligations = obligations;
    this.deadlines = deadlines;
    this.measures = measures;
    this.units = units;
    this.clock = clock;
  }

  /**
   * @param unitId of a unit, or a group, whose members are meant; null: of all
   */
  YearlyList of(int year, @Nullable String unitId, String operation) {
    Year of = new Year(year);
    Laying laying = Laying.of(units);
    Set<String> meant = unitId == null ? Set.of() : laying.meant(unitId);
    Succession succession = obligations.succession();
    List<Obligation> listed =
        obligations.all(operation).stream()
            .map(Versioned::obligation)
            .filter(it -> of.lists(it, succession))
            .toList();
    Map<String, Source> sources =
        measures.sources(listed.stream().map(Obligation::measureId).toList());
    Map<String, List<Dated>> due =
        deadlines.dueFrom(of.dueFrom(), Set.of(), operation).stream()
            .filter(of::has)
            .collect(Collectors.groupingBy(Dated::obligationId));
    Set<String> answered = obligations.answered();
    Rows rows = new Rows(of, laying, succession);
    for (Obligation one : listed) {
      rows.add(
          one,
          sources.get(one.measureId()),
          due.getOrDefault(one.id(), List.of()),
          answered.contains(one.id()) ? unanswered(one) : Set.of());
    }
    return rows.list(meant, clock.today());
  }

  /** What the lists of a year have in common, whoever reads them. */
  Drawing drawing(int year) {
    Year of = new Year(year);
    List<Obligation> every = obligations.every();
    Succession succession = new Succession(every);
    List<Obligation> listed = every.stream().filter(it -> of.lists(it, succession)).toList();
    return new Drawing(
        of,
        units.all(),
        succession,
        listed,
        measures.everySource(),
        deadlines.everyDueFrom(of.dueFrom()).stream()
            .filter(of::has)
            .collect(Collectors.groupingBy(Dated::obligationId)),
        listed.stream().collect(Collectors.toMap(Obligation::id, this::unanswered)));
  }

  /** The list of one unit as the reader sees it: the same as of the one unit alone. */
  Optional<OfUnit> of(Drawing drawing, UnitRef unit, String operation) {
    Year year = drawing.year();
    List<Obligation> listed = obligations.of(drawing.about(unit), operation);
    if (listed.isEmpty()) {
      return Optional.empty();
    }
    Set<String> ids = listed.stream().map(Obligation::id).collect(Collectors.toSet());
    Set<String> read = measures.ids(listed.stream().map(Obligation::measureId).toList());
    Set<UUID> due = deadlines.idsDueFrom(year.dueFrom(), ids, operation);
    Set<String> answered = obligations.answered(listed);
    Rows rows = new Rows(year, drawing.laying(units.hidden()), drawing.succession());
    for (Obligation one : listed) {
      rows.add(
          one,
          read.contains(one.measureId()) ? drawing.sources().get(one.measureId()) : null,
          drawing.due(one).stream().filter(it -> due.contains(it.id())).toList(),
          answered.contains(one.id()) ? drawing.unanswered(one) : Set.of());
    }
    return rows.list(Set.of(unit.id()), clock.today()).units().stream().findFirst();
  }

  private Set<String> unanswered(Obligation one) {
    return obligations.unanswered(one, Set.of()).stream()
        .map(UnitRef::id)
        .collect(Collectors.toSet());
  }
}
