package duban.notification.progress;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a deadline is, as status publishes it. */
public record Progress(
    String deadlineId,
    long version,
    @Nullable String state,
    int counted,
    @Nullable Integer required,
    @Nullable LocalDate effectiveDueOn) {

  /** Before status has said anything. */
  public static Progress none(String deadlineId) {
    return new Progress(deadlineId, 0, null, 0, null, null);
  }

  /**
   * Why its unit is told nothing more; empty while it is owed.
   *
   * @param times how often it has to happen; absent where nothing is counted
   */
  public Optional<String> over(@Nullable Integer times) {
    var enough = required == null ? times : required;
    // What is to be done again is owed however often it was counted.
    if (enough != null && counted >= enough && !"REWORK".equals(state)) {
      return Optional.of("DONE");
    }
    return switch (state == null ? "" : state) {
      case "CLAIMED" -> Optional.of("CLAIMED");
      case "ACCEPTED", "CLOSED" -> Optional.of("DONE");
      case "SUSPENDED", "EXEMPT", "UNMET", "WITHDRAWN", "SENT_BACK" -> Optional.ofNullable(state);
      default -> Optional.empty();
    };
  }
}
