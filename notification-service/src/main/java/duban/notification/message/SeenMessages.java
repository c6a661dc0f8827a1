package duban.notification.message;

import duban.chassis.rights.Sight;
import duban.notification.database.AnyOf;
import java.util.List;

/**
 * Which rows of {@code message} a caller sees: only those of which the whole may be seen. It is the
 * own matter of those to whom it went, supervised by who supervises all of which it speaks, and
 * within a scope if all its units are: those to whom it went, and those of whose duties it speaks.
 * It went to those for whom its recipient received when its words were frozen; before that to those
 * for whom he receives now. A yearly list is a matter of its unit too, whoever it goes to, and is
 * supervised by who sent it.
 */
final class SeenMessages {

  /** What fell due, and what stands in its words beside that. */
  private static final String DEADLINES =
      """
      (SELECT unnest(message.deadlines) AS id
       UNION SELECT deadline_id FROM reminder WHERE message_id = message.id) AS it
      LEFT JOIN deadline_copy AS deadline ON deadline.id = it.id""";

  /** Words of which nobody wrote down of what they speak are for those alone to whom they went. */
  private static final String KNOWN = "(text IS NULL OR deadlines IS NOT NULL) AND ";

  private static final String OWN =
      """
      units && ? OR unit = ANY (?) OR (units IS NULL
        AND recipient IN (SELECT contact_id FROM contact_unit WHERE unit = ANY (?)))""";
  private static final String WITHIN =
      KNOWN
          + "(SELECT bool_and(coalesce(unit = ANY (?), false)) FROM"
          + " (SELECT deadline.responsible FROM "
          + DEADLINES
          + " UNION ALL SELECT unnest(message.units)"
          + " UNION ALL SELECT message.unit WHERE message.unit IS NOT NULL"
          + " UNION ALL SELECT unit FROM contact_unit"
          + " WHERE contact_id = recipient AND message.units IS NULL) AS each (unit))";
  private static final String SUPERVISED =
      KNOWN + "(SELECT bool_and(coalesce(%s, false)) FROM " + DEADLINES + ")";

  private SeenMessages() {}

  static Sight.Condition of(Sight sight) {
    if (sight.everything()) {
      return new Sight.Condition("true", List.of());
    }
    var any = new AnyOf();
    if (!sight.own().isEmpty()) {
      any.or(OWN, List.of(sight.own(), sight.own(), sight.own()));
    }
    if (!sight.scoped().isEmpty()) {
      any.or(WITHIN, List.of(sight.scoped()));
    }
    if (!sight.supervisors().isEmpty()) {
      supervised(any, sight);
    }
    return any.condition();
  }

  private static void supervised(AnyOf any, Sight sight) {
    var by = "deadline.supervisor = ANY (?)";
    var within = sight.supervisedWithin();
    any.or(
        "sent_by = ANY (?)" + (within == null ? "" : " AND unit = ANY (?)"),
        within == null ? List.of(sight.supervisors()) : List.of(sight.supervisors(), within));
    if (within == null) {
      any.or(SUPERVISED.formatted(by), List.of(sight.supervisors()));
    } else {
      any.or(
          SUPERVISED.formatted(by + " AND deadline.responsible = ANY (?)"),
          List.of(sight.supervisors(), within));
    }
  }
}
