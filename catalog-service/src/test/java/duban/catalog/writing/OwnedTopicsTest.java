package duban.catalog.writing;

import static duban.catalog.writing.Caller.body;
import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Caller.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.chassis.inbox.InboundRecord;
import duban.chassis.outbox.Republished;
import duban.chassis.outbox.Returned;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** After Kafka was lost, or the database restored. */
@QuarkusTest
class OwnedTopicsTest {
  private static final String LIST =
      """
      {"id": "00000000-0000-4000-8000-000000000010", "year": 2028, "unit": "QFY"}
      """;

  @Inject AgroalDataSource database;
  @Inject @Any Instance<Republished> republished;
  @Inject @Any Instance<Returned> returned;

  @ParameterizedTest
  @CsvSource({
    "duban.units, unit",
    "duban.measures, measure",
    "duban.calendars, calendar",
    "duban.deadlines, deadline",
    "duban.yearly-lists, sent_list"
  })
  void eachSnapshotIsSentAgainWithTheVersionThatItHas(String topic, String table) {
    post("sent-lists", LIST);
    long sent = sent();
    long again =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    republished.stream()
                        .filter(it -> it.topic().equals(topic))
                        .findFirst()
                        .orElseThrow()
                        .republish());
    List<JsonNode> bodies = Caller.waiting(database, sent, topic);
    assertThat(bodies).hasSize((int) again);
    assertThat(again).isEqualTo(Caller.number(database, "SELECT count(*) FROM " + table));
    assertThat(bodies.stream().mapToLong(it -> it.path("version").asLong()).sum())
        .isEqualTo(Caller.number(database, "SELECT sum(version) FROM " + table));
    assertThat(bodies.stream().map(it -> it.path("id").asText()).distinct()).hasSize((int) again);
  }

  @Test
  void whatWasSentLaterThanIsRememberedIsOvertaken() {
    ObjectNode later = (ObjectNode) body(get("units/QWB"));
    int version = later.path("version").asInt();
    take("duban.units", "QWB", later);
    assertThat(body(get("units/QWB"))).isEqualTo(later);
    long sent = sent();
    take("duban.units", "QWB", later.deepCopy().put("version", version + 3));
    assertThat(body(get("units/QWB")).path("version").asInt()).isEqualTo(version + 3);
    assertThat(Caller.waiting(database, sent, "duban.units")).isEmpty();
    take("duban.units", "QWB", later.deepCopy().put("name", "丢失的").put("version", version + 4));
    List<JsonNode> published = Caller.waiting(database, sent, "duban.units");
    assertThat(published).containsExactly(body(get("units/QWB")));
    assertThat(published.get(0).path("version").asInt()).isEqualTo(version + 5);
    assertThat(published.get(0).path("name")).isEqualTo(later.path("name"));
  }

  @Test
  void ofManyLostVersionsNoneIsToldAgainBehindTheNewest() {
    ObjectNode lost = (ObjectNode) body(get("units/QWB"));
    int version = lost.path("version").asInt();
    long sent = sent();
    for (int i = 1; i <= 3; i++) {
      take(
          "duban.units", "QWB", lost.deepCopy().put("name", "丢失的" + i).put("version", version + i));
    }
    assertThat(Caller.waiting(database, sent, "duban.units"))
        .extracting(it -> it.path("version").asInt())
        .containsExactly(version + 4);
    ObjectNode deadline = (ObjectNode) body(get("deadlines?limit=1")).at("/items/0");
    String id = "22222222-2222-5222-8222-222222222222";
    for (int i = 1; i <= 3; i++) {
      take("duban.deadlines", id, deadline.deepCopy().put("id", id).put("version", i));
    }
    assertThat(Caller.waiting(database, sent, "duban.deadlines"))
        .extracting(it -> it.path("version").asInt())
        .containsExactly(4);
  }

  @Test
  void whatIsMadeAnewUnderALostKeyGoesOnFromItsVersion() {
    ObjectNode lost = (ObjectNode) body(get("units/QWB"));
    take("duban.units", "U-LOST", lost.put("id", "U-LOST").put("version", 4));
    post("units", "{\"id\": \"U-LOST\", \"name\": \"丢\", \"kind\": \"BODY\"}")
        .then()
        .statusCode(201)
        .header("ETag", "\"5\"");
  }

  @Test
  void aDeadlineThatNobodyRemembersIsWithdrawn() {
    ObjectNode lost = (ObjectNode) body(get("deadlines?limit=1")).at("/items/0");
    String id = "11111111-1111-5111-8111-111111111111";
    long sent = sent();
    take("duban.deadlines", id, lost.put("id", id).put("version", 2));
    List<JsonNode> published = Caller.waiting(database, sent, "duban.deadlines");
    assertThat(published).hasSize(1);
    assertThat(published.get(0).path("status").asText()).isEqualTo("WITHDRAWN");
    assertThat(published.get(0).path("version").asInt()).isEqualTo(3);
  }

  private void take(String topic, String key, JsonNode body) {
    byte[] value = body.toString().getBytes(StandardCharsets.UTF_8);
    var record = new InboundRecord(topic, 0, 0, key, value, "duban.any.v1", "e");
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                returned.stream()
                    .filter(it -> it.topic().equals(topic))
                    .forEach(it -> it.take(record)));
  }

  private long sent() {
    return Caller.number(database, "SELECT coalesce(max(id), 0) FROM outbox");
  }
}
