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

  private Tables() {}

  /** For each table that may be read: how many rows, and a hash of all of them. */
  public static Map<String, String> fingerprint(DataSource database) {
    Map<String, String> found = new TreeMap<>();
    try (var connection = database.getConnection()) {
      for (var table : list(connection, READABLE)) {
        var rows = "SELECT count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) FROM ";
        found.put(table, list(connection, rows + table + " t").get(0));
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
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
