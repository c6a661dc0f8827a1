package duban.status.fold;

import java.util.Map;
import java.util.UUID;

/**
 * What the events of a deadline come to.
 *
 * @param verdicts what each event did, by its id
 */
public record Folded(Standing standing, Map<UUID, Verdict> verdicts) {

  public Verdict of(Event event) {
    return verdicts.getOrDefault(event.id(), Verdict.EFFECTIVE);
  }
}
