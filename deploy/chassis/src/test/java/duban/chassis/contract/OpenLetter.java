package duban.chassis.contract;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Puts a dead letter into the table whose record can be applied by now. */
public final class OpenLetter {

  // The loop counts from 0 upwards, so that nothing of its own is hit.
  private static final String INSERT =
      "INSERT INTO dead_letter (topic, partition, \"offset\", key, type, event_id, value, reason,"
          + " detail) SELECT ?, 0, least(min(\"offset\"), 0) - 1, 'k', ?, 'e', ?, 'FAILED',"
          + " 'Failed once' FROM dead_letter RETURNING id";

  private OpenLetter() {}

  /** Answers its number. */
  public static String of(DataSource database, String topic, String type, byte[] value) {
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, topic);
      insert.setString(2, type);
      insert.setBytes(3, value);
      try (var row = insert.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
