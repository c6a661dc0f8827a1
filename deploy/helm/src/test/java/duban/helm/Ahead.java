package duban.helm;

import java.util.Map;
import java.util.Set;

/**
 * What chart and manual name before the services have it. Whatever has arrived is to be taken out
 * here: then the tests insist on it.
 */
final class Ahead {

  static final Set<String> METRICS =
      Set.of("duban_reminders_held", "duban_messages_retrying", "duban_messages_stuck");

  /** By service: topics whose reading is allowed already. */
  static final Map<String, Set<String>> READS =
      Map.of(
          "catalog", Set.of("duban.progress"),
          "status", Set.of(),
          "notification", Set.of());

  /** By service: copies that the manual says how to throw away. */
  static final Map<String, Set<String>> COPIES =
      Map.of(
          "catalog", Set.of("progress"),
          "status", Set.of(),
          "notification", Set.of());

  private Ahead() {}
}
