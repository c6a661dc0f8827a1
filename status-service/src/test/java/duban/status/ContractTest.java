package duban.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import duban.chassis.backbone.TestTopics;
import duban.chassis.contract.Schemas;
import duban.chassis.json.Json;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContractTest extends StatusTest {

  @Test
  void everything_that_is_sent_fits_its_schema() throws Exception {
    String id = heard(window());
    Map<String, Object> counted = counted(id, "laws", 1);
    counted.put("occurrenceId", "baogao-1");
    post(counted).statusCode(201);
    post(claim(id)).statusCode(201);
    Map<String, Object> rework = event(id, "REWORK_ORDERED");
    rework.put("reason", "材料不全");
    rework.put("reworkDueOn", today().plusDays(14).toString());
    post(rework).statusCode(201);
    Map<String, Object> correction = event(id, "VOIDED");
    correction.put("voids", rework.get("id"));
    post(correction).statusCode(201);
    post(verified(heard(standing()), "NOT_MET")).statusCode(201);
    post(verified(heard(standing()), "NOT_APPLICABLE")).statusCode(201);
    String missed = heard(missed());
    post(explained(missed)).statusCode(201);
    post(event(missed, "EXPLANATION_ACCEPTED")).statusCode(201);
    relayed();
    assertThat(fitting("implementation", "duban.implementation"))
        .contains("COUNTED", "COMPLETION_CLAIMED", "REWORK_ORDERED", "VOIDED")
        .contains("VERIFIED", "EXPLAINED", "EXPLANATION_ACCEPTED");
    assertThat(fitting("progress", "duban.progress"))
        .contains("NOT_OPEN", "REWORK", "CLAIMED", "UNMET", "EXEMPT");
  }

  /** Checks every event and the example; answers the types or states that occurred. */
  private static Set<String> fitting(String name, String topic) throws IOException {
    String schema = name + ".v1";
    Schemas.check(schema, Schemas.example("status-service", schema));
    assertThat(Schemas.errors(schema, "{\"id\": 1}")).isNotEmpty();
    Set<String> seen = new HashSet<>();
    for (var record : TestTopics.read(topic)) {
      if (TestTopics.type(record).equals("duban." + name + ".v1")) {
        String body = new String(record.value(), StandardCharsets.UTF_8);
        Schemas.check(schema, record.value());
        JsonNode tree = Json.contract().readTree(body);
        seen.add(tree.path(name.equals("progress") ? "state" : "type").asText());
      }
    }
    return seen;
  }

  @Test
  void what_the_catalog_gives_as_examples_is_understood() throws IOException {
    caughtUp();
    List<JsonNode> kept = new ArrayList<>(examples("unit", "duban.units"));
    kept.addAll(examples("calendar", "duban.calendars"));
    List<JsonNode> deadlines = examples("deadline", "duban.deadlines");
    assertThat(deadlines)
        .extracting(it -> it.path("kind").asText())
        .contains("QUOTA", "WINDOW", "CHECKPOINTS", "ONE_OFF", "EACH_TIME", "STANDING");
    kept.addAll(deadlines);
    List<JsonNode> measures = examples("measure", "duban.measures");
    for (JsonNode one : kept) {
      roundsUntil("SELECT count(*) FROM snapshot WHERE key = '" + id(one) + "'", 1);
    }
    for (JsonNode one : measures) {
      String place =
          "SELECT count(*) FROM measure WHERE id = '%s' AND conference_id = '%s' AND topic_id = '%s'";
      String conference = one.at("/conference/id").asText();
      roundsUntil(place.formatted(id(one), conference, one.at("/topic/id").asText()), 1);
    }
    for (JsonNode one : deadlines) {
      get("progress/{id}", id(one))
          .statusCode(200)
          .body("title", equalTo(one.path("title").asText()))
          .body("kind", equalTo(one.path("kind").asText()))
          .body("unit.id", equalTo(one.at("/unit/id").asText()))
          .body("effectiveDueOn", equalTo(one.path("dueOn").asText()))
          .body("required", equalTo(one.has("required") ? one.path("required").asInt() : null))
          .body("checkpoint", equalTo(one.path("checkpoint").textValue()))
          .body("balance", equalTo(one.has("required") ? "0 of " + one.get("required") : null))
          .body("period", equalTo(one.path("period").asText()))
          .body("coDueOn", equalTo(one.path("coDueOn").textValue()))
          .body("occasionOn", equalTo(one.path("occasionOn").textValue()))
          .body("timing", equalTo(one.path("timing").textValue()))
          .body("requires", equalTo(one.path("requires").textValue()))
          .body("order", equalTo(one.path("order").textValue()))
          .body("tally", equalTo(one.has("tally") ? true : null))
          .body("membersUnknown", equalTo(one.has("membersUnknown") ? true : null));
    }
    kept.addAll(measures);
    for (JsonNode list : examples("yearly-list", "duban.yearly-lists")) {
      String listed = "SELECT count(*) FROM listed_deadline WHERE list_id = '" + id(list) + "'";
      roundsUntil(listed + " AND deadline_id = 'a72f6e2b-da67-567f-8037-0bfff2690239'", 1);
      get("receipts?unit={u}", list.at("/unit/code").asText())
          .statusCode(200)
          .body("items.list", hasItem(id(list)))
          .body("items.sentBy", hasItem(list.at("/sentBy/code").asText()));
      kept.add(list);
    }
    String keys = kept.stream().map(it -> "'" + id(it) + "'").collect(Collectors.joining(","));
    assertThat(number("SELECT count(*) FROM dead_letter WHERE key IN (" + keys + ")")).isZero();
  }

  private static String id(JsonNode body) {
    return body.path("id").asText();
  }

  /** All that the owner has for the topic are sent, each under its key. */
  private List<JsonNode> examples(String type, String topic) throws IOException {
    List<JsonNode> sent = new ArrayList<>();
    try (var files = Files.list(Path.of("..", "catalog-service", "src/main/contract"))) {
      for (Path file : files.sorted().toList()) {
        if (file.getFileName().toString().matches(type + "(-[a-z-]+)?\\.v1\\.example\\.json")) {
          JsonNode body = Json.contract().readTree(Files.readAllBytes(file));
          send(topic, id(body), "duban." + type + ".v1", Files.readAllBytes(file));
          sent.add(body);
        }
      }
    }
    assertThat(sent).isNotEmpty();
    return sent;
  }

  @Test
  void an_unreadable_deadline_becomes_a_dead_letter_and_the_next_goes_on() {
    send("duban.deadlines", "broken", "duban.deadline.v1", "{".getBytes(StandardCharsets.UTF_8));
    send(
        "duban.deadlines",
        "thin",
        "duban.deadline.v1",
        "{\"version\": 1}".getBytes(StandardCharsets.UTF_8));
    String id = heard(window());
    get("progress/{id}", id).statusCode(200);
    roundsUntil(
        "SELECT count(*) FROM dead_letter WHERE key IN ('broken', 'thin') AND reason ="
            + " 'UNREADABLE'",
        2);
  }
}
