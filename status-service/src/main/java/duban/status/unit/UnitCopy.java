package duban.status.unit;

import org.jspecify.annotations.Nullable;

/**
 * The fields of a unit that are used here; id and version are absent only in what is refused. Its
 * members, if it is a group, are read from its snapshot by SQL.
 */
record UnitCopy(@Nullable String id, long version, @Nullable String code) {

  String key() {
    return String.valueOf(id);
  }
}
