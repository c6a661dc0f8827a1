package duban.catalog.occasion;

import com.fasterxml.jackson.annotation.JsonInclude;
import duban.catalog.edit.Refused;
import duban.catalog.snapshot.UnitRef;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of occasion.
 *
 * @param yearly one is expected each year, and stands without a date until it is known
 * @param keptBy of a yearly type, the units each of which keeps one of its own, or groups whose
 *     members do; empty: one is expected for all
 * @param makesDeadlines false for frequent meetings, of which only the number is of interest
 * @param attributes what is recorded of each, by the names of attributes
 */
public record OccasionType(
    String id,
    String name,
    boolean yearly,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<UnitRef> keptBy,
    boolean makesDeadlines,
    List<String> attributes,
    @Nullable Integer version) {

  /** Of an id, as rules name it. */
  public static final String FORM = "^[A-Z][A-Z0-9_]{0,59}$";

  /** The same in words. */
  public static final String WRITTEN =
      "must be 1 to 60 capitals (A to Z), digits and '_', the first a capital";

  public OccasionType {
    keptBy = Objects.requireNonNullElse(keptBy, List.of());
  }

  /** Throws Refused unless its attributes are known ones, and it contradicts nothing of itself. */
  public void check(Set<String> known) {
    for (String attribute : attributes) {
      if (!known.contains(attribute)) {
        throw new Refused(
            "unknown-reference",
            "attributes",
            "attributes has '" + attribute + "'; give the name of an attribute");
      }
    }
    if (Set.copyOf(attributes).size() < attributes.size()) {
      throw new Refused(
          "invalid-occasion-type", "attributes", "attributes names one of them twice");
    }
    if (!keptBy.isEmpty() && !yearly) {
      throw new Refused(
          "invalid-occasion-type",
          "keptBy",
          "keptBy says who keeps one each year, but yearly is false; leave it out");
    }
    if (yearly && !makesDeadlines) {
      throw new Refused(
          "invalid-occasion-type",
          "yearly is true, but makesDeadlines false: what is only counted waits for no occasion; leave one of them out");
    }
    if (Set.copyOf(keptBy).size() < keptBy.size()) {
      throw new Refused("invalid-occasion-type", "keptBy", "keptBy names one of them twice");
    }
  }

  /** Whether each stands on a day of its own, and none is waited for without one. */
  public boolean alwaysDated() {
    return makesDeadlines && !yearly;
  }

  /** For whom these units, by their ids, are not there. */
  OccasionType without(Set<String> hidden) {
    return new OccasionType(
        id,
        name,
        yearly,
        keptBy.stream().filter(it -> !hidden.contains(it.id())).toList(),
        makesDeadlines,
        attributes,
        version);
  }
}
