package duban.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import duban.chassis.backbone.TestTopics;
import duban.chassis.loop.Settled;
import duban.status.chain.Chain;
import duban.status.progress.Rebuild;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What happens after the database was restored from a backup, and after Kafka lost a topic. */
@QuarkusTest
class RestoredTest extends StatusTest {

  @Inject Chain chain;
  @Inject Rebuild rebuild;
  @Inject Settled settled;

  @Test
  void what_kafka_has_and_the_database_has_not_comes_back_byte_for_byte() throws Exception {
    Map<String, Object> owed = window();
    String measure = String.valueOf(owed.get("measureId"));
    String id = heard(owed);
    post(event(id, "CHECKED")).statusCode(201);
    relayed();
    String backup = place();
    String progressThen = "version = 2, state = 'IN_PROGRESS', counted = 0";

    Map<String, Object> counted = counted(id, "laws", 1);
    counted.put("note", "联系人王五");
    post(counted).statusCode(201);
    post(claim(id)).statusCode(201);
    relayed();
    String record = record(measure);
    String list = get("progress/{id}", id).body("version", equalTo(4)).extract().asString();
    int sent = sent(measure).size();

    goBackTo(measure, 1, backup, "UPDATE progress SET " + progressThen + of(id));
    assertThat(record(measure)).isNotEqualTo(record);
    begin();
    assertThat(record(measure)).isEqualTo(record);
    assertThat(QuarkusTransaction.requiringNew().call(() -> chain.firstBroken(measure))).isEmpty();
    finish();
    assertThat(get("progress/{id}", id).extract().asString()).isEqualTo(list);
    assertThat(sent(measure)).hasSize(sent);
    get("events/{id}", counted.get("id")).body("personalGone", equalTo("LOST"));
    post(counted).statusCode(200).body("seq", equalTo(2));
    counted.put("attributes", Map.of("laws", 2));
    post(counted).statusCode(409).body("type", endsWith("id-taken"));

    place(backup); // as after a crash: what is known already changes nothing
    begin();
    finish();
    assertThat(record(measure)).isEqualTo(record);
    assertThat(get("progress/{id}", id).extract().asString()).isEqualTo(list);
    post(event(id, "CLAIMED_BY_NOBODY")).statusCode(400);
    post(event(id, "ACCEPTED")).statusCode(201).body("progress.version", equalTo(5));
  }

  @Test
  void progress_that_was_told_is_overtaken_when_the_events_say_otherwise() throws Exception {
    Map<String, Object> owed = window();
    String id = heard(owed);
    relayed();
    String backup = place();
    String told =
        json(
            Map.of(
                "deadlineId",
                id,
                "version",
                7,
                "state",
                "CLAIMED",
                "counted",
                1,
                "required",
                1,
                "effectiveDueOn",
                owed.get("dueOn")));
    TestTopics.produce(
        "duban.progress",
        id,
        "duban.progress.v1",
        id + "-7",
        told.getBytes(StandardCharsets.UTF_8));
    place(backup);
    begin();
    finish();
    get("progress/{id}", id).body("version", equalTo(8)).body("state", equalTo("NOT_OPEN"));
  }

  @Test
  void a_fork_is_refused_and_told_of() throws Exception {
    Map<String, Object> owed = window();
    String measure = String.valueOf(owed.get("measureId"));
    String id = heard(owed);
    relayed();
    String backup = place();
    Map<String, Object> one = event(id, "CHECKED");
    post(one).statusCode(201);
    relayed();
    goBackTo(measure, 0, backup, "SELECT 1");
    Map<String, Object> other = event(id, "PROGRESS_REPORTED");
    post(other).statusCode(201); // which the service would not have taken before it was settled
    String record = record(measure);

    begin();
    assertThat(record(measure)).isEqualTo(record).contains(String.valueOf(other.get("id")));
    assertThat(
            text(
                "SELECT reason || ' ' || detail FROM dead_letter WHERE state = 'OPEN' AND topic ="
                    + " 'duban.implementation' AND key = '"
                    + measure
                    + "'"))
        .startsWith("NOT_ALLOWED Kafka holds event " + one.get("id") + " as number 1");
    relayed();
  }

  @Test
  void nothing_is_recorded_before_what_was_sent_is_known() {
    String id = heard(window());
    String before = stored();
    settled.set(false);
    try {
      post(event(id, "CHECKED"))
          .statusCode(503)
          .header("Retry-After", equalTo("1"))
          .body("type", endsWith("not-settled"));
      get("progress/{id}", id).statusCode(200);
    } finally {
      settled.set(true);
    }
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void both_topics_can_be_sent_again_as_they_were() throws Exception {
    Map<String, Object> owed = window();
    String measure = String.valueOf(owed.get("measureId"));
    String id = heard(owed);
    for (int i = 0; i < 3; i++) {
      post(event(id, "CHECKED")).statusCode(201);
    }
    relayed();
    List<String> once = sent(measure);
    assertThat(once).hasSize(3);
    io.restassured.RestAssured.given().post("/api/status/republish").then().statusCode(202);
    relayed();
    relayed();
    assertThat(sent(measure).subList(3, 6)).isEqualTo(once);
    List<String> progress =
        TestTopics.read("duban.progress").stream()
            .filter(it -> id.equals(it.key()))
            .map(it -> new String(it.value(), StandardCharsets.UTF_8))
            .toList();
    assertThat(progress).hasSize(3);
    assertThat(progress.get(2)).isEqualTo(progress.get(1)).contains("\"version\":2");
  }

  private void begin() throws Exception {
    relay.close();
    relay.round();
  }

  private void finish() throws Exception {
    caughtUp();
    while (rebuild.round()) {
      // until nothing is left
    }
    relayed();
  }

  private String place() {
    return text("SELECT json_agg(json_build_array(topic, partition, next_offset)) FROM relayed");
  }

  private void place(String places) throws Exception {
    behindTheTrigger(
        "UPDATE relayed r SET next_offset = (p ->> 2)::bigint FROM json_array_elements('"
            + places
            + "') p WHERE r.topic = p ->> 0 AND r.partition = (p ->> 1)::int");
  }

  private void goBackTo(String measure, int seq, String places, String progress) throws Exception {
    String of = " WHERE measure_id = '" + measure + "'";
    behindTheTrigger(
        "DELETE FROM event_private WHERE event_id IN (SELECT id FROM event"
            + of
            + " AND seq > "
            + seq
            + "); DELETE FROM event"
            + of
            + " AND seq > "
            + seq
            + "; UPDATE chain_head SET seq = "
            + seq
            + ", hash = coalesce((SELECT hash FROM event"
            + of
            + " AND seq = "
            + seq
            + "), repeat('0', 64))"
            + of
            + "; "
            + progress);
    place(places);
  }

  private static void behindTheTrigger(String sql) throws Exception {
    try (var owner = owner();
        var change = owner.createStatement()) {
      change.execute("ALTER TABLE event DISABLE TRIGGER event_append_only");
      change.execute(sql);
      change.execute("ALTER TABLE event ENABLE TRIGGER event_append_only");
    }
  }

  private static String of(String deadline) {
    return " WHERE deadline_id = '" + UUID.fromString(deadline) + "'";
  }

  /** The exact bytes of the measure's chain, with what finds them. */
  private String record(String measure) {
    return text(
        "SELECT string_agg(concat_ws(' ', e.id, e.seq, e.hash, encode(e.body, 'escape'),"
            + " e.recorded_at, h.seq, h.hash), ';' ORDER BY e.seq) FROM event e"
            + " JOIN chain_head h USING (measure_id) WHERE e.measure_id = '"
            + measure
            + "'");
  }

  private static List<String> sent(String measure) {
    return TestTopics.read("duban.implementation").stream()
        .filter(it -> measure.equals(it.key()))
        .map(it -> new String(it.value(), StandardCharsets.UTF_8))
        .toList();
  }
}
