package duban.status.progress;

import duban.chassis.sql.LongWork;
import duban.status.fold.Standing;
import duban.status.fold.State;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is known and written of progress, in the caller's transaction. By SQL alone: what a poll
 * brings is locked and written in one statement each, however much it is.
 */
@ApplicationScoped
class ProgressTable {

  // Always in the same order, so that no two wait for each other.
  private static final String LOCK =
      """
      SELECT deadline_id, version, required, deadline_version, again,
             state, counted, effective_due_on, due_from, fulfilled_on, explained_on
      FROM progress WHERE deadline_id = ANY (?) ORDER BY deadline_id FOR NO KEY UPDATE
      """;
  private static final String WRITE =
      """
      INSERT INTO progress (deadline_id, version, state, counted, required, effective_due_on, due_from,
                            fulfilled_on, explained_on, deadline_version, again)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (deadline_id) DO UPDATE SET version = excluded.version, state = excluded.state,
        counted = excluded.counted, required = excluded.required,
        effective_due_on = excluded.effective_due_on, due_from = excluded.due_from,
        fulfilled_on = excluded.fulfilled_on, explained_on = excluded.explained_on, deadline_version = excluded.deadline_version,
        again = excluded.again
      """;
  private static final String TAKE_BACK =
      """
      INSERT INTO progress (deadline_id, version, state, counted, required, effective_due_on, due_from,
                            again)
      VALUES (?, ?, ?, ?, ?, ?, 'RULE', true)
      ON CONFLICT (deadline_id) DO UPDATE SET version = excluded.version, state = excluded.state,
        counted = excluded.counted, required = excluded.required,
        effective_due_on = excluded.effective_due_on, again = true
      WHERE progress.version < excluded.version
      """;

  private final AgroalDataSource database;

  ProgressTable(AgroalDataSource database) {
    this.database = database;
  }

  /** Those that exist; until the transaction ends nobody else changes them. */
  Map<UUID, Progress> lock(Collection<UUID> deadlineIds) {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(LOCK)) {
      select.setArray(1, connection.createArrayOf("uuid", deadlineIds.toArray()));
      Map<UUID, Progress> locked = new HashMap<>();
      try (var found = select.executeQuery()) {
        while (found.next()) {
          Progress one = progress(found);
          locked.put(one.deadlineId(), one);
        }
      }
      return locked;
    } catch (SQLException e) {
      throw new IllegalStateException("Progress cannot be locked", e);
    }
  }

  /** The one that was told last, 0 if none was. */
  long version(UUID deadlineId) {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement("SELECT version FROM progress WHERE deadline_id = ?")) {
      select.setObject(1, deadlineId);
      try (var found = select.executeQuery()) {
        return found.next() ? found.getLong(1) : 0;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Progress cannot be read", e);
    }
  }

  private static Progress progress(ResultSet found) throws SQLException {
    return new Progress(
        found.getObject(1, UUID.class),
        found.getLong(2),
        standing(found, 6),
        found.getObject(3, Integer.class),
        found.getLong(4),
        found.getBoolean(5));
  }

  /** From the columns state, counted, effective_due_on, due_from, fulfilled_on, explained_on. */
  static Standing standing(ResultSet found, int from) throws SQLException {
    return new Standing(
        State.valueOf(found.getString(from)),
        found.getInt(from + 1),
        found.getObject(from + 2, LocalDate.class),
        Standing.DueFrom.valueOf(found.getString(from + 3)),
        found.getObject(from + 4, LocalDate.class),
        found.getObject(from + 5, LocalDate.class));
  }

  void write(List<Progress> changed) {
    if (changed.isEmpty()) {
      return;
    }
    try (var connection = database.getConnection();
        var write = connection.prepareStatement(WRITE)) {
      for (Progress one : changed) {
        Standing standing = one.standing();
        write.setObject(1, one.deadlineId());
        write.setLong(2, one.version());
        write.setString(3, standing.state().name());
        write.setInt(4, standing.counted());
        write.setObject(5, one.required(), Types.INTEGER);
        write.setObject(6, standing.effectiveDueOn());
        write.setString(7, standing.dueFrom().name());
        write.setObject(8, standing.fulfilledOn(), Types.DATE);
        write.setObject(9, standing.explainedOn(), Types.DATE);
        write.setLong(10, one.deadlineVersion());
        write.setBoolean(11, one.again());
        write.addBatch();
      }
      write.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("Progress cannot be written", e);
    }
  }

  /** Unless what is here is as new. */
  void takeBack(ProgressSnapshot told) {
    try (var connection = database.getConnection();
        var write = connection.prepareStatement(TAKE_BACK)) {
      write.setObject(1, told.deadlineId());
      write.setLong(2, told.version());
      write.setString(3, told.state().name());
      write.setInt(4, told.counted());
      write.setObject(5, told.required(), Types.INTEGER);
      write.setObject(6, told.effectiveDueOn());
      write.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Progress cannot be taken back", e);
    }
  }

  /** To be computed when everything was read, and then told if it changed. */
  void computeAgain(Collection<UUID> deadlineIds) {
    if (deadlineIds.isEmpty()) {
      return;
    }
    try (var connection = database.getConnection();
        var update =
            connection.prepareStatement(
                "UPDATE progress SET again = true WHERE deadline_id = ANY (?)")) {
      update.setArray(1, connection.createArrayOf("uuid", deadlineIds.toArray()));
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Progress cannot be marked", e);
    }
  }

  /** All of it. */
  void computeAgain() {
    try (var connection = database.getConnection();
        var update = connection.prepareStatement("UPDATE progress SET again = true")) {
      LongWork.allow(connection);
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Progress cannot be marked", e);
    }
  }
}
