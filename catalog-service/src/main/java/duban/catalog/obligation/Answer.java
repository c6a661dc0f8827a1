package duban.catalog.obligation;

import duban.catalog.snapshot.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * Whether a duty applies to a unit.
 *
 * @param question what was asked
 * @param applies absent: nobody has answered, and nothing is owed
 */
record Answer(String obligationId, UnitRef unit, String question, @Nullable Boolean applies) {}
