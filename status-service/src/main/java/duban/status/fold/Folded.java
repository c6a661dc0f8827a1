package duban.status.fold;

import duban.status.deadline.Deadline;
import duban.status.fold.Standing.DueFrom;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the events of a deadline come to.
 *
 * @param verdicts what each event did, by its id
 */
public record Folded(Standing standing, Map<UUID, Verdict> verdicts) {

  /** What happened is kept, and comes to nothing. */
  static Folded withdrawn(Deadline deadline, Set<UUID> events) {
    Map<UUID, Verdict> without = new HashMap<>();
    events.forEach(id -> without.put(id, Verdict.without("the deadline is withdrawn")));
    return new Folded(
        new Standing(State.WITHDRAWN, 0, deadline.dueOn(), DueFrom.RULE, null, null), without);
  }

  public Verdict of(Event event) {
    return verdicts.getOrDefault(event.id(), Verdict.EFFECTIVE);
  }
}
