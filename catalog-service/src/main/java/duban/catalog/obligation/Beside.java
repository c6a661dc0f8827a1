package duban.catalog.obligation;

import duban.catalog.listing.Where;
import duban.catalog.rights.Seen;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
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
    var view = view(these.stream().map(it -> it.id).collect(Collectors.toSet()), operation);
    return it -> new ObligationView(view.apply(ObligationRepository.obligation(it)), it.version);
  }

  /** The same of those with these ids. */
  UnaryOperator<Obligation> view(Set<String> ids, String operation) {
    Set<String> hidden = seen.textOnlyUnits(operation);
    if (hidden.isEmpty() || ids.isEmpty()) {
      return UnaryOperator.identity();
    }
    Where where = new Where().and("id in :ids", "ids", ids);
    Set<String> whole =
        seen.obligationsBesidePublished(where, operation)
            .ids(obligations, ObligationEntity.class, String.class);
    return it -> whole.contains(it.id()) ? it : it.without(hidden);
  }
}
