package duban.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.chassis.backbone.TestTopics;
import duban.chassis.outbox.Relay;
import duban.chassis.tokens.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PublishedTest {
  @Inject Relay relay;
  @Inject AgroalDataSource database;

  @BeforeEach
  void relay() throws Exception {
    // A broker that has just made the topics may be slow; the loop would try again just so.
    for (int left = 3; ; left--) {
      try {
        while (relay.round()) {
          // until nothing waits
        }
        return;
      } catch (ExecutionException e) {
        if (left == 0) {
          throw e;
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "duban.units, unit, 187",
    "duban.measures, measure, 65",
    "duban.calendars, calendar, 21"
  })
  void eachSnapshotIsPublishedOnceUnderItsKeyAndKeepsItsContract(
      String topic, String event, int count) {
    Map<String, JsonNode> published = published(topic, event);
    assertThat(published).hasSize(count);
    firstOfTheirKeys(published);
  }

  @Test
  void eachDeadlineIsPublishedOnceUnderItsKeyAndKeepsItsContract() throws SQLException {
    Map<String, JsonNode> published = published("duban.deadlines", "deadline");
    assertThat(published.keySet()).isEqualTo(stored()).isNotEmpty();
    firstOfTheirKeys(published);
  }

  private Set<String> stored() throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT id FROM deadline")) {
      Set<String> ids = new HashSet<>();
      while (row.next()) {
        ids.add(row.getString(1));
      }
      return ids;
    }
  }

  private static void firstOfTheirKeys(Map<String, JsonNode> published) {
    assertThat(published)
        .allSatisfy(
            (key, body) -> {
              assertThat(body.path("id").asText()).isEqualTo(key);
              assertThat(body.path("version").asInt()).isEqualTo(1);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "duban.units, unit, unit",
    "duban.measures, measure, measure",
    "duban.calendars, calendar, calendar",
    "duban.deadlines, deadline, deadline",
    "duban.deadlines, deadline, deadline-window",
    "duban.deadlines, deadline, deadline-checkpoint"
  })
  void theExampleThatOtherServicesReadIsWhatIsReallyPublished(
      String topic, String event, String name) {
    JsonNode example = Contracts.example(name);
    assertThat(published(topic, event).get(example.path("id").asText())).isEqualTo(example);
  }

  /** Comes first of those that send: nobody has changed yet what it owes. */
  @Test
  void theYearlyListThatOtherServicesReadIsWhatIsReallySent() throws Exception {
    JsonNode example = Contracts.example("yearly-list");
    given()
        .contentType("application/json")
        .header("Authorization", "Bearer " + Tokens.of("supervisor:CY", "RDCWH-BG"))
        .body(
            """
            {"id": "6f1de0a4-3a0b-4c55-8d1e-0d2f3c4b5a69", "year": 2027, "unit": "XRD-01"}
            """)
        .post("/api/catalog/sent-lists")
        .then()
        .statusCode(201);
    relay();
    assertThat(published("duban.yearly-lists", "yearly-list").get(example.path("id").asText()))
        .isEqualTo(example);
  }

  @Test
  void aSnapshotWithoutVersionBreaksTheContract() {
    assertThat(Contracts.errors("unit", "{\"id\": \"QW\"}".getBytes(StandardCharsets.UTF_8)))
        .isNotEmpty();
  }

  private static Map<String, JsonNode> published(String topic, String event) {
    Map<String, JsonNode> published = new HashMap<>();
    Set<String> events = new HashSet<>();
    for (var record : TestTopics.read(topic)) {
      String id = new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
      // After a failed send the same event may lie there twice, under the same id.
      if (!TestTopics.type(record).equals("duban." + event + ".v1") || !events.add(id)) {
        continue;
      }
      assertThat(Contracts.errors(event, record.value())).isEmpty();
      JsonNode body = Contracts.json(new String(record.value(), StandardCharsets.UTF_8));
      assertThat(published.put(record.key(), body)).as("published twice").isNull();
    }
    return published;
  }
}
