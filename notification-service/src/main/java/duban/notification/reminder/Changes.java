package duban.notification.reminder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What planning a deadline again makes of its reminders.
 *
 * @param deleted nobody was told of them
 */
record Changes(List<Reminder> created, List<Reminder> changed, List<Reminder> deleted) {

  /**
   * @param leaving those whose message has left or may still leave: they stay as they are
   * @param knownAt since when the deadline is known with its date
   */
  static Changes of(
      List<Planned> wanted,
      List<Reminder> existing,
      Set<UUID> leaving,
      Instant knownAt,
      Instant now) {
    var before = new LinkedHashMap<UUID, Reminder>();
    existing.forEach(it -> before.put(it.id(), it));
    var late = new Late(wanted, existing, knownAt, now);
    var created = new ArrayList<Reminder>();
    var changed = new ArrayList<Reminder>();
    for (var planned : wanted) {
      var was = before.remove(planned.id());
      if (was == null) {
        created.add(NewReminder.of(late.begun(planned)));
      } else if (!leaving.contains(was.id())) {
        Reconciliation.with(was, planned, now).ifPresent(changed::add);
      }
    }
    var gone = gone(before.values(), leaving);
    gone.stream()
        .filter(it -> it.version() > 0)
        .map(it -> it.turned(State.CANCELLED, "MOVED", null, null))
        .forEach(changed::add);
    return new Changes(created, changed, gone.stream().filter(it -> it.version() == 0).toList());
  }

  /** Open, and not wanted any more. */
  private static List<Reminder> gone(Collection<Reminder> unwanted, Set<UUID> leaving) {
    return unwanted.stream().filter(it -> it.state().open() && !leaving.contains(it.id())).toList();
  }
}
