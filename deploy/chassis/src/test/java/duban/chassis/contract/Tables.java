package duban.chassis.contract;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** What a database holds, short enough to compare. */
public final class Tables {

  private static final String READABLE =
      "SELECT quote_ident(relname) FROM pg_class"
          + " WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')"
          + " AND has_table_privilege(oid, 'SELECT') ORDER BY 1";

  /** What the same role sees of the same transactions is the same. */
  private static final String SEES =
      "SELECT concat_ws(' ', current_database(), current_user, pg_current_snapshot())";

  private record Seen(String transactions, Map<String, String> tables) {}

  private static volatile Seen last = new Seen("", Map.of());

  private Tables() {}

  /** For each table that may be read: how many rows, and a hash of all of them. */
  public static Map<String, String> fingerprint(DataSource database) {
    try (var connection = database.getConnection()) {
      var transactions = list(connection, SEES).get(0);
      var seen = last;
      if (!seen.transactions.equals(transactions)) {
        seen = new Seen(transactions, read(connection));
        last = seen;
      }
      return seen.tables;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, String> read(Connection connection) throws SQLException {
    Map<String, String> found = new TreeMap<>();
    for (var table : list(connection, READABLE)) {
      var rows = "SELECT count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) FROM ";
      found.put(table, list(connection, rows + table + " t").get(0));
    }
    return found;
  }

  private static List<String> list(Connection connection, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (var statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
