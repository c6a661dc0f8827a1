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
import org.jspecify.annotations.Nullable;

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

  /** Three columns of a statement over {@link #MOMENT}, for {@link Seen}. */
  public static String columns(String unit) {
    return "moment.at, " + Calendars.MARK + ", " + Units.superior(unit);
  }

  /**
   * What those columns say.
   *
   * @param calendars by what the calendars are known
   * @param superior whether the unit is one to whom nobody gives orders
   */
  public record Seen(Instant moment, @Nullable String calendars, boolean superior) {

    /** From the first three columns. */
    public static Seen of(ResultSet row) throws SQLException {
      return new Seen(Lights.moment(row), row.getString(2), row.getBoolean(3));
    }
  }

  /**
   * For deadlines of this unit. Call it when the row's connection was given back: the calendars may
   * have to be read.
   */
  public Today now(Seen seen, String unit) {
    return today(seen.moment(), seen.calendars(), seen.superior() ? Set.of(unit) : Set.of());
  }

  /** For deadlines of these units. */
  public Today now(Collection<String> ofUnits) {
    Instant now;
    String mark;
    Set<String> superiors;
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(OF_UNITS)) {
      select.setArray(1, connection.createArrayOf("text", ofUnits.toArray()));
      select.setLong(2, clock.offsetMicros());
      try (var row = select.executeQuery()) {
        row.next();
        now = moment(row);
        mark = row.getString(2);
        superiors = Set.of((String[]) row.getArray(3).getArray());
      }
    } catch (SQLException e) {
      throw new IllegalStateException("What lights depend on cannot be read", e);
    }
    return today(now, mark, superiors);
  }

  private static Instant moment(ResultSet row) throws SQLException {
    return row.getObject(1, OffsetDateTime.class).toInstant();
  }

  private Today today(Instant now, @Nullable String mark, Set<String> superiors) {
    LocalDate day = now.atZone(BusinessClock.ZONE).toLocalDate();
    return new Today(day, now, calendars.at(mark, now), superiors);
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
