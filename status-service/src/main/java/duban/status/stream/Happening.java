package duban.status.stream;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record of the stream, with all by which it may be filtered.
 *
 * @param slot the place of its partition among the {@link Partitions}
 * @param data the exact bytes of the value, as text
 * @param type of an implementation event
 * @param units ids and codes of its unit and of the groups that this belongs to
 */
record Happening(
    int slot,
    long offset,
    Kind kind,
    String data,
    UUID deadlineId,
    @Nullable String type,
    @Nullable String measure,
    @Nullable String topic,
    @Nullable String conference,
    Set<String> units) {

  /** The name under which it is sent. */
  enum Kind {
    IMPLEMENTATION("implementation"),
    PROGRESS("progress");

    private final String event;

    Kind(String event) {
      this.event = event;
    }

    String event() {
      return event;
    }
  }
}
