package duban.status.progress;

import duban.chassis.calendar.WorkingCalendar;
import duban.chassis.clock.BusinessClock;
import duban.status.calendar.Calendars;
import duban.status.deadline.Deadline;
import duban.status.fold.Standing;
import duban.status.unit.Units;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Set;

/**
 * Gets together what lights depend on: a day, the calendars and the relations. Those of now are
 * read along with what is looked at, so that no answer is older than its statement.
 */
@ApplicationScoped
public class Lights {

  /** Where the columns of {@link #columns} come from, with one parameter. */
  public static final String MOMENT = "(SELECT " + BusinessClock.NOW + " AS at) moment";

  private static final String OF_UNITS =
      "SELECT moment.at, "
          + Calendars.MARK
          + ", ARRAY(SELECT id FROM unnest(?) id WHERE "
          + Units.superior("id")
          + ") FROM "
          + MOMENT;

  private final AgroalDataSource database;
  private final BusinessClock clock;
  private final Calendars calendars;
  private final Units units;

  Lights(AgroalDataSource database, BusinessClock clock, Calendars calendars, Units units) {
    this.database = database;
    this.clock = clock;
    this.calendars = calendars;
    this.units = units;
  }

  /** Three columns of a statement over {@link #MOMENT}, for {@link #now(ResultSet, String)}. */
  public static String columns(String unit) {
    return "moment.at, " + Calendars.MARK + ", " + Units.superior(unit);
  }

  /** From the first three columns, for deadlines of this unit. */
  public Today now(ResultSet row, String unit) throws SQLException {
    return today(row, row.getBoolean(3) ? Set.of(unit) : Set.of());
  }

  /** For deadlines of these units. */
  public Today now(Collection<String> ofUnits) {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(OF_UNITS)) {
      select.setArray(1, connection.createArrayOf("text", ofUnits.toArray()));
      select.setLong(2, clock.offsetMicros());
      try (var row = select.executeQuery()) {
        row.next();
        return today(row, Set.of((String[]) row.getArray(3).getArray()));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("What lights depend on cannot be read", e);
    }
  }

  private Today today(ResultSet row, Set<String> superiors) throws SQLException {
    Instant now = row.getObject(1, OffsetDateTime.class).toInstant();
    LocalDate day = now.atZone(BusinessClock.ZONE).toLocalDate();
    return new Today(day, now, calendars.at(row.getString(2), now), superiors);
  }

  /** On that day, with the calendars and relations known at that moment. */
  Today on(LocalDate day, Instant known) {
    return new Today(day, known, calendars.knownAt(known), units.superiorsKnownAt(known));
  }

  /** One day, on which any number of lights can be looked at. */
  public record Today(LocalDate day, Instant moment, WorkingCalendar days, Set<String> superiors) {

    Light of(Deadline deadline, Standing standing) {
      boolean superior = superiors.contains(deadline.unit().id());
      return Light.of(deadline, standing, superior, day, days);
    }
  }
}
