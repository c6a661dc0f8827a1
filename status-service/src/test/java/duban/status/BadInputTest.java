package duban.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.chassis.contract.BadInput;
import duban.chassis.contract.OpenLetter;
import duban.chassis.contract.Schemas;
import duban.chassis.contract.Tables;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each refusal names the field, says what would be right, and leaves nothing behind. */
@QuarkusTest
class BadInputTest extends StatusTest {

  private static String untouched;

  /** Everything that can be wrong with any request, one thing at a time. */
  @TestFactory
  Stream<DynamicContainer> what_is_wrong_is_refused() {
    String owed = heard(window());
    String accepted = heard(checkpoint("PLAN_HEARD", true));
    post(event(accepted, "PLAN_HEARD")).statusCode(201);
    Map<String, String> others =
        Map.of("RATED", accepted, "VERIFIED", heard(standing()), "EXPLAINED", heard(missed()));
    Map<String, Object> unit = Map.of("id", "U-BAD", "code", "U-BAD", "name", "某单位");
    // What it names is not heard of yet, so that whoever signs signs again.
    String list = heardList(yearlyList(unit, UUID.randomUUID().toString()));
    Map<String, Object> receipt = Map.of("id", UUID.randomUUID().toString(), "list", list);
    post("receipts", receipt).statusCode(201);
    byte[] measure = Schemas.example("catalog-service", "measure.v1");
    return BadInput.of(Path.of("openapi.yaml"))
        .tables(() -> Tables.fingerprint(database))
        .adapting("POST /api/status/events", it -> happening(it, owed, others))
        .adapting("POST /api/status/receipts", it -> signing(it, list))
        .parameter("GET /api/status/receipts/{id}", "id", () -> receipt.get("id").toString())
        .parameter("GET /api/status/history", "deadline", () -> accepted)
        .deadLetters(() -> OpenLetter.of(database, "duban.measures", "duban.measure.v1", measure))
        .tests();
  }

  /** An example, of a deadline that is there, today. */
  private ObjectNode happening(ObjectNode example, String owed, Map<String, String> others) {
    String deadline = others.getOrDefault(example.path("type").asText(), owed);
    example.put("deadlineId", deadline).put("effectiveOn", today().toString());
    return example.has("reworkDueOn")
        ? example.put("reworkDueOn", today().plusDays(14).toString())
        : example;
  }

  /** Of a list that is there, with a day that another request may say otherwise. */
  private ObjectNode signing(ObjectNode example, String list) {
    return example.put("list", list).put("effectiveOn", today().toString());
  }

  @Test
  void an_unknown_deadline_is_refused_for_now() {
    String before = stored();
    post(event(UUID.randomUUID().toString(), "CHECKED"))
        .statusCode(404)
        .contentType("application/problem+json")
        .header("Retry-After", "2")
        .body("type", endsWith("deadline-not-known"))
        .body("detail", containsString("deadlineId"));
    assertThat(stored()).isEqualTo(before);
    get("progress/{id}", UUID.randomUUID()).statusCode(404).header("Retry-After", "2");
  }

  @Test
  void a_day_that_is_not_possible_is_refused() {
    refusedWith(
        event -> event.put("effectiveOn", today().plusDays(1).toString()), 422, "effectiveOn");
    refusedWith(
        event -> event.put("effectiveOn", today().minusDays(301).toString()), 422, "period begins");
    refusedWith(event -> event.put("effectiveOn", "-999999999-01-01"), 422, "effectiveOn");
    String id = heard(quota());
    refused(counted(id, "days", 1), 422, "after the period");
    Map<String, Object> again = event(id, "REWORK_ORDERED");
    again.put("reason", "重办");
    again.put("reworkDueOn", "+999999999-12-31");
    refused(again, 422, "reworkDueOn");
  }

  @Test
  void a_state_that_does_not_allow_the_event_is_named_with_what_it_allows() {
    String id = heard(window());
    String before = stored();
    post(event(id, "ACCEPTED"))
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", endsWith("state-does-not-allow"))
        .body("detail", containsString("NOT_OPEN"))
        .body("state", equalTo("NOT_OPEN"))
        .body("allowed[0]", equalTo("PLAN_HEARD"));
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void what_is_counted_needs_the_attributes_by_which_it_is_judged() {
    refusedWith(event -> event.remove("attributes"), 422, "attributes.laws is missing");
    refusedWith(event -> event.put("attributes", Map.of("law", 1)), 422, "attributes.laws");
    refusedWith(event -> event.put("attributes", Map.of("laws", "one")), 422, "give a number");
    refusedWith(
        event -> event.put("attributes", Map.of("laws", 1, "note", "一句 话")),
        422,
        "attributes.note");
    refusedWith(event -> event.put("attributes", Map.of("laws", 1e300)), 422, "attributes.laws");
  }

  @Test
  void a_claim_needs_its_count_its_evidence_and_who_signed_it_off() {
    String id = heard(window());
    post(event(id, "CHECKED")).statusCode(201);
    refused(claim(id), 409, "counted is 0 of 1");
    post(counted(id, "laws", 1)).statusCode(201);
    Map<String, Object> unsigned = claim(id);
    unsigned.remove("signedOffBy");
    refused(unsigned, 422, "signedOffBy");
    Map<String, Object> bare = claim(id);
    bare.remove("evidence");
    refused(bare, 422, "evidence");
    Map<String, Object> odd = claim(id);
    odd.put("evidence", Map.of("kind", "LINK", "url", "javascript:alert(1)"));
    refused(odd, 422, "evidence.url");
  }

  @Test
  void what_the_service_writes_itself_cannot_be_posted() {
    refusedWith(event -> event.put("type", "ASSIGNED"), 422, "type");
    refusedWith(event -> event.put("type", "CLOSED"), 422, "type");
  }

  @Test
  void a_field_of_another_type_of_event_is_refused() {
    refusedWith(event -> event.put("rating", "SATISFIED"), 422, "rating");
    refusedWith(event -> event.put("voids", UUID.randomUUID().toString()), 422, "voids");
    String id = heard(window());
    refused(event(id, "REWORK_ORDERED"), 422, "reason");
    refused(event(id, "RATED"), 422, "rating");
    refused(event(id, "EVIDENCE_ADDED"), 422, "evidence");
  }

  @Test
  void one_occurrence_counts_once_for_a_deadline() {
    String id = heard(window());
    Map<String, Object> counted = counted(id, "laws", 1);
    counted.put("occurrenceId", "meeting-7");
    post(counted).statusCode(201);
    counted.put("id", UUID.randomUUID().toString());
    refused(counted, 409, "meeting-7");
  }

  @Test
  void a_correction_that_leaves_an_impossible_history_is_refused() {
    String id = heard(window());
    Map<String, Object> counted = counted(id, "laws", 1);
    post(counted).statusCode(201);
    post(claim(id)).statusCode(201);
    Map<String, Object> correction = event(id, "VOIDED");
    correction.put("voids", counted.get("id"));
    refused(correction, 409, "COMPLETION_CLAIMED");
    correction.put("voids", UUID.randomUUID().toString());
    refused(correction, 422, "voids");
  }

  @Test
  void a_list_says_which_parameter_is_wrong() {
    get("progress?light=PINK").statusCode(400).body("detail", startsWith("light is 'PINK'"));
    get("progress?from=2027-02-30").statusCode(400).body("detail", startsWith("from"));
    get("progress?limit=501").statusCode(400).body("detail", startsWith("limit"));
    get("progress?after=x").statusCode(400).body("detail", startsWith("after"));
    get("progress?from=-999999999-01-01").statusCode(400).body("detail", startsWith("from"));
    get("progress/{id}?knownAt=-1000000000-01-01T00:00:00Z", UUID.randomUUID())
        .statusCode(400)
        .body("detail", startsWith("knownAt"));
    for (String period :
        List.of("2027H1", "2027-H3", "2027-13", "2027-W54", "2027-q1", "2027-", "a term")) {
      get("progress?period={p}", period)
          .statusCode(400)
          .body("detail", startsWith("period is '" + period + "'; give 2027, or a part of it"));
    }
    for (String period :
        List.of("2027", "2027-Q4", "2027-W53", "2027-12", "PARTY-19", "2026-2031")) {
      get("progress?period={p}", period).statusCode(200);
    }
    get("progress/nothing").statusCode(400).body("detail", startsWith("deadlineId"));
    get("history").statusCode(400).body("detail", containsString("deadline"));
    get("events/{id}", UUID.randomUUID()).statusCode(404).body("type", endsWith("event-not-known"));
  }

  private void refusedWith(Consumer<Map<String, Object>> change, int status, String detail) {
    if (untouched == null) {
      untouched = heard(window()); // a refusal leaves it as it is, so that one will do
    }
    Map<String, Object> event = counted(untouched, "laws", 1);
    change.accept(event);
    refused(event, status, detail);
  }

  private void refused(Object body, int status, String detail) {
    String before = stored();
    ValidatableResponse answer = post(body);
    answer
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("detail", containsString(detail));
    assertThat(stored()).isEqualTo(before);
  }
}
