package duban.catalog.occasion;

import duban.catalog.edit.Refused;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of occasion.
 *
 * @param yearly one is expected each year, and stands without a date until it is known
 * @param makesDeadlines false for frequent meetings, of which only the number is of interest
 * @param attributes what is recorded of each, by the names of attributes
 */
public record OccasionType(
    String id,
    String name,
    boolean yearly,
    boolean makesDeadlines,
    List<String> attributes,
    @Nullable Integer version) {

  /** Throws Refused unless each is a known attribute, once. */
  public static void expectKnown(List<String> named, Set<String> known) {
    for (String name : named) {
      if (!known.contains(name)) {
        throw new Refused(
            "unknown-reference",
            "attributes",
            "attributes has '" + name + "'; give the name of an attribute");
      }
    }
    if (Set.copyOf(named).size() < named.size()) {
      throw new Refused(
          "invalid-occasion-type", "attributes", "attributes names one of them twice");
    }
  }
}
