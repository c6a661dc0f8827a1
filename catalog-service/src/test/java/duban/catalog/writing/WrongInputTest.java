package duban.catalog.writing;

import duban.chassis.contract.BadInput;
import duban.chassis.contract.OpenLetter;
import duban.chassis.contract.Schemas;
import duban.chassis.contract.Tables;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Comes last in its package, for the examples that it sends stay. */
@QuarkusTest
class WrongInputTest {
  @Inject AgroalDataSource database;

  @BeforeEach
  void aSessionIsExpected() {
    Congress.expected();
  }

  @TestFactory
  Stream<DynamicContainer> whatIsWrongIsRefused() {
    byte[] progress = Schemas.example("status-service", "progress.v1");
    return BadInput.of(Path.of("openapi.yaml"))
        .tables(() -> Tables.fingerprint(database))
        // Not the first of all asks anything, or has days of its own.
        .parameter("GET /api/catalog/obligations/{id}/applicability", "id", () -> "o-116b")
        .parameter("GET /api/catalog/obligations/{id}/applicability/{unit}", "id", () -> "o-116b")
        .parameter("GET /api/catalog/obligations/{id}/applicability/{unit}", "unit", () -> "XDW-01")
        .parameter("GET /api/catalog/calendars/{year}/local", "year", () -> "2028")
        .parameter("GET /api/catalog/sent-lists/{id}", "id", WrongInputTest::sent)
        .deadLetters(() -> OpenLetter.of(database, "duban.progress", "duban.progress.v1", progress))
        .tests();
  }

  private static String sent() {
    return Caller.post(
            "sent-lists",
            """
            {"id": "00000000-0000-4000-8000-000000000012", "year": 2028, "unit": "QFY"}
            """)
        .path("lists[0].id");
  }
}
