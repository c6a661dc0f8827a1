package duban.chassis.rights;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Whether a unit lies in a scope. A unit that moves takes its rights along within 10 seconds. */
@ApplicationScoped
public class Scopes {

  private static final Duration KEPT = Duration.ofSeconds(10);
  private static final int MOST = 50_000;
  private static final int MOST_SUBTREES = 500;

  /** No unit has this code. */
  private static final String TOPS = "";

  /** Deeper than any administration; a circle, which the catalog refuses, ends here. */
  private static final int DEEPEST = 30;

  private final UnitTree units;
  private final Cache<String, Optional<UnitTree.Place>> places =
      Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();
  private final Cache<String, Set<String>> subtrees =
      Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST_SUBTREES).build();

  Scopes(UnitTree units) {
    this.units = units;
  }

  /** The scope itself is in it. */
  boolean within(String unit, String scope) {
    var at = unit;
    for (int i = 0; i < DEEPEST; i++) {
      if (at.equals(scope)) {
        return true;
      }
      var above = place(at).flatMap(UnitTree.Place::superior);
      if (above.isEmpty()) {
        return whole(scope);
      }
      at = above.get();
    }
    return false;
  }

  /**
   * Whether it is the only area at the top, so that what belongs to no unit is in it too. Before an
   * area is made, as in a new installation, each scope without a superior is.
   */
  boolean whole(String scope) {
    var tops = tops();
    return tops.isEmpty()
        ? units.complete() && place(scope).flatMap(UnitTree.Place::superior).isEmpty()
        : tops.equals(Set.of(scope));
  }

  /** Whether scopes can be judged: not while the area at the top is on its way. */
  boolean known() {
    return units.complete() || !tops().isEmpty();
  }

  /** Codes of all that lie in it. */
  Set<String> below(String scope) {
    return subtrees.get(scope, units::below);
  }

  /** Reads the units anew, as after 10 seconds. */
  public void forget() {
    places.invalidateAll();
    subtrees.invalidateAll();
  }

  /** None is no answer to keep: the first may come at any moment. */
  private Set<String> tops() {
    var known = subtrees.getIfPresent(TOPS);
    if (known == null) {
      known = units.tops();
      if (!known.isEmpty()) {
        subtrees.put(TOPS, known);
      }
    }
    return known;
  }

  private Optional<UnitTree.Place> place(String code) {
    var known = places.getIfPresent(code);
    if (known == null) {
      known = units.place(code);
      // One that is not known yet may come at any moment.
      if (known.isPresent()) {
        places.put(code, known);
      }
    }
    return known;
  }
}
