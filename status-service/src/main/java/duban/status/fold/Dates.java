package duban.status.fold;

import duban.status.deadline.Deadline;
import duban.status.fold.Standing.DueFrom;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The two dates that a history comes to.
 *
 * @param claimedOn when it was last claimed or completed, if no rework was ordered since
 * @param rework the newest order to do it again
 */
record Dates(Deadline deadline, @Nullable LocalDate claimedOn, @Nullable Event rework) {

  /** What has to be done again is fulfilled only by a new claim, whatever was counted before. */
  @Nullable LocalDate fulfilledOn(Counting counting) {
    Integer required = deadline.required();
    if (rework != null || deadline.checkpoints() || required == null) {
      return claimedOn;
    }
    LocalDate reached = counting.reached(required);
    if (reached == null || claimedOn == null) {
      return reached == null ? claimedOn : reached;
    }
    return reached.isBefore(claimedOn) ? reached : claimedOn;
  }

  LocalDate effectiveDueOn() {
    LocalDate again = rework == null ? null : rework.reworkDueOn();
    return again != null && dueFrom() == DueFrom.REWORK ? again : deadline.dueOn();
  }

  /** A date that the rule gives anew wins over the ordered one only if it is later. */
  DueFrom dueFrom() {
    LocalDate again = rework == null ? null : rework.reworkDueOn();
    if (rework == null || again == null) {
      return DueFrom.RULE;
    }
    LocalDate then = rework.dueOn();
    boolean newer = then != null && !then.equals(deadline.dueOn());
    return newer && deadline.dueOn().isAfter(again) ? DueFrom.NEWER_RULE : DueFrom.REWORK;
  }
}
