package duban.status.stream;

import duban.chassis.rights.Concern;
import duban.status.event.EventFilter;
import duban.status.listing.Scope;

/**
 * A record of the stream, with all by which it may be filtered.
 *
 * @param slot the place of its partition among the {@link Partitions}
 * @param data the exact bytes of the value, as text
 */
record Happening(
    int slot,
    long offset,
    Kind kind,
    String data,
    EventFilter.Subject happened,
    Scope.Subject whose,
    Concerned concerned) {

  /**
   * Who may hear of it.
   *
   * @param published whether anybody may
   */
  record Concerned(Concern concern, boolean published) {}

  /** The name under which it is sent. */
  enum Kind {
    IMPLEMENTATION("implementation", "effectiveOn"),
    PROGRESS("progress", "effectiveDueOn");

    private final String event;
    private final String day;

    Kind(String event, String day) {
      this.event = event;
      this.day = day;
    }

    /** The field that from and to are asked of. */
    String day() {
      return day;
    }

    String event() {
      return event;
    }
  }
}
