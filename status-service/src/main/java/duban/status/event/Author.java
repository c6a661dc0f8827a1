package duban.status.event;

import org.jspecify.annotations.Nullable;

/**
 * Who records an event, as the token says.
 *
 * @param actor absent only where an office lets people record without a token
 * @param unit the code of the unit for which it is recorded
 */
record Author(@Nullable String actor, @Nullable String unit) {}
