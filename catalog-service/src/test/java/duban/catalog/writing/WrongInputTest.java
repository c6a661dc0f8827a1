package duban.catalog.writing;

import duban.chassis.contract.BadInput;
import duban.chassis.contract.Tables;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Comes last in its package, for the examples that it sends stay. */
@QuarkusTest
class WrongInputTest {
  @Inject AgroalDataSource database;

  @TestFactory
  Stream<DynamicContainer> whatIsWrongIsRefused() {
    return BadInput.of(Path.of("openapi.yaml"))
        .tables(() -> Tables.fingerprint(database))
        // Another name is no stretch of the document's text: that is said first.
        .withoutTrying("POST /api/catalog/conferences")
        .withoutTrying("POST /api/catalog/topics")
        // There is none here; the chassis tries them.
        .leaveOut("POST /api/catalog/dead-letters/{id}/discard")
        .leaveOut("POST /api/catalog/dead-letters/{id}/replay")
        .tests();
  }
}
