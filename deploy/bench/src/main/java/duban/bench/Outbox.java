package duban.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes into a service's outbox as the service does. */
final class Outbox {

  static final String INSERT =
      "INSERT INTO outbox (topic, key, type, event_id, body) VALUES (?, ?, ?, ?, ?)";

  private Outbox() {}

  static void add(Connection database, List<Topics.Message> messages) throws SQLException {
    try (var insert = database.prepareStatement(INSERT)) {
      for (var message : messages) {
        insert.setString(1, message.topic());
        insert.setString(2, message.key());
        insert.setString(3, message.type());
        insert.setString(4, message.id());
        insert.setBytes(5, message.body());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** On a connection of its own, as the service does at most every 20 ms. */
  static void wake(Connection database) throws SQLException {
    try (var statement = database.createStatement()) {
      statement.execute("NOTIFY duban_outbox");
    }
  }
}
