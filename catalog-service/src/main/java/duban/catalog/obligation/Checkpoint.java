package duban.catalog.obligation;

import java.time.MonthDay;
import org.jspecify.annotations.Nullable;

/**
 * One named point of a rule.
 *
 * @param actor the code of the unit that acts, where it is not the responsible one
 * @param completes the type of the event that completes it
 */
public record Checkpoint(
    String name,
    @Nullable MonthDay opens,
    MonthDay due,
    @Nullable String actor,
    String completes) {}
