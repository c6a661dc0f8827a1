package duban.catalog.occasion;

import com.fasterxml.jackson.annotation.JsonInclude;
import duban.catalog.snapshot.UnitRef;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A type as it is stored: units by their ids, for they may be renamed. What is kept by nobody in
 * particular is written as it was before there were others, so that loading it again changes
 * nothing.
 */
record KeptType(
    String id,
    String name,
    boolean yearly,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> keptBy,
    boolean makesDeadlines,
    List<String> attributes) {

  KeptType {
    keptBy = Objects.requireNonNullElse(keptBy, List.of());
  }

  static KeptType of(OccasionType type) {
    return new KeptType(
        type.id(),
        type.name(),
        type.yearly(),
        type.keptBy().stream().map(UnitRef::id).toList(),
        type.makesDeadlines(),
        type.attributes());
  }

  /**
   * @param refs of at least the units that it names, by their ids
   */
  OccasionType type(Map<String, UnitRef> refs, @Nullable Integer version) {
    return new OccasionType(
        id,
        name,
        yearly,
        keptBy.stream().map(it -> Objects.requireNonNull(refs.get(it))).toList(),
        makesDeadlines,
        attributes,
        version);
  }
}
