package duban.catalog.obligation;

import duban.catalog.listing.Where;
import duban.catalog.rights.Seen;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Leaves out of what anybody may read who handles it beside others and is not published. */
@ApplicationScoped
class Beside {
  private final ObligationRepository obligations;
  private final Seen seen;

  Beside(ObligationRepository obligations, Seen seen) {
    this.obligations = obligations;
    this.seen = seen;
  }

  /** How the caller of the operation sees each of these. */
  Function<ObligationEntity, ObligationView> view(List<ObligationEntity> these, String operation) {
    Set<String> hidden = seen.textOnlyUnits(operation);
    if (hidden.isEmpty() || these.isEmpty()) {
      return ObligationView::of;
    }
    Where where = new Where().and("id in :ids", "ids", these.stream().map(it -> it.id).toList());
    Set<String> whole =
        seen.obligationsBesidePublished(where, operation).all(obligations).stream()
            .map(it -> it.id)
            .collect(Collectors.toSet());
    return it ->
        whole.contains(it.id) ? ObligationView.of(it) : ObligationView.of(it).without(hidden);
  }
}
