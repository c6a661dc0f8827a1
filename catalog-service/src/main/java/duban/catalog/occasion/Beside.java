package duban.catalog.occasion;

import duban.catalog.listing.Where;
import duban.catalog.rights.Seen;
import duban.catalog.rights.SeenOccasions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Leaves out of what anybody may read what staff wrote about it, and who of the party or of a
 * superior body takes part.
 */
@ApplicationScoped
class Beside {
  private final OccasionRepository occasions;
  private final SeenOccasions seen;
  private final Seen units;

  Beside(OccasionRepository occasions, SeenOccasions seen, Seen units) {
    this.occasions = occasions;
    this.seen = seen;
    this.units = units;
  }

  /** As the caller of the operation sees each of these. */
  List<Occasion> shown(List<OccasionEntity> these, String operation) {
    List<Occasion> all = occasions.occasions(these);
    if (all.isEmpty() || seen.everything(operation)) {
      return all;
    }
    Set<String> hidden = units.textOnlyUnits(operation);
    Where where = new Where().and("id in :ids", "ids", these.stream().map(it -> it.id).toList());
    Set<UUID> whole =
        seen.besidePublished(where, operation).all(occasions).stream()
            .map(it -> it.id)
            .collect(Collectors.toSet());
    UnaryOperator<Occasion> view = it -> whole.contains(it.id()) ? it : it.published(hidden);
    return all.stream().map(view).toList();
  }
}
