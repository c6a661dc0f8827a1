package duban.status;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import duban.chassis.contract.Texts;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RecordingTest extends StatusTest {

  @Test
  void a_report_that_was_made_is_counted_and_shown_at_once() {
    String id = heard(window());
    Map<String, Object> event = counted(id, "laws", 1);
    post(event)
        .statusCode(201)
        .body("seq", equalTo(1))
        .body("previous", equalTo("0".repeat(64)))
        .body("typeName", equalTo("登记一次"))
        .body("effect", equalTo("EFFECTIVE"))
        .body("progress.state", equalTo("IN_PROGRESS"))
        .body("progress.stateName", equalTo("办理中"))
        .body("progress.balance", equalTo("1 of 1"))
        .body("progress.balanceName", equalTo("1/1"))
        .body("progress.light", equalTo("GREEN"));
    get("progress/{id}", id)
        .statusCode(200)
        .body("counted", equalTo(1))
        .body("version", equalTo(2));
    get("events/{id}", event.get("id")).statusCode(200).body("attributes.laws", equalTo(1));
  }

  @Test
  void the_location_of_what_was_recorded_leads_to_it() {
    Map<String, Object> event = counted(heard(window()), "laws", 1);
    String location = post(event).statusCode(201).extract().header("Location");
    assertThat(location).matches("http://[^/]+/api/status/events/" + event.get("id"));
    given().get(location).then().statusCode(200).body("id", equalTo(event.get("id")));
  }

  @Test
  void a_session_that_was_too_short_is_recorded_and_says_why_it_does_not_count() {
    String id = heard(quota());
    Map<String, Object> event = counted(id, "days", 0);
    event.put("effectiveOn", today().minusDays(20).toString());
    post(event)
        .statusCode(201)
        .body("effect", equalTo("NOT_COUNTED"))
        .body("why", containsString("days must be at least 1"))
        .body("progress.balance", equalTo("0 of 2"));
    get("history?deadline={id}", id)
        .body("items[0].why", containsString("days must be at least 1"));
  }

  @Test
  void the_same_request_again_gets_the_first_answer_even_after_more_has_happened() {
    String id = heard(window());
    Map<String, Object> event = counted(id, "laws", 1);
    event.put("note", "已报送");
    String first = post(event).statusCode(201).extract().asString();
    post(claim(id)).statusCode(201);
    assertThat(post(event).statusCode(200).extract().asString()).isEqualTo(first);
    assertThat(number("SELECT count(*) FROM event WHERE deadline_id = '" + id + "'")).isEqualTo(2);
  }

  @Test
  void the_same_id_with_another_body_is_refused() {
    String id = heard(window());
    Map<String, Object> event = counted(id, "laws", 1);
    event.put("note", "已报送");
    post(event).statusCode(201);
    String before = stored();
    for (Map<String, Object> change :
        List.<Map<String, Object>>of(
            Map.of("note", "另一句话"),
            Map.of("attributes", Map.of("laws", 2)),
            Map.of("effectiveOn", today().minusDays(1).toString()),
            Map.of("type", "CHECKED"))) {
      Map<String, Object> other = new HashMap<>(event);
      other.putAll(change);
      post(other).statusCode(409).body("type", endsWith("id-taken"));
    }
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void an_acceptance_closes_by_itself_in_the_same_step() {
    String id = heard(window());
    post(counted(id, "laws", 1)).statusCode(201);
    post(claim(id)).statusCode(201).body("progress.state", equalTo("CLAIMED"));
    post(event(id, "ACCEPTED"))
        .statusCode(201)
        .body("progress.state", equalTo("CLOSED"))
        .body("progress.version", equalTo(4));
    get("history?deadline={id}", id)
        .body(
            "items.type", equalTo(List.of("COUNTED", "COMPLETION_CLAIMED", "ACCEPTED", "CLOSED")));
    post(counted(id, "laws", 1)).statusCode(201).body("progress.balance", equalTo("2 of 1"));
  }

  @Test
  void who_is_not_satisfied_with_a_checkpoint_gets_it_again_within_a_month() {
    String id = heard(checkpoint("PLAN_HEARD", true));
    post(event(id, "PLAN_HEARD")).statusCode(201).body("progress.state", equalTo("ACCEPTED"));
    Map<String, Object> rating = event(id, "RATED");
    rating.put("rating", "DISSATISFIED");
    String due =
        post(rating)
            .statusCode(201)
            .body("progress.state", equalTo("REWORK"))
            .body("ratingName", equalTo("不满意"))
            .body("progress.effectiveDueFrom", equalTo("REWORK"))
            .extract()
            .path("progress.effectiveDueOn");
    assertThat(LocalDate.parse(due))
        .isBetween(today().plusMonths(1), today().plusMonths(1).plusDays(10));
    post(event(id, "PLAN_HEARD")).statusCode(201);
    rating = event(id, "RATED");
    rating.put("rating", "SATISFIED");
    post(rating).statusCode(201).body("progress.state", equalTo("CLOSED"));
  }

  @Test
  void a_correction_takes_an_event_out_and_what_followed_from_it() {
    String id = heard(window());
    post(counted(id, "laws", 1)).statusCode(201);
    post(claim(id)).statusCode(201);
    Map<String, Object> accepted = event(id, "ACCEPTED");
    post(accepted).statusCode(201);
    Map<String, Object> correction = event(id, "VOIDED");
    correction.put("voids", accepted.get("id"));
    post(correction).statusCode(201).body("progress.state", equalTo("CLAIMED"));
    get("history?deadline={id}", id)
        .body("items.effect", hasItems("VOIDED", "WITHOUT_EFFECT"))
        .body("items[2].effect", equalTo("VOIDED"));
    Map<String, Object> twice = event(id, "VOIDED");
    twice.put("voids", accepted.get("id"));
    post(twice).statusCode(409).body("type", endsWith("already-voided"));
    post(event(id, "ACCEPTED")).statusCode(201).body("progress.state", equalTo("CLOSED"));
  }

  @Test
  void what_is_personal_can_be_erased_without_breaking_the_chain() throws Exception {
    Map<String, Object> owed = window();
    String id = heard(owed);
    Map<String, Object> event = counted(id, "laws", 1);
    event.put("note", "联系人王五");
    post(event).statusCode(201).body("personal.note", equalTo("联系人王五"));
    String body =
        text("SELECT convert_from(body, 'UTF8') FROM event WHERE id = '" + event.get("id") + "'");
    assertThat(body).contains("privateHash").doesNotContain("王五");
    try (var connection = database.getConnection();
        var erase = connection.createStatement()) {
      erase.execute("DELETE FROM event_private WHERE event_id = '" + event.get("id") + "'");
    }
    get("events/{id}", event.get("id")).statusCode(200).body("personal", nullValue());
    post(event).statusCode(200).body("personal", nullValue());
  }

  @Test
  void facts_after_a_withdrawal_are_kept_without_effect() {
    Map<String, Object> owed = window();
    String id = heard(owed);
    owed.put("version", 2);
    owed.put("status", "WITHDRAWN");
    heard(owed);
    post(counted(id, "laws", 1))
        .statusCode(201)
        .body("effect", equalTo("WITHOUT_EFFECT"))
        .body("progress.state", equalTo("WITHDRAWN"))
        .body("progress.light", equalTo("NONE"));
    get("history?deadline={id}", id).body("items", not(equalTo(List.of())));
  }

  @Test
  void text_of_any_kind_comes_back_byte_for_byte() {
    String id = heard(window());
    for (String text : Texts.FAITHFUL) {
      Map<String, Object> event = event(id, "CHECKED");
      event.put("note", text);
      post(event).statusCode(201).body("personal.note", equalTo(text));
      get("events/{id}", event.get("id")).body("personal.note", equalTo(text));
    }
  }
}
