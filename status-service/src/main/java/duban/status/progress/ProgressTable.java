package duban.status.progress;

import duban.chassis.outbox.OutboxRow;
import duban.status.deadline.Deadline;
import duban.status.fold.Standing;
import duban.status.fold.State;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a deadline stands, for whoever records: two statements, without Hibernate. */
@ApplicationScoped
public class ProgressTable {

  private static final String LOCK =
      """
      SELECT deadline_id, version, state, counted, required, effective_due_on, due_from, fulfilled_on,
             deadline_version
      FROM progress WHERE deadline_id = ? FOR NO KEY UPDATE
      """;
  private static final String STORE =
      """
      UPDATE progress SET version = ?, state = ?, counted = ?, required = ?, effective_due_on = ?,
        due_from = ?, fulfilled_on = ?, deadline_version = ?, again = false
      WHERE deadline_id = ?
      """;

  /** A locked deadline; the row is absent if its progress was never computed. */
  public static final class Locked {
    private final @Nullable ProgressRow row;

    Locked(@Nullable ProgressRow row) {
      this.row = row;
    }

    /** The newest version of the deadline that it was computed by, 0 if it never was. */
    public long computedBy() {
      return row == null ? 0 : row.deadlineVersion();
    }
  }

  /**
   * What others are to be told, in the same transaction.
   *
   * @param version the one that holds now
   */
  public record Stored(long version, List<OutboxRow> told) {}

  private final AgroalDataSource database;
  private final ProgressBook book;

  ProgressTable(AgroalDataSource database, ProgressBook book) {
    this.database = database;
    this.book = book;
  }

  /** Until the transaction ends nobody else changes where this deadline stands. */
  public Locked lock(UUID deadlineId) {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(LOCK)) {
      select.setObject(1, deadlineId);
      try (var found = select.executeQuery()) {
        return new Locked(found.next() ? row(found) : null);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Progress cannot be locked", e);
    }
  }

  private static ProgressRow row(ResultSet found) throws SQLException {
    return new ProgressRow(
        found.getObject(1, UUID.class),
        found.getLong(2),
        standing(found, 3),
        found.getObject(5, Integer.class),
        found.getLong(9));
  }

  /** From the columns state, counted, another one, effective_due_on, due_from, fulfilled_on. */
  static Standing standing(ResultSet found, int from) throws SQLException {
    return new Standing(
        State.valueOf(found.getString(from)),
        found.getInt(from + 1),
        found.getObject(from + 3, LocalDate.class),
        Standing.DueFrom.valueOf(found.getString(from + 4)),
        found.getObject(from + 5, LocalDate.class));
  }

  public Stored store(Locked locked, Deadline deadline, Standing standing) {
    ProgressRow row = locked.row;
    if (row == null) {
      return new Stored(book.store(deadline, standing), List.of());
    }
    boolean tell = row.take(deadline, standing);
    write(row, deadline, standing);
    return new Stored(row.version(), tell ? List.of(ProgressBook.told(row.snapshot())) : List.of());
  }

  private void write(ProgressRow row, Deadline deadline, Standing standing) {
    try (var connection = database.getConnection();
        var update = connection.prepareStatement(STORE)) {
      update.setLong(1, row.version());
      update.setString(2, standing.state().name());
      update.setInt(3, standing.counted());
      update.setObject(4, deadline.required(), java.sql.Types.INTEGER);
      update.setObject(5, standing.effectiveDueOn());
      update.setString(6, standing.dueFrom().name());
      update.setObject(7, standing.fulfilledOn(), java.sql.Types.DATE);
      update.setLong(8, deadline.version());
      update.setObject(9, deadline.id());
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Progress cannot be written", e);
    }
  }
}
