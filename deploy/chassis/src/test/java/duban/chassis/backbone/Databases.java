package duban.chassis.backbone;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database for a service, with two roles: its owner, who migrates, and the one that the service
 * runs as, who can do only what the migrations grant.
 */
public final class Databases {

  private Databases() {}

  /**
   * Makes what is missing and sets the passwords; what exists keeps its data.
   *
   * @param superuser a JDBC address of the server with a superuser, database {@code postgres}
   * @param service {@code catalog}, {@code status} or {@code notification}
   */
  public static void make(String superuser, String service, String ownerPassword, String password)
      throws SQLException {
    var name = "duban_" + service;
    var owner = name + "_owner";
    try (var connection = DriverManager.getConnection(superuser);
        var statement = connection.createStatement()) {
      role(statement, owner, ownerPassword);
      role(statement, name, password);
      if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
        statement.execute(
            "CREATE DATABASE "
                + name
                + " OWNER "
                + owner
                + " TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'");
        statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
        statement.execute("GRANT CONNECT ON DATABASE " + name + " TO " + name);
      }
    }
    try (var connection =
            DriverManager.getConnection(superuser.replace("/postgres?", "/" + name + "?"));
        var statement = connection.createStatement()) {
      statement.execute("ALTER SCHEMA public OWNER TO " + owner);
      statement.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
      statement.execute("GRANT USAGE ON SCHEMA public TO " + name);
    }
  }

  private static void role(Statement statement, String name, String password) throws SQLException {
    var verb =
        exists(statement.getConnection(), "SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'")
            ? "ALTER"
            : "CREATE";
    statement.execute(
        verb + " ROLE " + name + " LOGIN PASSWORD '" + password.replace("'", "''") + "'");
  }

  private static boolean exists(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      return row.next();
    }
  }
}
