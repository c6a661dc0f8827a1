package duban.catalog.yearly;

import duban.catalog.deadline.SeenDeadlines;
import duban.catalog.deadline.SeenDeadlines.Dated;
import duban.catalog.measure.SeenMeasures;
import duban.catalog.measure.Source;
import duban.catalog.obligation.History;
import duban.catalog.obligation.Obligation;
import duban.catalog.obligation.SeenObligations;
import duban.catalog.obligation.SeenObligations.Versioned;
import duban.catalog.obligation.Succession;
import duban.catalog.snapshot.UnitRef;
import duban.catalog.unit.UnitRepository;
import duban.chassis.clock.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    List<Obligation> all = obligations.all(operation).stream().map(Versioned::obligation).toList();
    Succession succession = obligations.succession();
    List<Obligation> listed = all.stream().filter(it -> isListed(it, of, succession)).toList();
    Map<String, Source> sources =
        measures.sources(listed.stream().map(Obligation::measureId).toList());
    Map<String, List<Dated>> due =
        // A date may have rolled to the year before.
        deadlines.dueFrom(of.first().minusMonths(1), Set.of(), operation).stream()
            .filter(of::has)
            .collect(Collectors.groupingBy(Dated::obligationId));
    Set<String> answered = obligations.answered();
    Rows rows = new Rows(of, laying, succession);
    for (Obligation one : listed) {
      List<Dated> dates = due.getOrDefault(one.id(), List.of());
      Set<String> unanswered =
          answered.contains(one.id())
              ? obligations.unanswered(one, Set.of()).stream()
                  .map(UnitRef::id)
                  .collect(Collectors.toSet())
              : Set.of();
      rows.add(one, sources.get(one.measureId()), dates, unanswered);
    }
    return rows.list(meant, clock.today());
  }

  private static boolean isListed(Obligation one, Year year, Succession succession) {
    boolean done = one.history() == History.DONE || one.history() == History.LAPSED;
    return !done && year.has(one) && succession.lasts(one.id(), year.owedFrom(one));
  }
}
