package duban.catalog.rights;

import duban.catalog.listing.Where;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reasons to see something, of which one is enough. Their values are bound to the list's query. */
final class Either {
  /** Ids of the units whose codes a name is bound to. */
  private static final String UNITS = "(select u.id from Unit u where array_contains(:%s, u.code))";

  private final Where where;
  private final List<String> reasons = new ArrayList<>();

  Either(Where where) {
    this.where = where;
  }

  /**
   * If there are any codes.
   *
   * @param name under which they are bound; each query needs its own
   * @param reason with %s for the ids of their units, in parentheses
   */
  Either among(Collection<String> codes, String name, String reason) {
    if (!codes.isEmpty()) {
      where.bind(name, codes.toArray(String[]::new));
      reasons.add(reason.replace("%s", UNITS.formatted(name)));
    }
    return this;
  }

  Either or(boolean applies, String reason) {
    if (applies) {
      reasons.add(reason);
    }
    return this;
  }

  /** Without a reason nothing is seen. */
  String text() {
    return reasons.isEmpty() ? "1 = 0" : "(" + String.join(" or ", reasons) + ")";
  }
}
