package duban.chassis.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duban.chassis.TestDatabase;
import duban.chassis.backbone.Backbone;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Sessions of the service end what would hold others up. */
@QuarkusTest
@QuarkusTestResource(Backbone.class)
class TimeoutsTest {

  @Inject AgroalDataSource datasource;
  @Inject TestDatabase database;

  @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
  int pool;

  private List<String> inForce() {
    return database.ask(
        "SELECT setting || unit FROM pg_settings WHERE name IN ('statement_timeout', 'lock_timeout',"
            + " 'idle_in_transaction_session_timeout') ORDER BY name");
  }

  @Test
  void everySessionHasThem() {
    assertThat(inForce()).containsExactly("30000ms", "10000ms", "20000ms");
  }

  @Test
  void aSessionIdleInATransactionIsEndedAndTheServiceRecovers() {
    for (int i = 0; i < pool + 1; i++) {
      assertThatThrownBy(
              () ->
                  QuarkusTransaction.requiringNew()
                      .run(
                          () -> {
                            database.run("SET LOCAL idle_in_transaction_session_timeout = '50ms'");
                            database.run("INSERT INTO moment VALUES (now())");
                            sleep(400);
                            database.run("INSERT INTO moment VALUES (now())");
                          }))
          .satisfies(it -> assertThat(Passing.is(it)).as("worth another try").isTrue());
    }
    assertThat(database.ask("SELECT count(*) FROM moment")).containsExactly("0");
    assertThat(inForce()).hasSize(3).doesNotContain("50ms");
  }

  @Test
  void aStatementThatTakesTooLongAndAWaitForALockAreEnded() {
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          database.run("SET LOCAL statement_timeout = '100ms'");
                          database.run("SELECT pg_sleep(10)");
                        }))
        .hasStackTraceContaining("statement timeout")
        .satisfies(it -> assertThat(Passing.is(it)).isTrue());
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              database.run("SELECT pg_advisory_xact_lock(77)");
              assertThatThrownBy(
                      () ->
                          QuarkusTransaction.requiringNew()
                              .run(
                                  () -> {
                                    database.run("SET LOCAL lock_timeout = '100ms'");
                                    database.run("SELECT pg_advisory_xact_lock(77)");
                                  }))
                  .hasStackTraceContaining("lock timeout")
                  .satisfies(it -> assertThat(Passing.is(it)).isTrue());
            });
  }

  @Test
  void longWorkLiftsThemForItsOwnTransactionAlone() {
    var during = new ArrayList<String>();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              try (var connection = datasource.getConnection()) {
                LongWork.allow(connection);
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
              during.addAll(inForce());
            });
    assertThat(during).containsExactly("600000ms", "0ms", "0ms");
    for (int i = 0; i < pool + 1; i++) {
      everySessionHasThem();
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
