package duban.catalog.snapshot;

import com.github.f4b6a3.uuid.UuidCreator;
import duban.chassis.clock.BusinessClock;
import duban.chassis.outbox.Outbox;
import duban.chassis.outbox.OutboxRow;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
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
  private final EntityManager entities;

  SnapshotStore(
      AgroalDataSource database, BusinessClock clock, Outbox outbox, EntityManager entities) {
    this.database = database;
    this.clock = clock;
    this.outbox = outbox;
    this.entities = entities;
  }

  /**
   * Runs an upsert whose first parameter is the moment and whose second is an array of JSON texts;
   * it returns id, version and body of what it changed. Each text is made into JSON once only
   * behind an {@code OFFSET 0}: without it PostgreSQL does so for every column that is taken out of
   * it.
   */
  public List<Snapshot> save(String upsert, List<?> bodies) {
    String[] texts = bodies.stream().map(Snapshot::write).toArray(String[]::new);
    try (var connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(upsert)) {
      statement.setObject(1, clock.now().atOffset(ZoneOffset.UTC));
      statement.setArray(2, connection.createArrayOf("text", texts));
      return changed(statement);
    } catch (SQLException e) {
      throw new IllegalStateException("The catalogue cannot be written", e);
    }
  }

  /** Runs a statement and returns its rows of id, version and body. */
  public List<Snapshot> rows(String sql, @Nullable Object... parameters) {
    try (var connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      return changed(statement);
    } catch (SQLException e) {
      throw new IllegalStateException("The catalogue cannot be written", e);
    }
  }

  /**
   * Waits until no other transaction, of any replica, writes the catalogue; kept until this one
   * ends. Take it before the first row: with two locks, or rows in two orders, two writers could
   * wait for each other.
   */
  public void lock() {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_xact_lock(hashtext('catalogue'))");
    } catch (SQLException e) {
      throw new IllegalStateException("The catalogue's lock cannot be had", e);
    }
  }

  /** Runs a statement and returns how many rows it changed. */
  public int run(String sql, @Nullable Object... parameters) {
    try (var connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      forget();
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The catalogue cannot be written", e);
    }
  }

  /** Sends the snapshots with their new versions. */
  public void publish(
      List<Snapshot> changed, String topic, String type, Function<Snapshot, ?> view) {
    send(changed, topic, type, row -> Outbox.bytes(view.apply(row)));
  }

  /** Sends snapshots that stand there as they are shown, without reading them. */
  public void publish(List<Snapshot> changed, String topic, String type) {
    send(changed, topic, type, row -> row.json().getBytes(StandardCharsets.UTF_8));
  }

  private void send(
      List<Snapshot> changed, String topic, String type, Function<Snapshot, byte[]> body) {
    outbox.addAll(
        changed.stream()
            .map(
                row ->
                    new OutboxRow(
                        topic,
                        row.id(),
                        type,
                        UuidCreator.getTimeOrderedEpoch().toString(),
                        body.apply(row)))
            .toList());
  }

  /** What Hibernate has read in this transaction is not what stands there after set-based SQL. */
  private void forget() {
    entities.clear();
  }

  private static void bind(PreparedStatement statement, @Nullable Object... parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      @Nullable Object value = parameters[i];
      if (value instanceof List<?> list) {
        // An array of Strings goes as their bytes; of Objects as a literal, every quote escaped.
        String[] texts = list.stream().map(String.class::cast).toArray(String[]::new);
        value = statement.getConnection().createArrayOf("text", texts);
      }
      statement.setObject(i + 1, value);
    }
  }

  private List<Snapshot> changed(PreparedStatement statement) throws SQLException {
    forget();
    List<Snapshot> changed = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        changed.add(new Snapshot(row.getString(1), row.getInt(2), row.getString(3)));
      }
    }
    return changed;
  }
}
