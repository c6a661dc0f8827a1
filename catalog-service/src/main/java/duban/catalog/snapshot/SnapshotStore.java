package duban.catalog.snapshot;

import com.github.f4b6a3.uuid.UuidCreator;
import duban.chassis.clock.BusinessClock;
import duban.chassis.outbox.Outbox;
import duban.chassis.outbox.OutboxRow;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes whole sets of snapshots in the caller's transaction. A row that is already so stays
 * untouched: the same again changes no version and publishes nothing.
 */
@ApplicationScoped
public class SnapshotStore {
  private final AgroalDataSource database;
  private final BusinessClock clock;
  private final Outbox outbox;

  SnapshotStore(AgroalDataSource database, BusinessClock clock, Outbox outbox) {
    this.database = database;
    this.clock = clock;
    this.outbox = outbox;
  }

  /**
   * Runs an upsert whose first parameter is the moment and whose second is an array of JSON texts;
   * it returns id, version and body of what it changed.
   */
  public List<Snapshot> save(String upsert, List<?> bodies) {
    Object[] texts = bodies.stream().map(Snapshot::write).toArray();
    try (var connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(upsert)) {
      statement.setObject(1, clock.now().atOffset(ZoneOffset.UTC));
      statement.setArray(2, connection.createArrayOf("text", texts));
      return changed(statement);
    } catch (SQLException e) {
      throw new IllegalStateException("The catalogue cannot be written", e);
    }
  }

  /**
   * Runs a statement with its parameters and returns the id, version and body of what it changed.
   */
  public List<Snapshot> change(String sql, @Nullable Object... parameters) {
    try (var connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      return changed(statement);
    } catch (SQLException e) {
      throw new IllegalStateException("The catalogue cannot be written", e);
    }
  }

  /** Waits until no other transaction, of any replica, holds the lock; kept until this one ends. */
  public void lock(String name) {
    try (var connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtext(?))")) {
      statement.setString(1, name);
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException("The lock " + name + " cannot be had", e);
    }
  }

  /** Runs a statement and returns how many rows it changed. */
  public int run(String sql, @Nullable Object... parameters) {
    try (var connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The catalogue cannot be written", e);
    }
  }

  /** Sends the snapshots with their new versions. */
  public void publish(
      List<Snapshot> changed, String topic, String type, Function<Snapshot, ?> view) {
    outbox.addAll(
        changed.stream()
            .map(
                row ->
                    new OutboxRow(
                        topic,
                        row.id(),
                        type,
                        UuidCreator.getTimeOrderedEpoch().toString(),
                        Outbox.bytes(view.apply(row))))
            .toList());
  }

  private static void bind(PreparedStatement statement, @Nullable Object... parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      @Nullable Object value = parameters[i];
      if (value instanceof List<?> list) {
        value = statement.getConnection().createArrayOf("text", list.toArray());
      }
      statement.setObject(i + 1, value);
    }
  }

  private static List<Snapshot> changed(PreparedStatement statement) throws SQLException {
    List<Snapshot> changed = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        changed.add(new Snapshot(row.getString(1), row.getInt(2), row.getString(3)));
      }
    }
    return changed;
  }
}
