package duban.chassis.sql;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Lifts the short timeouts of a session for one transaction: for the first import of a catalogue,
 * for sending a topic again as a whole. Nothing that a caller can ask for may wait so long.
 */
public final class LongWork {

  private LongWork() {}

  /** Until the transaction of this connection ends. */
  public static void allow(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          "SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0;"
              + " SET LOCAL idle_in_transaction_session_timeout = '10min'");
    }
  }
}
