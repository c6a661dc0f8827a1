package duban.status.unit;

import org.jspecify.annotations.Nullable;

/** What has to be there for a unit to be kept; absent only in a record that is refused. */
record UnitCopy(@Nullable String id, long version) {}
