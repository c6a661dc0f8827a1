package duban.chassis.inbox;

import duban.chassis.sql.Columns;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of dead letters; every method joins the caller's transaction. */
@Startup // its gauge must be there before anybody asks for a letter
@ApplicationScoped
class DeadLetters {

  private final AgroalDataSource database;

  DeadLetters(AgroalDataSource database, MeterRegistry metrics) {
    this.database = database;
    metrics.gauge("duban.dead.letters.open", this, DeadLetters::open);
  }

  static UnacceptableRecord reasonOf(RuntimeException failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnacceptableRecord unacceptable) {
        return unacceptable;
      }
    }
    return new UnacceptableRecord(Reason.FAILED, String.valueOf(failure), failure);
  }

  void addAll(Map<InboundRecord, UnacceptableRecord> dead) {
    if (dead.isEmpty()) {
      return;
    }
    var sql =
        "INSERT INTO dead_letter (topic, partition, \"offset\", key, type, event_id, value, reason, detail)"
            + " SELECT * FROM unnest(?::text[], ?::int[], ?::bigint[], ?::text[], ?::text[], ?::text[],"
            + " ?::bytea[], ?::text[], ?::text[])"
            + " ON CONFLICT (topic, partition, \"offset\") DO NOTHING";
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement(sql)) {
      Columns.of(insert, dead.entrySet())
          .text(it -> it.getKey().topic())
          .add("int4", it -> it.getKey().partition())
          .add("int8", it -> it.getKey().offset())
          .text(it -> storable(it.getKey().key()))
          .text(it -> storable(it.getKey().type()))
          .text(it -> storable(it.getKey().id()))
          .add("bytea", it -> it.getKey().value())
          .text(it -> it.getValue().reason().name())
          .text(it -> storable(it.getValue().detail()));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The dead letters cannot be stored", e);
    }
  }

  /** PostgreSQL stores no NUL in a text. */
  private static @Nullable String storable(@Nullable String text) {
    return text == null ? null : text.replace('\0', '\uFFFD');
  }

  List<DeadLetter> after(long id, @Nullable String state, @Nullable String reason, int most) {
    var sql =
        "SELECT * FROM dead_letter WHERE id > ? AND (?::text IS NULL OR state = ?)"
            + " AND (?::text IS NULL OR reason = ?) ORDER BY id LIMIT ?";
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      select.setLong(1, id);
      select.setString(2, state);
      select.setString(3, state);
      select.setString(4, reason);
      select.setString(5, reason);
      select.setInt(6, most);
      try (var rows = select.executeQuery()) {
        var letters = new ArrayList<DeadLetter>();
        while (rows.next()) {
          letters.add(DeadLetter.of(rows));
        }
        return letters;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The dead letters cannot be read", e);
    }
  }

  /** The letter, locked until the transaction ends. */
  Optional<DeadLetter> lock(long id) {
    return one(id, DeadLetter::of);
  }

  /** The record as it came. */
  Optional<InboundRecord> record(long id) {
    return one(
        id,
        row ->
            new InboundRecord(
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("offset"),
                row.getString("key"),
                row.getBytes("value"),
                String.valueOf(row.getString("type")),
                String.valueOf(row.getString("event_id"))));
  }

  private interface Shape<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> Optional<T> one(long id, Shape<T> shape) {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement("SELECT * FROM dead_letter WHERE id = ? FOR UPDATE")) {
      select.setLong(1, id);
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(shape.of(row)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The dead letter cannot be read", e);
    }
  }

  void settle(long id, String state, @Nullable String why) {
    var sql =
        "UPDATE dead_letter SET state = ?, settled_why = ?, settled_at = clock_timestamp()"
            + " WHERE id = ?";
    try (var connection = database.getConnection();
        var update = connection.prepareStatement(sql)) {
      update.setString(1, state);
      update.setString(2, why);
      update.setLong(3, id);
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The dead letter cannot be settled", e);
    }
  }

  long open() {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement("SELECT count(*) FROM dead_letter WHERE state = 'OPEN'");
        var row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("The dead letters cannot be counted", e);
    }
  }
}
