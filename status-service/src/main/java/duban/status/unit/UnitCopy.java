package duban.status.unit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a unit that are used here; id and version are absent only in what is refused. */
record UnitCopy(
    @Nullable String id, long version, @Nullable String code, @Nullable List<Member> members) {

  record Member(@Nullable String id) {}

  /** The ids of those who form the group; empty for a single unit. */
  String[] memberIds() {
    return members == null
        ? new String[0]
        : members.stream()
            .map(Member::id)
            .filter(java.util.Objects::nonNull)
            .toArray(String[]::new);
  }
}
