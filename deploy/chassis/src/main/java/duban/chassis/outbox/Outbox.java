package duban.chassis.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import duban.chassis.json.Json;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.util.List;

/**
 * Takes what is to be sent, in the caller's transaction. Lock the row of the aggregate first: then
 * the order of the rows of a key is the order of the commits.
 */
@ApplicationScoped
public class Outbox {

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
    var sql = "INSERT INTO outbox (topic, key, type, event_id, body) VALUES (?, ?, ?, ?, ?)";
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement(sql)) {
      for (var row : rows) {
        insert.setString(1, row.topic());
        insert.setString(2, row.key());
        insert.setString(3, row.type());
        insert.setString(4, row.id());
        insert.setBytes(5, row.body());
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("The outbox cannot be written", e);
    }
    waker.afterCommit();
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
