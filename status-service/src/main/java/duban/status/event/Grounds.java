package duban.status.event;

import duban.chassis.clock.BusinessClock;
import duban.status.chain.Chain;
import duban.status.deadline.Deadline;
import duban.status.deadline.Deadlines;
import duban.status.fold.Event;
import duban.status.progress.Lights;
import duban.status.unit.Units;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a new event is judged by. */
@ApplicationScoped
class Grounds {

  private static final String READ =
      "SELECT "
          + Lights.columns("d.unit_id")
          + ", EXISTS(SELECT FROM event WHERE id = ?), ("
          + Chain.OF_DEADLINE
          + "d.id), "
          + Deadlines.Copy.COLUMNS
          + ", ARRAY("
          + Units.MEMBERS_OF
          + "d.unit_id) FROM "
          + Lights.MOMENT
          + " LEFT JOIN deadline d ON d.id = ?";

  /**
   * As one statement found it.
   *
   * @param members codes of those who form the unit, if it is a group
   */
  record Found(Deadline deadline, List<Event> events, Lights.Today today, Set<String> members) {}

  private final AgroalDataSource database;
  private final BusinessClock clock;
  private final Chain chain;
  private final Deadlines deadlines;
  private final Lights lights;

  Grounds(
      AgroalDataSource database,
      BusinessClock clock,
      Chain chain,
      Deadlines deadlines,
      Lights lights) {
    this.database = database;
    this.clock = clock;
    this.chain = chain;
    this.deadlines = deadlines;
    this.lights = lights;
  }

  /**
   * Read behind the locks, in one statement: what others did before is seen, and nothing moves.
   *
   * @param atLeast the oldest version of the deadline to judge by
   * @return empty if an event with its id is recorded already
   */
  Optional<Found> of(Fact fact, long atLeast) {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(READ)) {
      select.setObject(1, fact.id());
      select.setLong(2, clock.offsetMicros());
      select.setObject(3, fact.deadlineId());
      try (var row = select.executeQuery()) {
        row.next();
        return row.getBoolean(4) ? Optional.empty() : Optional.of(found(fact, row, atLeast));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("What an event is judged by cannot be read", e);
    }
  }

  private Found found(Fact fact, ResultSet row, long atLeast) throws SQLException {
    Deadline deadline = deadlines.known(fact.deadlineId(), Deadlines.Copy.of(row, 6), atLeast);
    List<Event> events = chain.events(fact.deadlineId(), row.getString(5));
    Set<String> members = Set.copyOf(List.of((String[]) row.getArray(9).getArray()));
    return new Found(
        deadline, events, lights.now(Lights.Seen.of(row), deadline.unit().id()), members);
  }
}
