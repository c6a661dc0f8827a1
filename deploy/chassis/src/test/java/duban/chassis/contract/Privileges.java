package duban.chassis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What the role of the running service may do in its database, as PostgreSQL itself says, beside a
 * list that people can read.
 */
public final class Privileges {

  private static final String OF_TABLES =
      """
      SELECT c.relname || ': ' || string_agg(p, ', ' ORDER BY p)
      FROM pg_class c, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES',
        'TRIGGER']) p
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
        AND has_table_privilege('%1$s', c.oid, p)
      GROUP BY c.relname ORDER BY c.relname
      """;

  private static final String OF_COLUMNS =
      """
      SELECT c.relname || '(' || string_agg(a.attname, ', ' ORDER BY a.attname) || '): ' || p
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0,
        unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) p
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
        AND NOT a.attisdropped AND NOT has_table_privilege('%1$s', c.oid, p)
        AND has_column_privilege('%1$s', c.oid, a.attnum, p)
      GROUP BY c.relname, p ORDER BY c.relname, p
      """;

  /** Each line is one too many. */
  private static final String NEVER =
      """
      SELECT 'may ' || p || ' in the database'
      FROM unnest(ARRAY['CREATE', 'TEMPORARY']) p
      WHERE has_database_privilege('%1$s', current_database(), p)
      UNION ALL SELECT 'may CREATE in ' || nspname FROM pg_namespace
      WHERE has_schema_privilege('%1$s', oid, 'CREATE')
      UNION ALL SELECT 'is more than a role' FROM pg_roles WHERE rolname = '%1$s'
        AND (rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls)
      UNION ALL SELECT 'is a member of ' || roleid::regrole FROM pg_auth_members
      WHERE member = '%1$s'::regrole
      UNION ALL SELECT 'owns ' || relname FROM pg_class WHERE relowner = '%1$s'::regrole
      UNION ALL SELECT 'may ' || p || ' ' || relname FROM pg_class,
        unnest(ARRAY['USAGE', 'UPDATE']) p
      WHERE relkind = 'S' AND has_sequence_privilege('%1$s', oid, p)
      """;

  private Privileges() {}

  /**
   * Throws an AssertionError if the role may do anything else. With {@code
   * -Dduban.privileges.write} writes the list instead.
   */
  public static void check(Path list) {
    var role = setting("quarkus.datasource.username");
    assertThat(ask(NEVER, role)).as(role).isEmpty();
    var actual = new ArrayList<>(ask(OF_TABLES, role));
    actual.addAll(ask(OF_COLUMNS, role));
    try {
      if (System.getProperty("duban.privileges.write") != null) {
        Files.write(list, actual);
      }
      assertThat(actual).as(role).isEqualTo(Files.readAllLines(list));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> ask(String question, String role) {
    try (var connection = owner();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(question.formatted(role))) {
      var answers = new ArrayList<String>();
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
      return answers;
    } catch (SQLException e) {
      throw new IllegalStateException(question, e);
    }
  }

  private static Connection owner() throws SQLException {
    return DriverManager.getConnection(
        setting("quarkus.datasource.jdbc.url"),
        setting("quarkus.flyway.username"),
        setting("quarkus.flyway.password"));
  }

  private static String setting(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }
}
