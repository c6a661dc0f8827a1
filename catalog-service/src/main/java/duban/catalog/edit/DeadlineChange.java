package duban.catalog.edit;

import duban.catalog.snapshot.UnitRef;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an edit did to one deadline.
 *
 * @param unitFrom who owed it before, where that changed
 * @param from its due date before; absent if it was not there
 * @param to its due date now; absent if it is withdrawn
 */
public record DeadlineChange(
    UUID id,
    String title,
    UnitRef unit,
    @Nullable UnitRef unitFrom,
    String period,
    @Nullable String checkpoint,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    Cause why) {}
