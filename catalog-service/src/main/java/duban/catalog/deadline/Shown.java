package duban.catalog.deadline;

import duban.catalog.listing.Where;
import duban.catalog.rights.Seen;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Keeps what an edit did to deadlines to those that its author may see: it may reach others too,
 * where they name the same unit.
 */
@ApplicationScoped
class Shown {
  /** For work that nobody asked for: its answer goes nowhere. */
  static final UnaryOperator<List<Deadline>> ALL = UnaryOperator.identity();

  private final DeadlineRepository deadlines;
  private final Seen seen;

  Shown(DeadlineRepository deadlines, Seen seen) {
    this.deadlines = deadlines;
    this.seen = seen;
  }

  List<Deadline> of(List<Deadline> some) {
    return of(some, seen::deadlines);
  }

  /** Whose text is published, of those how far they were carried out may be hidden still. */
  List<Deadline> withState(List<Deadline> some) {
    return of(some, seen::deadlinesByState);
  }

  private List<Deadline> of(List<Deadline> some, BiFunction<Where, String, Where> keptTo) {
    if (some.isEmpty() || seen.everyDeadline(DeadlineFilter.LIST)) {
      return some;
    }
    Where these = new Where().and("id in :ids", "ids", some.stream().map(Deadline::id).toList());
    Set<UUID> visible =
        keptTo.apply(these, DeadlineFilter.LIST).all(deadlines).stream()
            .map(it -> it.id)
            .collect(Collectors.toSet());
    return some.stream().filter(it -> visible.contains(it.id())).toList();
  }
}
