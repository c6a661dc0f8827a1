package duban.notification.reminder;

import org.jspecify.annotations.Nullable;

/**
 * Whom a step would be told.
 *
 * @param unit the code of the unit in whose place
 * @param contact who receives for it; absent if nobody does, or if it may not be told
 * @param allowed whether its relation lets it be told at all
 */
record Addressee(String unit, @Nullable String contact, boolean allowed) {}
