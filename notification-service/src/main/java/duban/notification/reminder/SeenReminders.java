package duban.notification.reminder;

import duban.chassis.rights.Sight;
import duban.notification.database.AnyOf;
import java.util.List;

/**
 * Which rows of {@code reminder} a caller sees. It is the responsible unit's matter, and the own
 * one of all whom its deadline concerns and of those for whom its recipient receives, or received
 * when its message was written; whoever supervises the deadline supervises it.
 */
final class SeenReminders {

  private SeenReminders() {}

  static Sight.Condition of(Sight sight) {
    if (sight.everything()) {
      return new Sight.Condition("true", List.of());
    }
    var any = new AnyOf();
    if (!sight.scoped().isEmpty()) {
      any.or("unit = ANY (?)", List.of(sight.scoped()));
    }
    if (!sight.own().isEmpty()) {
      any.or(
          """
          unit = ANY (?)
          OR deadline_id IN (SELECT id FROM deadline_copy WHERE concerned ??| ?)
          OR message_id IN (SELECT id FROM message WHERE units && ?)
          OR (recipient IN (SELECT contact_id FROM contact_unit WHERE unit = ANY (?))
              AND NOT EXISTS (SELECT FROM message WHERE id = message_id AND units IS NOT NULL))""",
          List.of(sight.own(), sight.own(), sight.own(), sight.own()));
    }
    if (!sight.supervisors().isEmpty()) {
      any.or(
          "EXISTS (SELECT 1 FROM deadline_copy WHERE id = deadline_id AND supervisor = ANY (?))"
              + (sight.supervisedWithin() == null ? "" : " AND unit = ANY (?)"),
          sight.supervisedWithin() == null
              ? List.of(sight.supervisors())
              : List.of(sight.supervisors(), sight.supervisedWithin()));
    }
    return any.condition();
  }
}
