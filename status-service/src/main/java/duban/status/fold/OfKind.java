package duban.status.fold;

import duban.status.deadline.Deadline;
import org.jspecify.annotations.Nullable;

/** Which events never belong to a deadline of a kind, whatever its state. */
final class OfKind {

  private OfKind() {}

  /** Null if it may belong to it. */
  static @Nullable String whyNot(EventType type, Deadline deadline) {
    return switch (type) {
      case VERIFIED ->
          deadline.standing()
              ? null
              : deadline.tally()
                  ? onlyCounted(deadline, "verify")
                  : "VERIFIED 核对 is for STANDING duties, and this is a "
                      + deadline.kind()
                      + "; record what was done, and COMPLETION_CLAIMED when all of it is";
      case COMPLETION_CLAIMED -> noClaim(deadline);
      case EXPLAINED, EXPLANATION_ACCEPTED ->
          deadline.tally()
              ? "it is only counted, so nothing is missing that could be explained; record each time"
                  + " as COUNTED"
              : deadline.explained()
                  ? null
                  : type
                      + " is for what cannot be made up, and this can: afterDue is "
                      + deadline.afterDue()
                      + "; record it when it was done";
      default -> null;
    };
  }

  private static String onlyCounted(Deadline tally, String what) {
    return "it is only counted, so there is nothing to "
        + what
        + "; it closes by itself on "
        + tally.closesOn()
        + "; record each time as COUNTED";
  }

  private static @Nullable String noClaim(Deadline deadline) {
    if (deadline.standing()) {
      return "a STANDING duty is never completed; record VERIFIED 核对 with outcome MET, NOT_MET or"
          + " NOT_APPLICABLE";
    }
    if (deadline.tally()) {
      return onlyCounted(deadline, "claim");
    }
    return deadline.notBefore()
        ? "of NOT_BEFORE only the order of the occasions is looked at, so there is nothing to claim;"
            + " record facts such as EVIDENCE_ADDED"
        : null;
  }
}
