package duban.status.fold;

import duban.status.deadline.Deadline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Computes a deadline's state from its events, and says of each event what it did. */
public final class Fold {

  private Fold() {}

  /**
   * By the table alone. What was accepted under an earlier rule keeps its effect when the rule
   * changes.
   *
   * @param events of this deadline, by {@code seq}
   */
  public static Folded of(Deadline deadline, List<Event> events) {
    return fold(deadline, events, false);
  }

  /**
   * What the newest event would do: by the table and by the rules about days, counts and evidence.
   */
  public static Verdict judge(Deadline deadline, List<Event> before, Event newest) {
    Map<UUID, Verdict> after = fold(deadline, and(before, newest), true).verdicts();
    if (newest.type() == EventType.VOIDED && !deadline.withdrawn()) {
      return judgeVoiding(fold(deadline, before, true).verdicts(), after, before, newest);
    }
    return after.getOrDefault(newest.id(), Verdict.EFFECTIVE);
  }

  /**
   * What its kind alone says of such an event, whatever is in it; of what is withdrawn everything
   * is kept.
   */
  public static Verdict ofKind(EventType type, Deadline deadline) {
    String whyNot = deadline.withdrawn() ? null : OfKind.whyNot(type, deadline);
    return whyNot == null
        ? Verdict.EFFECTIVE
        : Verdict.refused("kind-does-not-allow", whyNot, null);
  }

  private static Verdict judgeVoiding(
      Map<UUID, Verdict> earlier, Map<UUID, Verdict> after, List<Event> before, Event voiding) {
    for (Event event : before) {
      boolean was = earlier.getOrDefault(event.id(), Verdict.EFFECTIVE).refused();
      Verdict now = after.getOrDefault(event.id(), Verdict.EFFECTIVE);
      if (now.refused() && !was) {
        return Verdict.refused(
            "history-not-legal",
            "voids is "
                + voiding.voids()
                + ": without it "
                + event.type()
                + " of "
                + event.effectiveOn()
                + " ("
                + event.id()
                + ") could not have happened ("
                + now.why()
                + "); void that one first",
            "voids");
      }
    }
    return Verdict.EFFECTIVE;
  }

  private static Folded fold(Deadline deadline, List<Event> events, boolean checking) {
    Map<UUID, Verdict> verdicts = new HashMap<>();
    for (Event event : events) {
      UUID out = event.voids();
      if (out != null) {
        verdicts.put(out, Verdict.voidedBy(event));
      }
    }
    Walk walk = new Walk(deadline, checking);
    for (Event event : events) {
      if (!verdicts.containsKey(event.id())) {
        verdicts.put(event.id(), walk.take(event));
      }
    }
    return walk.end(verdicts);
  }

  private static List<Event> and(List<Event> before, Event newest) {
    var all = new ArrayList<>(before);
    all.add(newest);
    return List.copyOf(all);
  }
}
