package duban.notification;

import duban.chassis.contract.OpenLetter;
import duban.chassis.contract.Schemas;
import duban.chassis.contract.WordForWord;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
class WordForWordTest extends RunningService {

  @Inject AgroalDataSource database;

  @TestFactory
  Stream<DynamicContainer> everyTextComesBackAsItWasSent() {
    feed.calendar().unit("QZF-BM-03", "区科技和信息化局", "DEPARTMENT", null).read();
    var measure = Schemas.example("catalog-service", "measure.v1");
    return WordForWord.of(Path.of("openapi.yaml"))
        .refusingLines("invalid-field") // a name stands in headers
        .deadLetters(() -> OpenLetter.of(database, "duban.measures", "duban.measure.v1", measure))
        .tests();
  }
}
