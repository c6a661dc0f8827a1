package duban.catalog.rollup;

import duban.catalog.deadline.SeenDeadlines.Dated;
import duban.catalog.progress.Progress;
import duban.catalog.progress.ProgressState;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a deadline stands, as far as this service has heard.
 *
 * @param state one that is not known here means that something happened
 */
record Standing(Dated deadline, ProgressState state, int counted) {
  private static final Set<ProgressState> NOT_OWED =
      EnumSet.of(ProgressState.EXEMPT, ProgressState.WITHDRAWN);
  private static final Set<ProgressState> DONE =
      EnumSet.of(ProgressState.ACCEPTED, ProgressState.CLOSED);

  static Standing of(Dated deadline, @Nullable Progress progress) {
    if (progress == null) {
      return new Standing(deadline, ProgressState.NOT_OPEN, 0);
    }
    ProgressState state =
        Arrays.stream(ProgressState.values())
            .filter(it -> it.name().equals(progress.state()))
            .findFirst()
            .orElse(ProgressState.IN_PROGRESS);
    return new Standing(deadline, state, progress.counted());
  }

  /** What is only counted is neither met nor missing. */
  boolean owed() {
    return !deadline.tally() && !NOT_OWED.contains(state);
  }

  boolean tally() {
    return deadline.tally() && !NOT_OWED.contains(state);
  }

  /** Accepted, or its count reached: however late somebody looks at it. */
  boolean met() {
    Integer required = deadline.required();
    return DONE.contains(state)
        || (state != ProgressState.UNMET && required != null && counted >= required);
  }

  RollUp.Tally numbered() {
    return new RollUp.Tally(
        deadline.unit(), deadline.id().toString(), deadline.period(), state, counted);
  }

  RollUp.Missing missing() {
    return new RollUp.Missing(
        deadline.unit(),
        deadline.id().toString(),
        deadline.period(),
        deadline.checkpoint(),
        deadline.dueOn(),
        state,
        counted,
        deadline.required());
  }
}
