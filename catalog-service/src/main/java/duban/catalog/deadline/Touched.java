package duban.catalog.deadline;

import duban.catalog.progress.Progress;
import duban.catalog.progress.ProgressCopy;
import duban.catalog.snapshot.UnitRef;
import duban.chassis.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps what happened from being set aside unseen. */
@ApplicationScoped
class Touched {
  private static final int SHOWN = 500;

  private final ProgressCopy progress;

  Touched(ProgressCopy progress) {
    this.progress = progress;
  }

  /** A deadline to which something happened. */
  record TouchedDeadline(UUID id, String title, UnitRef unit, String state, int counted) {}

  /** Throws 409 confirmation-needed, which names those to which something happened. */
  void expectNone(List<Deadline> withdrawn) {
    Map<UUID, Progress> known = progress.of(withdrawn.stream().map(Deadline::id).toList());
    List<TouchedDeadline> touched =
        withdrawn.stream().flatMap(it -> touched(it, known.get(it.id())).stream()).toList();
    if (touched.isEmpty()) {
      return;
    }
    throw Problems.of(
        409,
        "confirmation-needed",
        "Confirmation needed",
        touched.size()
            + " deadlines would be withdrawn to which something happened; ask for it again with"
            + " confirm=true if that is meant",
        Map.of(
            "count",
            touched.size(),
            "deadlines",
            touched.subList(0, Math.min(SHOWN, touched.size()))));
  }

  private static List<TouchedDeadline> touched(Deadline deadline, @Nullable Progress progress) {
    return progress == null || progress.untouched()
        ? List.of()
        : List.of(
            new TouchedDeadline(
                deadline.id(),
                deadline.title(),
                deadline.unit(),
                progress.state(),
                progress.counted()));
  }
}
