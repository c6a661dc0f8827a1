package duban.catalog.progress;

import java.util.Set;
import java.util.UUID;

/**
 * What this service uses of {@code duban.progress.v1}: where a deadline stands.
 *
 * @param state a name of status-service's; one that is not known here means that something happened
 */
public record Progress(UUID deadlineId, long version, String state, int counted) {
  private static final Set<String> BEFORE_ANYTHING = Set.of("NOT_OPEN", "ASSIGNED", "WITHDRAWN");

  /** Nobody did anything yet. */
  public boolean untouched() {
    return counted == 0 && BEFORE_ANYTHING.contains(state);
  }
}
