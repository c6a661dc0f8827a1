package duban.status.progress;

import duban.status.fold.State;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What {@code duban.progress} carries. */
record ProgressSnapshot(
    UUID deadlineId,
    long version,
    State state,
    int counted,
    @Nullable Integer required,
    LocalDate effectiveDueOn) {

  /** One that was read may lack what it must have. */
  boolean whole() {
    return version > 0 && Stream.of(deadlineId, state, effectiveDueOn).allMatch(Objects::nonNull);
  }
}
