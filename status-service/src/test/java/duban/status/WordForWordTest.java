package duban.status;

import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.chassis.contract.OpenLetter;
import duban.chassis.contract.Schemas;
import duban.chassis.contract.WordForWord;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
class WordForWordTest extends StatusTest {

  @TestFactory
  Stream<DynamicContainer> every_text_comes_back_as_it_was_sent() {
    byte[] measure = Schemas.example("catalog-service", "measure.v1");
    return WordForWord.of(Path.of("openapi.yaml"))
        .refusing("invalid-event") // what is no link
        .adapting("POST /api/status/events", this::happening)
        .deadLetters(() -> OpenLetter.of(database, "duban.measures", "duban.measure.v1", measure))
        .tests();
  }

  /** An example, of a deadline of its own to which that can happen. */
  private ObjectNode happening(ObjectNode example) {
    String id = heard(window());
    Map<String, Object> before = counted(id, "laws", 1);
    post(before).statusCode(201);
    if (example.path("type").asText().equals("REWORK_ORDERED")) {
      post(claim(id)).statusCode(201);
      example.put("reworkDueOn", today().plusDays(14).toString());
    }
    if (example.has("voids")) {
      example.put("voids", String.valueOf(before.get("id")));
    }
    return example.put("deadlineId", id).put("effectiveOn", today().toString());
  }
}
