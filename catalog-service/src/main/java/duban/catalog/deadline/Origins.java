package duban.catalog.deadline;

import duban.catalog.obligation.Obligation;
import duban.catalog.snapshot.Edition;
import duban.catalog.snapshot.Editions;
import duban.catalog.unit.Unit;
import duban.chassis.clock.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a deadline was made from: what stands now, as long as it is made again with each
 * change, and otherwise what stood when it was made.
 */
@ApplicationScoped
class Origins {
  private final DeadlineRepository deadlines;
  private final DeadlineStore store;
  private final Grounds grounds;
  private final Editions editions;
  private final BusinessClock clock;

  Origins(
      DeadlineRepository deadlines,
      DeadlineStore store,
      Grounds grounds,
      Editions editions,
      BusinessClock clock) {
    this.deadlines = deadlines;
    this.store = store;
    this.grounds = grounds;
    this.editions = editions;
    this.clock = clock;
  }

  Origin of(UUID id) {
    DeadlineEntity entity = deadlines.findById(id);
    Deadline deadline = entity.deadline();
    boolean open = store.isOpen(id, clock.today());
    if (open) {
      var rule = rule(deadline, Editions.NEWEST);
      var obligation = rule.body(Obligation.class);
      var now = grounds.now();
      if (makes(obligation, now, deadline.asMade())) {
        return new Origin(
            obligation, rule.version(), now, madeOn(deadline), false, List.of(), List.of());
      }
    }
    return former(entity, deadline, !open);
  }

  /** One that was reopened waits for being made again. */
  private static boolean makes(Obligation obligation, Basis basis, Deadline deadline) {
    var alone = List.of(obligation);
    int last = Math.max(deadline.periodTo().getYear(), deadline.dueOn().getYear());
    return new Schedule(basis, alone)
        .of(alone, deadline.periodFrom().getYear(), last)
        .anyMatch(deadline::equals);
  }

  private Origin former(DeadlineEntity entity, Deadline deadline, boolean settled) {
    var rule = rule(deadline, entity.madeUnder);
    var obligation = rule.body(Obligation.class);
    var basis =
        grounds.at(
            editions.all(Ground.UNITS.thing, entity.madeUnder),
            editions.all(Ground.CALENDAR.thing, entity.madeUnder));
    var restsOn = restsOn(deadline, obligation, basis);
    List<Ground> changed = new ArrayList<>();
    restsOn.forEach(
        (ground, ids) -> {
          var then = editions.of(ground.thing, ids, entity.madeUnder);
          if (!then.equals(editions.of(ground.thing, ids, Editions.NEWEST))) {
            changed.add(ground);
          }
        });
    boolean kept = entity.madeUnder > 0 || makes(obligation, basis, deadline.asMade());
    return new Origin(
        obligation,
        rule.version(),
        basis,
        madeOn(deadline),
        settled,
        changed,
        kept ? List.of() : notKept(entity, restsOn));
  }

  /**
   * What was changed between the making and the first editions. Of what was withdrawn nobody knows
   * when it was made.
   */
  private List<Ground> notKept(DeadlineEntity entity, Map<Ground, Set<String>> restsOn) {
    return Stream.of(Ground.values())
        .filter(
            it ->
                !entity.status.equals(DeadlineStatus.ACTIVE.name())
                    || editions.of(it.thing, restsOn.getOrDefault(it, Set.of()), 0).stream()
                        .anyMatch(edition -> edition.recordedAt().isAfter(entity.madeAt)))
        .toList();
  }

  /** Of what was withdrawn it is told when that was. */
  private static @Nullable LocalDate madeOn(Deadline deadline) {
    return deadline.status() == DeadlineStatus.ACTIVE ? deadline.madeOn() : null;
  }

  /** By their ids, in the order in which they are told. */
  private static Map<Ground, Set<String>> restsOn(
      Deadline deadline, Obligation obligation, Basis basis) {
    Map<Ground, Set<String>> ids = new EnumMap<>(Ground.class);
    ids.put(Ground.RULE, Set.of(obligation.id()));
    ids.put(
        Ground.UNITS,
        Stream.concat(Stream.of(deadline.unit().id()), obligation.who().responsible().stream())
            .flatMap(it -> basis.units().find(it).stream())
            .map(Unit::id)
            .collect(Collectors.toSet()));
    ids.put(
        Ground.CALENDAR,
        Stream.of(deadline.dueOn(), deadline.rolledFrom(), deadline.latestStartOn())
            .filter(Objects::nonNull)
            .map(it -> String.valueOf(it.getYear()))
            .collect(Collectors.toSet()));
    return ids;
  }

  private Edition rule(Deadline deadline, long number) {
    return editions.of(Ground.RULE.thing, Set.of(deadline.obligationId()), number).get(0);
  }
}
