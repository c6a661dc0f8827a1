package duban.notification.message;

import duban.notification.calendar.Calendars;
import duban.notification.calendar.SendingHours;
import duban.notification.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** To whom nothing is sent on a day on which others are sent something. */
@ApplicationScoped
class Quiet {

  private final Calendars calendars;
  private final Sql sql;

  Quiet(Calendars calendars, Sql sql) {
    this.calendars = calendars;
    this.sql = sql;
  }

  /** Whether nothing is sent to anybody at that moment. */
  boolean everywhere(Instant now) {
    return !new SendingHours(calendars.working()).open(now);
  }

  /**
   * The ids of those contacts of whose units one is sent nothing on the day of that moment, or all
   * are off.
   */
  List<String> at(Instant now) {
    var places = calendars.places();
    var day = SendingHours.day(now);
    var silent = places.silent(day);
    var off = places.off(day);
    return silent.isEmpty() && off.isEmpty()
        ? List.of()
        : sql.list(
            """
            SELECT contact_id FROM contact_unit GROUP BY contact_id
            HAVING bool_or(unit = ANY (?)) OR bool_and(unit = ANY (?))
            """,
            row -> row.getString(1),
            silent,
            off);
  }
}
