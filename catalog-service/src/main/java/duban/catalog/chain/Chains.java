package duban.catalog.chain;

import duban.catalog.measure.SeenMeasures;
import duban.catalog.measure.Source;
import duban.catalog.obligation.Obligation;
import duban.catalog.obligation.SeenObligations;
import duban.catalog.obligation.Succession;
import duban.catalog.obligation.Who;
import duban.catalog.unit.Unit;
import duban.catalog.unit.UnitRepository;
import duban.catalog.unit.Units;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Follows links as far as the caller sees what they lead to. */
@ApplicationScoped
class Chains {
  private static final int UNKNOWN_YEAR = 0;

  private final SeenObligations obligations;
  private final SeenMeasures measures;
  private final UnitRepository units;

  Chains(SeenObligations obligations, SeenMeasures measures, UnitRepository units) {
    this.obligations = obligations;
    this.measures = measures;
    this.units = units;
  }

  Chain around(String id, String operation) {
    Obligation start = obligations.known(id, operation);
    List<Obligation> seen =
        obligations.all(operation).stream().map(SeenObligations.Versioned::obligation).toList();
    Map<String, Source> sources =
        measures.sources(seen.stream().map(Obligation::measureId).toList());
    List<Obligation> around =
        new Linked(seen)
            .around(
                start,
                it -> {
                  Source source = sources.get(it.measureId());
                  return source == null ? UNKNOWN_YEAR : source.year();
                });
    return new Drawing(around, sources, obligations.succession(), units.all(), units.hidden())
        .chain();
  }

  /** What a chain is drawn from. */
  private record Drawing(
      List<Obligation> around,
      Map<String, Source> sources,
      Succession succession,
      Units units,
      Set<String> hidden) {

    Chain chain() {
      Map<String, Demand> demands =
          around.stream()
              .map(it -> new Demand(it, circle(it)))
              .collect(Collectors.toMap(it -> it.obligation().id(), Function.identity()));
      return new Chain(
          around.stream().map(this::part).toList(),
          around.stream().flatMap(later -> steps(later, demands)).toList());
    }

    private Chain.Part part(Obligation one) {
      return new Chain.Part(
          one.id(),
          one.measureId(),
          sources.get(one.measureId()),
          one.title(),
          one.quote(),
          one.subjectQuote(),
          responsible(one).map(Unit::ref).toList(),
          one.strength(),
          one.rule().inWords(),
          one.inForceFrom(),
          one.inForceTo(),
          one.history(),
          succession.isPaused(one.id()));
    }

    private Stream<Chain.Step> steps(Obligation later, Map<String, Demand> demands) {
      return later.links().stream()
          .filter(it -> demands.containsKey(it.to()))
          .map(
              link -> {
                var comparison =
                    new Comparison(known(demands, link.to()), known(demands, later.id()));
                return new Chain.Step(
                    later.id(),
                    link.to(),
                    link.type(),
                    link.status(),
                    comparison.changes(),
                    comparison.weaker());
              });
    }

    private static Demand known(Map<String, Demand> demands, String id) {
      return Objects.requireNonNull(demands.get(id));
    }

    private Stream<Unit> responsible(Obligation one) {
      return one.who().responsible().stream()
          .filter(it -> !it.equals(Who.LEAD))
          .flatMap(it -> units.find(it).stream())
          .filter(it -> !hidden.contains(it.id()));
    }

    private Map<String, String> circle(Obligation one) {
      Map<String, String> circle = new LinkedHashMap<>();
      responsible(one)
          .flatMap(it -> units.membersOrSelf(it.id()).stream())
          .map(it -> units.standing(it).orElse(it))
          .filter(it -> !hidden.contains(it.id()))
          .map(Unit::ref)
          .forEach(it -> circle.put(it.id(), it.name()));
      return circle;
    }
  }
}
