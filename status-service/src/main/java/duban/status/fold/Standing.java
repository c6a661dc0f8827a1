package duban.status.fold;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a deadline stands, without anything that depends on today.
 *
 * @param counted how many occurrences count, also beyond what is required
 * @param fulfilledOn the day with effect from which the count is reached, the claim made or the
 *     checkpoint met; absent while it is not, and again after a rework was ordered
 * @param explainedOn the day of the newest explanation why it was not done; absent without one, and
 *     again after a rework was ordered
 */
public record Standing(
    State state,
    int counted,
    LocalDate effectiveDueOn,
    DueFrom dueFrom,
    @Nullable LocalDate fulfilledOn,
    @Nullable LocalDate explainedOn) {

  /** Where the effective date comes from. */
  public enum DueFrom {
    RULE,
    REWORK,
    NEWER_RULE
  }
}
