package duban.chassis.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import duban.chassis.json.Json;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/**
 * Takes what is to be sent, in the caller's transaction. Lock the row of the aggregate first: then
 * the order of the rows of a key is the order of the commits.
 */
@ApplicationScoped
public class Outbox {

  private static final String ONE =
      "INSERT INTO outbox (topic, key, type, event_id, body) VALUES (?, ?, ?, ?, ?)";

  private static final String MANY =
      "INSERT INTO outbox (topic, key, type, event_id, body)"
          + " SELECT topic, key, type, event_id, body FROM unnest(?::text[], ?::text[], ?::text[],"
          + " ?::text[], ?::bytea[]) WITH ORDINALITY AS row (topic, key, type, event_id, body, n)"
          + " ORDER BY n";

  private final AgroalDataSource database;
  private final TransactionSynchronizationRegistry transactions;
  private final RelayWaker waker;

  Outbox(
      AgroalDataSource database,
      TransactionSynchronizationRegistry transactions,
      RelayWaker waker) {
    this.database = database;
    this.transactions = transactions;
    this.waker = waker;
  }

  /** Sends exactly these bytes. */
  public void add(String topic, String key, String type, String id, byte[] body) {
    addAll(List.of(new OutboxRow(topic, key, type, id, body)));
  }

  /** Sends the JSON of {@code body}. */
  public void add(String topic, String key, String type, String id, Object body) {
    add(topic, key, type, id, bytes(body));
  }

  /** In the order given. */
  public void addAll(List<OutboxRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
      throw new IllegalStateException(
          "The outbox is written only within the change that it tells of");
    }
    try (var connection = database.getConnection()) {
      if (rows.size() == 1) {
        insert(connection, rows.get(0));
      } else {
        insert(connection, rows);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The outbox cannot be written", e);
    }
    waker.afterCommit();
  }

  /** Each event that is recorded comes this way: without arrays. */
  private static void insert(Connection connection, OutboxRow row) throws SQLException {
    try (var insert = connection.prepareStatement(ONE)) {
      insert.setString(1, row.topic());
      insert.setString(2, row.key());
      insert.setString(3, row.type());
      insert.setString(4, row.id());
      insert.setBytes(5, row.body());
      insert.executeUpdate();
    }
  }

  /** Many rows tell of a change that reaches many: in one statement. */
  private static void insert(Connection connection, List<OutboxRow> rows) throws SQLException {
    try (var insert = connection.prepareStatement(MANY)) {
      array(insert, 1, "text", texts(rows, OutboxRow::topic));
      array(insert, 2, "text", texts(rows, OutboxRow::key));
      array(insert, 3, "text", texts(rows, OutboxRow::type));
      array(insert, 4, "text", texts(rows, OutboxRow::id));
      array(insert, 5, "bytea", rows.stream().map(OutboxRow::body).toArray(byte[][]::new));
      insert.executeUpdate();
    }
  }

  private static String[] texts(List<OutboxRow> rows, Function<OutboxRow, String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }

  private static void array(PreparedStatement insert, int at, String type, Object[] values)
      throws SQLException {
    insert.setArray(at, insert.getConnection().createArrayOf(type, values));
  }

  /** The JSON of a contract as it goes out. */
  public static byte[] bytes(Object body) {
    try {
      return Json.contract().writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("No JSON can be made of " + body.getClass(), e);
    }
  }
}
