package duban.catalog.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No deadline names what is not there, whoever writes it. */
@QuarkusTest
class NamedTest {
  private static final String FOREIGN_KEY_VIOLATION = "23503";

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @ConfigProperty(name = "quarkus.flyway.username")
  String owner;

  @ConfigProperty(name = "quarkus.flyway.password")
  String password;

  @ParameterizedTest
  @ValueSource(strings = {"obligation_id", "measure_id", "unit_id"})
  void whatIsNotThereIsNotNamed(String column) throws SQLException {
    refused("UPDATE deadline SET " + column + " = 'none' WHERE period = '2027'");
    refused(
        """
        INSERT INTO deadline (id, status, obligation_id, measure_id, unit_id, kind, title, period,
                              opens_on, due_on, version, body, made_at)
        SELECT gen_random_uuid(), status, %s, kind, title, period, opens_on, due_on, 1, body, made_at
        FROM deadline LIMIT 3
        """
            .formatted("obligation_id, measure_id, unit_id".replace(column, "'none'")));
  }

  @ParameterizedTest
  @CsvSource({"obligation, obligation_id", "measure, measure_id", "unit, unit_id"})
  void whatIsNamedIsNotDeletedNorCalledOtherwise(String table, String column) throws SQLException {
    String named = " WHERE id = (SELECT " + column + " FROM deadline LIMIT 1)";
    refused("DELETE FROM " + table + named);
    refused("UPDATE " + table + " SET id = 'other'" + named);
  }

  private void refused(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, owner, password);
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      SQLException refusal = catchThrowableOfType(SQLException.class, () -> statement.execute(sql));
      connection.rollback();
      assertThat(refusal.getMessage()).as(sql).contains("deadline");
      assertThat(refusal.getSQLState()).isEqualTo(FOREIGN_KEY_VIOLATION);
    }
  }
}
