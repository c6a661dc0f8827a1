package duban.catalog.deadline;

import duban.catalog.edit.Cause;
import duban.catalog.edit.DeadlineChange;
import duban.catalog.edit.DeadlineChanges;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells what was done to deadlines, from how they stood before. However many there are, it keeps
 * only as many as are shown.
 */
final class Difference {
  private final Cause cause;
  private final Part appeared = new Part();
  private final Part moved = new Part();
  private final Part withdrawn = new Part();
  private final Part changed = new Part();

  Difference(Cause cause) {
    this.cause = cause;
  }

  /** Adds what became of some that stood so before. */
  void add(Collection<Deadline> before, List<Deadline> made, List<Deadline> gone) {
    Map<UUID, Deadline> stood = new HashMap<>();
    before.forEach(it -> stood.put(it.id(), it));
    for (Deadline now : made) {
      @Nullable Deadline old = stood.get(now.id());
      if (old == null || old.status() == DeadlineStatus.WITHDRAWN) {
        appeared.add(now, change(now, null, now.dueOn()));
      } else {
        (old.dueOn().equals(now.dueOn()) ? changed : moved).add(now, change(now, old, now.dueOn()));
      }
    }
    gone.forEach(it -> withdrawn.add(it, change(it, it, null)));
  }

  DeadlineChanges changes() {
    return new DeadlineChanges(
        new DeadlineChanges.Counts(appeared.count, moved.count, withdrawn.count, changed.count),
        appeared.first(),
        moved.first(),
        withdrawn.first(),
        changed.first());
  }

  private DeadlineChange change(Deadline now, @Nullable Deadline old, @Nullable LocalDate to) {
    return new DeadlineChange(
        now.id(),
        now.title(),
        now.unit(),
        old == null || old.unit().id().equals(now.unit().id()) ? null : old.unit(),
        now.period(),
        now.checkpoint(),
        old == null ? null : old.dueOn(),
        to,
        cause);
  }

  /** How many, and the first of them by their dates. */
  private static final class Part {
    private record One(LocalDate dueOn, DeadlineChange change) {}

    private static final Comparator<One> BY_DATE =
        Comparator.comparing(One::dueOn).thenComparing(it -> it.change().id());

    private final TreeSet<One> kept = new TreeSet<>(BY_DATE);
    private int count;

    void add(Deadline deadline, DeadlineChange change) {
      count++;
      kept.add(new One(deadline.dueOn(), change));
      if (kept.size() > DeadlineChanges.SHOWN) {
        kept.pollLast();
      }
    }

    List<DeadlineChange> first() {
      return kept.stream().map(One::change).toList();
    }
  }
}
