package duban.status.fold;

import duban.status.deadline.Deadline;
import org.jspecify.annotations.Nullable;

/** What a kind and a state leave to happen. */
final class InState {

  private InState() {}

  /**
   * Null if it may happen.
   *
   * @param checking whether it is new: what was recorded under a rule of another kind keeps its
   *     effect
   */
  static @Nullable Verdict wrong(Event event, State state, Deadline deadline, boolean checking) {
    Verdict ofKind = checking ? Fold.ofKind(event.type(), deadline) : Verdict.EFFECTIVE;
    if (ofKind.refused()) {
      return ofKind;
    }
    boolean notRated = event.type() == EventType.RATED && !deadline.rated();
    if (state.allows(event.type()) && !notRated) {
      return null;
    }
    String why =
        "the state is "
            + state
            + " "
            + state.chinese()
            + (notRated ? " and what it is about is not rated" : "")
            + ", which does not allow "
            + event.type()
            + "; it allows "
            + state.allowed(deadline);
    return Verdict.refused("state-does-not-allow", why, null);
  }
}
