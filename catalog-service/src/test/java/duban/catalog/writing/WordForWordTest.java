package duban.catalog.writing;

import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Caller.post;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.chassis.contract.OpenLetter;
import duban.chassis.contract.Schemas;
import duban.chassis.contract.Texts;
import duban.chassis.contract.WordForWord;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** No text is changed without a word. Comes late in its package, for what it writes stays. */
@QuarkusTest
class WordForWordTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Inject AgroalDataSource database;
  private int made;
  private int terms;

  @BeforeEach
  void aSessionIsExpected() {
    Congress.expected();
  }

  @TestFactory
  Stream<DynamicContainer> everyTextComesBackAsItWasSentOrIsRefused() {
    byte[] progress = Schemas.example("status-service", "progress.v1");
    return WordForWord.of(Path.of("openapi.yaml"))
        // Names of others must be theirs, and what is quoted must be printed.
        .refusing("unknown-reference", "quote-not-printed", "id-fixed")
        .refusingLines("invalid-document")
        .adapting("POST /api/catalog/documents", it -> it.without("sha256"))
        .adapting("POST /api/catalog/units", this::anotherUnit)
        .adapting("POST /api/catalog/measures", it -> it.put("ordinal", 100 + made++))
        .adapting("POST /api/catalog/terms", this::farAway)
        .adapting("POST /api/catalog/attributes", it -> it.put("name", "w" + made++))
        .adapting("POST /api/catalog/occasions/batch", this::anew)
        .deadLetters(() -> OpenLetter.of(database, "duban.progress", "duban.progress.v1", progress))
        .tests();
  }

  /** An alias is of one unit alone. */
  private ObjectNode anotherUnit(ObjectNode unit) {
    unit.put("receives", "QZF-BM-03").putArray("aliases").add("别名" + made++);
    return unit.without("code");
  }

  private ObjectNode farAway(ObjectNode term) {
    int year = 2080 + 2 * terms++;
    return term.put("from", year + "-01-01").put("to", year + "-12-31");
  }

  private ObjectNode anew(ObjectNode plan) {
    for (var each : plan.path("occasions")) {
      ObjectNode occasion = (ObjectNode) each;
      occasion.put("id", UUID.randomUUID().toString()).remove("follows");
      occasion.put("date", LocalDate.EPOCH.plusYears(100).plusDays(made++).toString());
    }
    return plan;
  }

  @Test
  void whatIsPrintedIsQuotedWordForWord() {
    var texts =
        Stream.concat(Texts.SHORT.stream(), Texts.FAITHFUL.stream())
            .filter(it -> it.codePoints().noneMatch(Character::isISOControl))
            .toList();
    ObjectNode document =
        JSON.objectNode()
            .put("id", "d-printed")
            .put("title", "第五次人大工作会议")
            .put("owner", "CY")
            .put("openness", "OPEN");
    var lines = document.putArray("lines");
    texts.forEach(it -> lines.add("1. " + it));
    post("documents", document.toString()).then().statusCode(201);
    for (int i = 0; i < texts.size(); i++) {
      quoted("k" + i, "t" + i, i + 1, texts.get(i));
    }
    get("documents/d-printed/lines?limit=100")
        .then()
        .body("items.text", hasItem("1. " + texts.get(1)));
  }

  /** As a heading of either kind, as an item, and in what an obligation rests on. */
  private static void quoted(String conference, String topic, int line, String text) {
    ObjectNode heading = JSON.objectNode().put("documentId", "d-printed").put("name", text);
    post("conferences", heading.deepCopy().put("id", conference).put("year", 2025).toString())
        .then()
        .statusCode(201);
    get("conferences/d-printed/" + conference).then().body("name", equalTo(text));
    post("topics", heading.deepCopy().put("id", topic).put("position", line).toString())
        .then()
        .statusCode(201);
    get("topics/d-printed/" + topic).then().body("name", equalTo(text));
    ObjectNode measure =
        JSON.objectNode()
            .put("documentId", "d-printed")
            .put("conference", conference)
            .put("topic", topic)
            .put("ordinal", 1)
            .put("line", line)
            .put("label", "1.")
            .put("text", text);
    post("measures", measure.toString()).then().statusCode(201);
    String id = "d-printed-" + conference + "-" + topic + "-1";
    get("measures/" + id).then().body("text", equalTo(text));
    ObjectNode obligation =
        JSON.objectNode()
            .put("id", "o-" + conference)
            .put("measureId", id)
            .put("title", "逐字引用")
            .put("quote", text)
            .put("subjectQuote", text)
            .put("strength", "AIM")
            .put("afterDue", "EXPLAIN");
    obligation.putObject("who").put("supervisor", "RDCWH-BG").put("fanOut", "JOINT");
    obligation.withObjectProperty("who").putArray("responsible").add("QZF");
    obligation.putObject("rule").put("kind", "QUOTA").put("period", "YEAR").put("times", 1);
    post("obligations", obligation.toString()).then().statusCode(201);
    get("obligations/o-" + conference)
        .then()
        .body("quote", equalTo(text))
        .body("subjectQuote", equalTo(text));
  }
}
