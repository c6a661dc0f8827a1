package duban.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import duban.chassis.backbone.TestTopics;
import duban.chassis.contract.Schemas;
import duban.chassis.json.Json;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    relayed();
    assertThat(fitting("implementation", "duban.implementation"))
        .contains("COUNTED", "COMPLETION_CLAIMED", "REWORK_ORDERED", "VOIDED");
    assertThat(fitting("progress", "duban.progress")).contains("NOT_OPEN", "REWORK", "CLAIMED");
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
    String unit = example("unit", "duban.units");
    String year = example("calendar", "duban.calendars");
    String deadline = example("deadline", "duban.deadlines");
    String measure = example("measure", "duban.measures");
    for (String key : List.of(unit, year, deadline)) {
      roundsUntil("SELECT count(*) FROM snapshot WHERE key = '" + key + "'", 1);
    }
    roundsUntil(
        "SELECT count(*) FROM measure WHERE conference_id = '2015' AND topic_id = 'T2' AND id = '"
            + measure
            + "'",
        1);
    get("progress/{id}", deadline)
        .statusCode(200)
        .body("title", equalTo("召开乡人民代表大会会议"))
        .body("balance", equalTo("0 of 2"))
        .body("unit.id", equalTo(unit));
    assertThat(
            number(
                "SELECT count(*) FROM dead_letter WHERE state = 'OPEN' AND key IN ('"
                    + deadline
                    + "','"
                    + unit
                    + "','"
                    + year
                    + "','"
                    + measure
                    + "')"))
        .isZero();
  }

  private String example(String name, String topic) throws IOException {
    byte[] body = Schemas.example("catalog-service", name + ".v1");
    String key = Json.contract().readTree(body).get("id").asText();
    send(topic, key, "duban." + name + ".v1", body);
    return key;
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
