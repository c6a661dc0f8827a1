package duban.status.receipt;

import duban.status.deadline.Ref;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of lists and written of receipts, in the caller's transaction. */
@ApplicationScoped
class ReceiptTable {

  private static final String LIST =
      "SELECT id, year, unit_id, unit_code, unit_name, sent_on, sent_by FROM yearly_list"
          + " WHERE id = ?";
  private static final String LOCKED = LIST + " FOR NO KEY UPDATE";
  private static final String DEADLINES =
      "SELECT deadline_id FROM listed_deadline WHERE list_id = ? ORDER BY deadline_id";
  private static final String ORGANISERS =
      "SELECT DISTINCT d.body -> 'organiser' ->> 'code' FROM listed_deadline l"
          + " JOIN deadline d ON d.id = l.deadline_id"
          + " WHERE l.list_id = ? AND d.body -> 'organiser' ->> 'code' IS NOT NULL";
  private static final String READ =
      "SELECT list_id, effective_on, answer FROM receipt WHERE id = ?";
  private static final String FIRST =
      "SELECT id, effective_on, unit, actor FROM receipt WHERE list_id = ?"
          + " ORDER BY recorded_at, id LIMIT 1";
  private static final String WRITE =
      """
      INSERT INTO receipt (id, list_id, effective_on, recorded_at, actor, unit, answer)
      VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """;
  private static final String ASSIGNED =
      "UPDATE listed_deadline SET assigned = true WHERE NOT assigned AND deadline_id = ANY (?)";

  /** A list that was sent. */
  record Sent(UUID id, int year, Ref unit, LocalDate sentOn, @Nullable String sentBy) {
    static Sent of(ResultSet row) throws SQLException {
      return new Sent(
          row.getObject(1, UUID.class),
          row.getInt(2),
          new Ref(row.getString(3), row.getString(4), row.getString(5)),
          row.getObject(6, LocalDate.class),
          row.getString(7));
    }
  }

  /** A receipt as it was written. */
  record Written(UUID list, LocalDate effectiveOn, String answer) {}

  /**
   * By which a list was signed for.
   *
   * @param unit the code of the unit whose people signed, or entered it for the one that did
   */
  record Signature(
      UUID receipt, LocalDate signedOn, @Nullable String unit, @Nullable String actor) {}

  private interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final AgroalDataSource database;

  ReceiptTable(AgroalDataSource database) {
    this.database = database;
  }

  /** Until the transaction ends nobody else signs for it. */
  Optional<Sent> lock(UUID list) {
    return rows(LOCKED, list, Sent::of).stream().findFirst();
  }

  Optional<Sent> list(UUID id) {
    return rows(LIST, id, Sent::of).stream().findFirst();
  }

  List<UUID> deadlines(UUID list) {
    return rows(DEADLINES, list, row -> row.getObject(1, UUID.class));
  }

  /** Codes of those who act for the unit, which is a deputy. */
  List<String> organisers(UUID list) {
    return rows(ORGANISERS, list, row -> row.getString(1));
  }

  Optional<Written> receipt(UUID id) {
    return rows(
            READ,
            id,
            row ->
                new Written(
                    row.getObject(1, UUID.class),
                    row.getObject(2, LocalDate.class),
                    row.getString(3)))
        .stream()
        .findFirst();
  }

  /** The first receipt of a list tells when it was signed for. */
  Optional<Signature> signature(UUID list) {
    return rows(
            FIRST,
            list,
            row ->
                new Signature(
                    row.getObject(1, UUID.class),
                    row.getObject(2, LocalDate.class),
                    row.getString(3),
                    row.getString(4)))
        .stream()
        .findFirst();
  }

  /** Returns false if another receipt has the id. */
  boolean write(Receipt receipt, @Nullable String actor, Instant now) {
    try (var connection = database.getConnection();
        var write = connection.prepareStatement(WRITE)) {
      write.setObject(1, receipt.id());
      write.setObject(2, receipt.list());
      write.setObject(3, receipt.effectiveOn());
      write.setObject(4, now.atOffset(ZoneOffset.UTC));
      write.setString(5, actor);
      write.setString(6, receipt.by());
      write.setString(7, receipt.json());
      return write.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new IllegalStateException("A receipt cannot be written", e);
    }
  }

  /** Nothing is left to do because of a list. */
  void assigned(List<UUID> deadlines) {
    try (var connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(ASSIGNED)) {
      update.setArray(1, connection.createArrayOf("uuid", deadlines.toArray()));
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("A list cannot be written", e);
    }
  }

  private <T> List<T> rows(String sql, UUID id, Reading<T> reading) {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      select.setObject(1, id);
      List<T> found = new ArrayList<>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(reading.read(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("The receipts cannot be read", e);
    }
  }
}
