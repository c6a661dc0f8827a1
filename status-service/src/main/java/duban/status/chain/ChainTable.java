package duban.status.chain;

import duban.status.fold.Event;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is written of the record, in the caller's transaction. By SQL alone: each event is written
 * once and never looked at for changes, which is most of what Hibernate would do with it.
 */
@ApplicationScoped
class ChainTable {

  private static final String HEAD =
      "SELECT measure_id, seq, hash, recorded_at FROM chain_head WHERE measure_id = ";
  private static final String LOCKED = " FOR NO KEY UPDATE";
  private static final String BEGIN =
      "INSERT INTO chain_head (measure_id, seq, hash) VALUES (?, 0, ?) ON CONFLICT DO NOTHING";
  private static final String APPEND =
      """
      WITH head AS (UPDATE chain_head SET seq = ?, hash = ?, recorded_at = ? WHERE measure_id = ?)
      INSERT INTO event (seq, hash, recorded_at, measure_id, id, deadline_id, type, effective_on, body,
                         request, answer, returned)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String BESIDE =
      "INSERT INTO event_private (event_id, salt, content) VALUES (?, ?, CAST(? AS jsonb))";
  private static final String UNIQUE_VIOLATION = "23505";

  private final AgroalDataSource database;

  ChainTable(AgroalDataSource database) {
    this.database = database;
  }

  /** Empty if nothing was ever recorded of the measure. */
  Optional<ChainHead> lock(String measureId) {
    return head(HEAD + "?" + LOCKED, measureId);
  }

  /** By one of the measure's deadlines; empty also if that is not known. */
  Optional<ChainHead> lockOf(UUID deadlineId) {
    return head(HEAD + "(SELECT measure_id FROM deadline WHERE id = ?)" + LOCKED, deadlineId);
  }

  Optional<ChainHead> head(String measureId) {
    return head(HEAD + "?", measureId);
  }

  private Optional<ChainHead> head(String sql, Object key) {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      select.setObject(1, key);
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(head(row)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The end of a chain cannot be read", e);
    }
  }

  @Nullable String text(String sql, Object key) {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      select.setObject(1, key);
      try (var row = select.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The record cannot be read", e);
    }
  }

  private static ChainHead head(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject(4, OffsetDateTime.class);
    return new ChainHead(
        row.getString(1), row.getLong(2), row.getString(3), at == null ? null : at.toInstant());
  }

  /** Unless somebody else does it just now. */
  void begin(String measureId) {
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement(BEGIN)) {
      insert.setString(1, measureId);
      insert.setString(2, Sealed.NOTHING_BEFORE);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("A chain cannot be begun", e);
    }
  }

  /**
   * Together with the end of its chain.
   *
   * @param returned whether it was taken back from Kafka
   * @throws IdTaken if an event has this id
   */
  void append(Sealed sealed, @Nullable String request, @Nullable String answer, boolean returned) {
    try (var connection = database.getConnection();
        var write = connection.prepareStatement(APPEND)) {
      int at = place(write, 0, sealed); // the end of the chain
      at = place(write, at, sealed); // and the event itself
      Event event = sealed.event();
      write.setObject(++at, event.id());
      write.setObject(++at, event.deadlineId());
      write.setString(++at, event.type().name());
      write.setObject(++at, event.effectiveOn());
      write.setBytes(++at, sealed.bytes());
      write.setString(++at, request);
      write.setString(++at, answer);
      write.setBoolean(++at, returned);
      write.executeUpdate();
    } catch (SQLException e) {
      if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
        throw new IdTaken(sealed.event(), e);
      }
      throw new IllegalStateException("An event cannot be written", e);
    }
  }

  private static int place(PreparedStatement write, int after, Sealed sealed) throws SQLException {
    Event event = sealed.event();
    int at = after;
    write.setLong(++at, event.seq());
    write.setString(++at, sealed.hash());
    write.setObject(++at, moment(event.recordedAt()));
    write.setString(++at, event.measureId());
    return at;
  }

  private static OffsetDateTime moment(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  void beside(UUID eventId, PrivatePart part) {
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement(BESIDE)) {
      insert.setObject(1, eventId);
      insert.setBytes(2, part.salt());
      insert.setString(3, part.content());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("What is personal cannot be written", e);
    }
  }
}
