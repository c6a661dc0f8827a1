package duban.status.progress;

import duban.status.chain.Chain;
import duban.status.deadline.Deadline;
import duban.status.fold.Event;
import duban.status.fold.EventType;
import duban.status.fold.Fold;
import duban.status.fold.Folded;
import duban.status.fold.Verdict;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** On which days happened what is only counted: of that the days say more than a light would. */
@ApplicationScoped
class CountedDays {

  private final Chain chain;

  CountedDays(Chain chain) {
    this.chain = chain;
  }

  /** By id, as the record stands; of those among them that are only counted. */
  Map<UUID, List<LocalDate>> of(Collection<Deadline> some) {
    Map<UUID, Deadline> tallies =
        some.stream()
            .filter(Deadline::tally)
            .collect(Collectors.toMap(Deadline::id, it -> it, (one, same) -> one));
    if (tallies.isEmpty()) {
      return Map.of();
    }
    var events =
        QuarkusTransaction.joiningExisting()
            .call(() -> chain.ofDeadlines(List.copyOf(tallies.keySet())));
    return tallies.values().stream()
        .collect(
            Collectors.toMap(Deadline::id, it -> of(it, events.getOrDefault(it.id(), List.of()))));
  }

  private static List<LocalDate> of(Deadline tally, List<Event> events) {
    return of(Fold.of(tally, events), events);
  }

  /** In their order; two on one day are two. */
  static List<LocalDate> of(Folded folded, List<Event> events) {
    return events.stream()
        .filter(it -> it.type() == EventType.COUNTED)
        .filter(it -> folded.of(it).effect() == Verdict.Effect.EFFECTIVE)
        .map(Event::effectiveOn)
        .sorted()
        .toList();
  }
}
