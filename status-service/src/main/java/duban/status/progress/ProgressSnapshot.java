package duban.status.progress;

import duban.status.fold.State;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What {@code duban.progress} carries. */
record ProgressSnapshot(
    UUID deadlineId,
    long version,
    State state,
    int counted,
    @Nullable Integer required,
    LocalDate effectiveDueOn) {}
