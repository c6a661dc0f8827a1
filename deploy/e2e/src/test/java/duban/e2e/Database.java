package duban.e2e;

import java.sql.DriverManager;
import java.sql.SQLException;

/** PostgreSQL as its superuser sees it: who loses, restores and counts. */
final class Database {

  private final String address;

  private Database(String address) {
    this.address = address;
  }

  /** The database of a service. */
  static Database of(Whole whole, String service) {
    return new Database(whole.duban().superuser("duban_" + service));
  }

  /** The server's own. */
  static Database server(Whole whole) {
    return new Database(whole.duban().superuser("postgres"));
  }

  long number(String query) throws SQLException {
    return Long.parseLong(text(query));
  }

  String text(String query) throws SQLException {
    try (var connection = DriverManager.getConnection(address);
        var row = connection.createStatement().executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  /** Each in a transaction of its own. */
  void run(String... commands) throws SQLException {
    try (var connection = DriverManager.getConnection(address);
        var statement = connection.createStatement()) {
      for (var command : commands) {
        statement.execute(command);
      }
    }
  }
}
