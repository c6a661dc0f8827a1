package duban.catalog.deadline;

import com.github.f4b6a3.uuid.UuidCreator;
import duban.catalog.obligation.Obligation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The same duty of the same unit in the same period always has the same id. */
final class DeadlineId {
  private static final UUID NAMESPACE = UUID.fromString("7b0f6a1e-2f53-4c5d-9a46-5d1c0e8b3f27");

  private DeadlineId() {}

  /** Dates that belong to no period may move into another year; the id stays. */
  static UUID of(
      Obligation obligation,
      String unit,
      String period,
      @Nullable String checkpoint,
      @Nullable UUID occasion) {
    return of(
        obligation.id(),
        unit,
        obligation.rule().kind().ofPeriods(occasion != null) ? period : "",
        checkpoint,
        occasion == null ? null : occasion.toString());
  }

  /** UUIDv5 of the five, joined by |; what does not apply is empty. */
  static UUID of(
      String obligation,
      String unit,
      String period,
      @Nullable String checkpoint,
      @Nullable String occasion) {
    return UuidCreator.getNameBasedSha1(
        NAMESPACE,
        String.join(
            "|",
            obligation,
            unit,
            period,
            checkpoint == null ? "" : checkpoint,
            occasion == null ? "" : occasion));
  }
}
