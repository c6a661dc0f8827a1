package duban.catalog.deadline;

import duban.catalog.progress.Progress;
import duban.catalog.progress.ProgressCopy;
import duban.catalog.rule.Words;
import duban.catalog.snapshot.UnitRef;
import duban.chassis.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what happened from being set aside unseen. Of what the caller may not see it only tells how
 * many there are.
 */
@ApplicationScoped
class Touched {
  private static final int SHOWN = 500;

  private final ProgressCopy progress;
  private final Shown shown;

  Touched(ProgressCopy progress, Shown shown) {
    this.progress = progress;
    this.shown = shown;
  }

  /** A deadline to which something happened. */
  record TouchedDeadline(UUID id, String title, UnitRef unit, String state, int counted) {}

  /**
   * Throws 409 confirmation-needed, which names those of them that the caller sees with their
   * state.
   */
  void expectNone(List<Deadline> withdrawn) {
    Map<UUID, Progress> known = progress.of(withdrawn.stream().map(Deadline::id).toList());
    List<Deadline> touched = withdrawn.stream().filter(it -> touched(known.get(it.id()))).toList();
    if (touched.isEmpty()) {
      return;
    }
    throw Problems.of(
        409,
        "confirmation-needed",
        "Confirmation needed",
        Words.many(touched.size(), "deadline")
            + " would be withdrawn to which something happened; ask for it again with"
            + " confirm=true if that is meant",
        Map.of(
            "count",
            touched.size(),
            "deadlines",
            shown.withState(touched).stream()
                .limit(SHOWN)
                .map(it -> told(it, Objects.requireNonNull(known.get(it.id()))))
                .toList()));
  }

  private static boolean touched(@Nullable Progress progress) {
    return progress != null && !progress.untouched();
  }

  private static TouchedDeadline told(Deadline deadline, Progress progress) {
    return new TouchedDeadline(
        deadline.id(), deadline.title(), deadline.unit(), progress.state(), progress.counted());
  }
}
