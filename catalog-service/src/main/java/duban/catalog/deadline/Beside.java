package duban.catalog.deadline;

import duban.catalog.listing.Where;
import duban.catalog.rights.Seen;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Leaves out of what anybody may read who handles it beside others and is not published. */
@ApplicationScoped
class Beside {
  private final DeadlineRepository deadlines;
  private final Seen seen;

  Beside(DeadlineRepository deadlines, Seen seen) {
    this.deadlines = deadlines;
    this.seen = seen;
  }

  /** How the caller of the operation sees each of these. */
  Function<DeadlineEntity, Deadline> view(List<DeadlineEntity> these, String operation) {
    Set<String> hidden = seen.textOnlyUnits(operation);
    if (hidden.isEmpty() || these.isEmpty()) {
      return DeadlineEntity::deadline;
    }
    Where where = new Where().and("id in :ids", "ids", these.stream().map(it -> it.id).toList());
    Set<UUID> whole =
        seen.deadlinesBesidePublished(where, operation).all(deadlines).stream()
            .map(it -> it.id)
            .collect(Collectors.toSet());
    return it -> whole.contains(it.id) ? it.deadline() : it.deadline().without(hidden);
  }
}
