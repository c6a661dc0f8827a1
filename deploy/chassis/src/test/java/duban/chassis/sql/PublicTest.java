package duban.chassis.sql;

import static org.assertj.core.api.Assertions.assertThat;

import duban.chassis.TestDatabase;
import duban.chassis.backbone.Backbone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A database that somebody else made, such as an operator, is closed to all other roles. */
@QuarkusTest
@QuarkusTestResource(Backbone.class)
class PublicTest {

  private static final String OPEN =
      """
      SELECT p FROM unnest(ARRAY['CONNECT', 'TEMPORARY', 'CREATE']) p
      WHERE has_database_privilege('public', current_database(), p)
      UNION ALL SELECT p FROM unnest(ARRAY['USAGE', 'CREATE']) p
      WHERE has_schema_privilege('public', 'public', p)
      """;

  @Inject TestDatabase database;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @Test
  void theMigrationTakesFromEverybodyWhatPostgresqlGives() throws Exception {
    try (var owner = DriverManager.getConnection(url, "duban_chassis_owner", "owner-password");
        var statement = owner.createStatement();
        var migration =
            getClass().getResourceAsStream("/db/chassis/V0.3__for_its_role_alone.sql")) {
      statement.execute("GRANT CONNECT, TEMPORARY ON DATABASE duban_chassis TO PUBLIC");
      statement.execute("GRANT USAGE ON SCHEMA public TO PUBLIC");
      assertThat(database.ask(OPEN)).containsExactly("CONNECT", "TEMPORARY", "USAGE");
      statement.execute(
          new String(migration.readAllBytes(), StandardCharsets.UTF_8)
              .replace("${app}", "duban_chassis"));
      assertThat(database.ask(OPEN)).isEmpty();
      assertThat(database.ask("SELECT 1")).containsExactly("1");
    }
  }
}
