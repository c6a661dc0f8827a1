package duban.notification.reminder;

import duban.notification.policy.Channel;
import duban.notification.policy.Effect;
import duban.notification.policy.Effect.Change;
import duban.notification.policy.Step;
import duban.notification.policy.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How one reminder that is still to come would be another.
 *
 * @param seen whether it is shown to who asks
 * @param before absent: it appears
 * @param after absent: it disappears
 */
record Difference(String title, boolean seen, @Nullable Reminder before, @Nullable Reminder after) {

  private static final int SHOWN = 100;

  /** Of one deadline, two reminders that people take for the same on different days. */
  private record Alike(Step step, Channel channel, Task task, @Nullable String recipient) {

    static Alike of(Reminder it) {
      return new Alike(it.step(), it.channel(), it.task(), it.recipient());
    }
  }

  /** Those of one deadline. */
  static List<Difference> of(String title, boolean seen, List<Reminder> existing, Changes changes) {
    var before = new HashMap<UUID, Reminder>();
    existing.stream().filter(Difference::toCome).forEach(it -> before.put(it.id(), it));
    var after = new LinkedHashMap<>(before);
    changes.deleted().forEach(it -> after.remove(it.id()));
    changes.changed().forEach(it -> after.put(it.id(), it));
    changes.created().forEach(it -> after.put(it.id(), it));
    after.values().removeIf(it -> !toCome(it));
    var differences = new ArrayList<Difference>();
    var gone = new ArrayList<>(before.values());
    gone.removeIf(it -> after.containsKey(it.id()));
    for (var it : after.values()) {
      var was = before.get(it.id());
      if (was == null) {
        differences.add(new Difference(title, seen, partner(it, gone), it));
      } else if (!was.dueAt().equals(it.dueAt())) {
        differences.add(new Difference(title, seen, was, it));
      }
    }
    gone.forEach(it -> differences.add(new Difference(title, seen, it, null)));
    return differences;
  }

  /** Taken out of those that are gone. */
  private static @Nullable Reminder partner(Reminder appearing, List<Reminder> gone) {
    for (var it : gone) {
      if (Alike.of(it).equals(Alike.of(appearing))) {
        gone.remove(it);
        return it;
      }
    }
    return null;
  }

  private static boolean toCome(Reminder it) {
    return it.state() == State.PLANNED || it.state() == State.HELD;
  }

  private Change change() {
    return before == null ? Change.APPEARS : after == null ? Change.DISAPPEARS : Change.MOVES;
  }

  private Effect.Item item() {
    var it = Objects.requireNonNull(after == null ? before : after);
    return new Effect.Item(
        change(),
        it.deadlineId(),
        title,
        it.unit(),
        it.step(),
        it.number(),
        it.channel(),
        it.recipient(),
        it.dueAt(),
        before == null || after == null
            ? null
            : new Effect.Before(before.number(), before.dueAt()));
  }

  static Effect effect(List<Difference> all) {
    return new Effect(
        count(all, Change.APPEARS),
        count(all, Change.MOVES),
        count(all, Change.DISAPPEARS),
        all.stream()
            .filter(Difference::seen)
            .map(Difference::item)
            .sorted(
                Comparator.comparing(Effect.Item::dueAt)
                    .thenComparing(Effect.Item::deadlineId)
                    .thenComparing(Effect.Item::number))
            .limit(SHOWN)
            .toList());
  }

  private static int count(List<Difference> all, Change change) {
    return (int) all.stream().filter(it -> it.change() == change).count();
  }
}
