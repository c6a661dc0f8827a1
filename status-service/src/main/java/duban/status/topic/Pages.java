package duban.status.topic;

import duban.chassis.outbox.Outbox;
import duban.chassis.outbox.OutboxRow;
import io.agroal.api.AgroalDataSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Sends a table page by page, so that it is never in memory as a whole. */
final class Pages {

  static final int SIZE = 500;

  /**
   * A row as it is sent.
   *
   * @param key the parameters with which the query begins behind it
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Sent(OutboxRow row, Object[] key) {}

  interface Shape {
    Sent of(ResultSet row) throws SQLException;
  }

  private final AgroalDataSource database;
  private final Outbox outbox;
  private final String query;

  Pages(AgroalDataSource database, Outbox outbox, String query) {
    this.database = database;
    this.outbox = outbox;
    this.query = query;
  }

  /** In the running transaction; answers how many. */
  long send(Object[] first, Shape shape) {
    Object[] after = first;
    long sent = 0;
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(query)) {
      List<OutboxRow> page = new ArrayList<>();
      do {
        page.clear();
        for (int i = 0; i < after.length; i++) {
          select.setObject(i + 1, after[i]);
        }
        try (var rows = select.executeQuery()) {
          while (rows.next()) {
            Sent next = shape.of(rows);
            page.add(next.row());
            after = next.key();
          }
        }
        outbox.addAll(page);
        sent += page.size();
      } while (page.size() == SIZE);
    } catch (SQLException e) {
      throw new IllegalStateException("The record cannot be read", e);
    }
    return sent;
  }
}
