package duban.status.progress;

import duban.chassis.calendar.WorkingCalendar;
import duban.chassis.clock.BusinessClock;
import duban.status.calendar.Calendars;
import duban.status.deadline.Deadline;
import duban.status.fold.Standing;
import duban.status.unit.Superiors;
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
import java.util.List;
import java.util.Map;
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
          + ", ARRAY(SELECT coalesce("
          + Units.relation("id")
          + ", '') FROM unnest(?) WITH ORDINALITY AS given(id, n) ORDER BY n) FROM "
          + MOMENT;

  private final AgroalDataSource database;
  private final BusinessClock clock;
  private final Calendars calendars;
  private final Units units;
  private final Superiors superiors;

  Lights(
      AgroalDataSource database,
      BusinessClock clock,
      Calendars calendars,
      Units units,
      Superiors superiors) {
    this.database = database;
    this.clock = clock;
    this.calendars = calendars;
    this.units = units;
    this.superiors = superiors;
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
        seen.moment(),
        seen.calendars(),
        List.of(unit),
        relation == null ? Map.of() : Map.of(unit, relation));
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
    return today(now, mark, ofUnits, relations);
  }

  private static Instant moment(ResultSet row) throws SQLException {
    return row.getObject(1, OffsetDateTime.class).toInstant();
  }

  private Today today(
      Instant now, @Nullable String mark, Collection<String> units, Map<String, String> relations) {
    LocalDate day = now.atZone(BusinessClock.ZONE).toLocalDate();
    WorkingCalendar days = calendars.at(mark, now);
    return new Today(day, now, days, local(days, units, now), relations);
  }

  /** For deadlines of this unit on that day, by what was known at that moment. */
  Today on(LocalDate day, Instant known, String unit) {
    WorkingCalendar days = calendars.knownAt(known);
    Map<String, String> relations = units.relationsKnownAt(known);
    return new Today(day, known, days, local(days, List.of(unit), known), relations);
  }

  /** Of those units that have other days off than everybody: in most years none is looked for. */
  private Map<String, WorkingCalendar> local(
      WorkingCalendar days, Collection<String> ofUnits, Instant moment) {
    Set<String> special = days.special();
    if (special.isEmpty()) {
      return Map.of();
    }
    Map<Set<String>, WorkingCalendar> places = new HashMap<>();
    Map<String, WorkingCalendar> local = new HashMap<>();
    superiors
        .of(ofUnits, special, moment)
        .forEach(
            (unit, above) -> local.put(unit, places.computeIfAbsent(above, it -> days.at(it))));
    return local;
  }

  /**
   * One day, on which any number of lights can be looked at.
   *
   * @param everywhere the calendar of units without days of their own
   * @param local by the id of the unit, where it has some or lies below one that has
   * @param relations by the id of the unit
   */
  public record Today(
      LocalDate day,
      Instant moment,
      WorkingCalendar everywhere,
      Map<String, WorkingCalendar> local,
      Map<String, String> relations) {

    public Today {
      local = Map.copyOf(local);
      relations = Map.copyOf(relations);
    }

    /** How a deadline's unit may be spoken to; empty if that is not known. */
    String relation(Deadline deadline) {
      return relations.getOrDefault(deadline.unit().id(), "");
    }

    /** The calendar by which a deadline is reckoned. */
    public WorkingCalendar days(Deadline deadline) {
      return local.getOrDefault(deadline.unit().id(), everywhere);
    }

    Light of(Deadline deadline, Standing standing) {
      boolean superior = relation(deadline).equals("SUPERIOR");
      return Light.of(deadline, standing, superior, day, days(deadline));
    }
  }
}
