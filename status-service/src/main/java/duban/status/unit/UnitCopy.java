package duban.status.unit;

import duban.chassis.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a unit that are used here; id and version are absent only in what is refused.
 *
 * @param members if it is a group
 */
record UnitCopy(
    @Nullable String id,
    long version,
    @Nullable String code,
    @Nullable List<Named> members,
    @Nullable Named superior,
    @Nullable String kind,
    @Nullable String relation) {

  record Named(@Nullable String id) {}

  String key() {
    return String.valueOf(id);
  }

  @Nullable String superiorId() {
    return superior == null ? null : superior.id();
  }

  /** As a JSON array; null if there is none. */
  @Nullable String memberIds() {
    return members == null || members.isEmpty()
        ? null
        : Json.contract().valueToTree(members.stream().map(Named::id).toList()).toString();
  }
}
