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
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
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
          + ", ARRAY(SELECT coalesce("
          + Units.relation("id")
          + ", '') FROM unnest(?) WITH ORDINALITY AS given(id, n) ORDER BY n) FROM "
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
    return "moment.at, " + Calendars.MARK + ", " + Units.relation(unit);
  }

  /**
   * What those columns say.
   *
   * @param calendars by what the calendars are known
   * @param relation how the unit may be spoken to, if that is known
   */
  public record Seen(Instant moment, @Nullable String calendars, @Nullable String relation) {

    /** From the first three columns. */
    public static Seen of(ResultSet row) throws SQLException {
      return new Seen(Lights.moment(row), row.getString(2), row.getString(3));
    }
  }

  /**
   * For deadlines of this unit. Call it when the row's connection was given back: the calendars may
   * have to be read.
   */
  public Today now(Seen seen, String unit) {
    String relation = seen.relation();
    return today(
        seen.moment(), seen.calendars(), relation == null ? Map.of() : Map.of(unit, relation));
  }

  /** For deadlines of these units. */
  public Today now(Collection<String> ofUnits) {
    Instant now;
    String mark;
    Map<String, String> relations = new HashMap<>();
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(OF_UNITS)) {
      select.setArray(1, connection.createArrayOf("text", ofUnits.toArray()));
      select.setLong(2, clock.offsetMicros());
      try (var row = select.executeQuery()) {
        row.next();
        now = moment(row);
        mark = row.getString(2);
        Iterator<String> units = ofUnits.iterator();
        for (String relation : (String[]) row.getArray(3).getArray()) {
          relations.put(units.next(), relation);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("What lights depend on cannot be read", e);
    }
    return today(now, mark, relations);
  }

  private static Instant moment(ResultSet row) throws SQLException {
    return row.getObject(1, OffsetDateTime.class).toInstant();
  }

  private Today today(Instant now, @Nullable String mark, Map<String, String> relations) {
    LocalDate day = now.atZone(BusinessClock.ZONE).toLocalDate();
    return new Today(day, now, calendars.at(mark, now), relations);
  }

  /** On that day, with the calendars and relations known at that moment. */
  Today on(LocalDate day, Instant known) {
    return new Today(day, known, calendars.knownAt(known), units.relationsKnownAt(known));
  }

  /**
   * One day, on which any number of lights can be looked at.
   *
   * @param relations by the id of the unit
   */
  public record Today(
      LocalDate day, Instant moment, WorkingCalendar days, Map<String, String> relations) {

    public Today {
      relations = Map.copyOf(relations);
    }

    /** How a deadline's unit may be spoken to; empty if that is not known. */
    String relation(Deadline deadline) {
      return relations.getOrDefault(deadline.unit().id(), "");
    }

    Light of(Deadline deadline, Standing standing) {
      return Light.of(deadline, standing, relation(deadline).equals("SUPERIOR"), day, days);
    }
  }
}
