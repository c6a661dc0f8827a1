package duban.catalog.deadline;

import duban.catalog.edit.Cause;
import duban.catalog.edit.DeadlineChange;
import duban.catalog.edit.DeadlineChanges;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells what was done to deadlines, from how they stood before. */
final class Difference {
  private static final Comparator<Deadline> BY_DATE =
      Comparator.comparing(Deadline::dueOn).thenComparing(Deadline::id);

  private final Cause cause;
  private final Map<UUID, Deadline> before = new HashMap<>();

  @SafeVarargs
  Difference(Cause cause, Collection<Deadline>... before) {
    this.cause = cause;
    for (Collection<Deadline> some : before) {
      some.forEach(it -> this.before.put(it.id(), it));
    }
  }

  DeadlineChanges to(List<Deadline> made, List<Deadline> withdrawn) {
    List<DeadlineChange> appeared = new ArrayList<>();
    List<DeadlineChange> moved = new ArrayList<>();
    List<DeadlineChange> changed = new ArrayList<>();
    for (Deadline now : made.stream().sorted(BY_DATE).toList()) {
      @Nullable Deadline old = before.get(now.id());
      if (old == null || old.status() == DeadlineStatus.WITHDRAWN) {
        appeared.add(change(now, null, now.dueOn()));
      } else {
        (old.dueOn().equals(now.dueOn()) ? changed : moved).add(change(now, old, now.dueOn()));
      }
    }
    return DeadlineChanges.of(
        appeared,
        moved,
        withdrawn.stream().sorted(BY_DATE).map(it -> change(it, it, null)).toList(),
        changed);
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
}
