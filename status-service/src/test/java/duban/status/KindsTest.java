package duban.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import duban.status.opening.Opening;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Duties of each kind live through what domain.md says of them, from Kafka to HTTP. */
@QuarkusTest
class KindsTest extends StatusTest {

  @Inject Opening opening;

  @Test
  void periods_of_any_length_are_found_by_their_label_and_a_year_with_all_that_lies_in_it() {
    String unit = "U-" + UUID.randomUUID();
    for (String period :
        List.of("2027-H1", "2027-Q3", "2027-10", "2027-W53", "2028-H1", "2027-2032", "2027")) {
      Map<String, Object> owed = period.length() > 4 ? quota() : window();
      owed.put("unit", Map.of("id", unit, "code", unit, "name", "单位"));
      owed.put("period", period);
      String id = heard(owed);
      get("progress?unit={u}&period={p}&kind={k}", unit, period, owed.get("kind"))
          .statusCode(200)
          .body("items.deadlineId", equalTo(List.of(id)));
    }
    get("progress?unit={u}&kind=QUOTA", unit).body("items.size()", equalTo(6));
    get("progress?unit={u}&period=2027", unit)
        .body(
            "items.period",
            containsInAnyOrder("2027", "2027-H1", "2027-Q3", "2027-10", "2027-W53"));
    get("progress?unit={u}&period=2026", unit).body("items", hasSize(0));
  }

  @Test
  void what_is_done_once_is_claimed_accepted_and_closed_without_a_count() {
    Map<String, Object> owed = window();
    owed.put("kind", "ONE_OFF");
    owed.remove("required");
    owed.put("conditions", List.of());
    String id = heard(owed);
    opened();
    post(event(id, "SIGNED_FOR")).statusCode(201).body("progress.balance", nullValue());
    post(claim(id)).statusCode(201).body("progress.state", equalTo("CLAIMED"));
    post(event(id, "ACCEPTED"))
        .statusCode(201)
        .body("progress.state", equalTo("CLOSED"))
        .body("progress.light", equalTo("GREEN"));
  }

  @Test
  void what_an_occasion_demands_shows_its_dates_and_is_claimed_when_it_was_done() {
    Map<String, Object> owed = window();
    String occasion = today().minusDays(30).toString();
    String co = today().plusDays(5).toString();
    owed.put("kind", "EACH_TIME");
    owed.put("occasionId", UUID.randomUUID().toString());
    owed.put("occasionType", "SUGGESTION_ASSIGNED");
    owed.put("occasionOn", occasion);
    owed.put("timing", "AFTER");
    owed.put("coDueOn", co);
    owed.put("periodFrom", occasion);
    owed.put("conditions", List.of(Map.of("attribute", "signedByHead", "is", true)));
    String id = heard(owed);
    opened();
    get("progress/{id}", id)
        .body("state", equalTo("ASSIGNED"))
        .body("occasionOn", equalTo(occasion))
        .body("timing", equalTo("AFTER"))
        .body("coDueOn", equalTo(co))
        .body("balance", equalTo("0 of 1"));
    post(event(id, "PROGRESS_REPORTED")).statusCode(201);
    post(claim(id)).statusCode(409).body("type", endsWith("count-not-reached"));
    Map<String, Object> answered = event(id, "COUNTED");
    answered.put("attributes", Map.of("signedByHead", true));
    post(answered).statusCode(201).body("progress.balance", equalTo("1 of 1"));
    post(claim(id)).statusCode(201);
    post(event(id, "ACCEPTED")).statusCode(201).body("progress.state", equalTo("CLOSED"));
  }

  @Test
  void of_an_order_it_is_shown_what_is_missing_and_nothing_is_claimed() {
    Map<String, Object> owed = window();
    owed.put("kind", "EACH_TIME");
    owed.put("timing", "NOT_BEFORE");
    owed.put("requires", "APPOINTMENT_VOTED");
    owed.put("order", "MISSING");
    owed.put("occasionOn", today().minusDays(1).toString());
    owed.put("dueOn", today().minusDays(1).toString());
    owed.put("conditions", List.of());
    owed.remove("required");
    String id = heard(owed);
    opened();
    get("progress/{id}", id)
        .body("order", equalTo("MISSING"))
        .body("requires", equalTo("APPOINTMENT_VOTED"))
        .body("light", equalTo("NONE"))
        .body("balance", nullValue());
    post(event(id, "CHECKED")).statusCode(201);
    String before = stored();
    post(claim(id))
        .statusCode(409)
        .body("type", endsWith("kind-does-not-allow"))
        .body("detail", containsString("nothing to claim"))
        .body("allowed", hasItem("EVIDENCE_ADDED"))
        .body("allowed", not(hasItem("COMPLETION_CLAIMED")));
    assertThat(stored()).isEqualTo(before);
    owed.put("version", 2);
    owed.put("order", "KEPT");
    heard(owed);
    get("progress/{id}", id).body("order", equalTo("KEPT")).body("light", equalTo("NONE"));
  }

  @Test
  void a_standing_duty_is_checked_and_ends_as_it_was_found() {
    for (var outcome :
        List.of(
            List.of("MET", "符合", "CLOSED", "GREEN"),
            List.of("NOT_MET", "不符合", "UNMET", "UNMET"),
            List.of("NOT_APPLICABLE", "不适用", "EXEMPT", "NONE"))) {
      String id = heard(standing());
      opened();
      Map<String, Object> verified = verified(id, outcome.get(0));
      verified.put("note", "编制5人,在岗5人");
      post(verified)
          .statusCode(201)
          .body("typeName", equalTo("核对"))
          .body("outcome", equalTo(outcome.get(0)))
          .body("outcomeName", equalTo(outcome.get(1)))
          .body("progress.state", equalTo(outcome.get(2)))
          .body("progress.light", equalTo(outcome.get(3)));
      get("history?deadline={d}", id).body("items.outcomeName", hasItem(outcome.get(1)));
      get("progress?state={s}&limit=500", outcome.get(2)).body("items.deadlineId", hasItem(id));
      post(verified).statusCode(200).body("outcome", equalTo(outcome.get(0)));
      Map<String, Object> other = new java.util.HashMap<>(verified);
      other.put("outcome", outcome.get(0).equals("MET") ? "NOT_MET" : "MET");
      post(other).statusCode(409).body("type", endsWith("id-taken"));
    }
  }

  @Test
  void a_check_is_corrected_by_taking_it_out() {
    String id = heard(standing());
    Map<String, Object> wrong = verified(id, "NOT_MET");
    post(wrong).statusCode(201).body("progress.state", equalTo("UNMET"));
    Map<String, Object> correction = event(id, "VOIDED");
    correction.put("voids", wrong.get("id"));
    post(correction).statusCode(201).body("progress.state", equalTo("NOT_OPEN"));
    post(verified(id, "MET")).statusCode(201).body("progress.state", equalTo("CLOSED"));
  }

  @Test
  void a_standing_duty_is_never_claimed_and_nothing_else_is_checked() {
    String id = heard(standing());
    post(event(id, "CHECKED")).statusCode(201);
    refused(claim(id), 409, "kind-does-not-allow", "record VERIFIED");
    Map<String, Object> nothing = event(id, "VERIFIED");
    refused(nothing, 422, "invalid-event", "outcome is missing");
    Map<String, Object> contradiction = verified(id, "MET");
    contradiction.put("attributes", Map.of("staff", 3));
    refused(contradiction, 422, "invalid-event", "staff must be at least 4, but is 3");
    refused(verified(heard(window()), "MET"), 409, "kind-does-not-allow", "WINDOW");
    Map<String, Object> counted = counted(heard(window()), "laws", 1);
    counted.put("outcome", "MET");
    refused(counted, 422, "invalid-event", "outcome");
  }

  @Test
  void what_was_missed_is_explained_and_the_explanation_accepted() {
    String id = heard(missed());
    opened();
    get("progress/{id}", id).body("light", equalTo("RED"));
    refused(event(id, "EXPLANATION_ACCEPTED"), 409, "explanation-missing", "EXPLAINED");
    refused(event(id, "EXPLAINED"), 422, "invalid-event", "reason is missing");
    post(explained(id))
        .statusCode(201)
        .body("typeName", equalTo("情况说明"))
        .body("personal.reason", equalTo("会议因换届推迟"))
        .body("progress.state", equalTo("ASSIGNED"))
        .body("progress.light", equalTo("RED"))
        .body("progress.explainedOn", equalTo(today().toString()));
    post(event(id, "EXPLANATION_ACCEPTED"))
        .statusCode(201)
        .body("progress.state", equalTo("UNMET"))
        .body("progress.stateName", equalTo("期满未达标"))
        .body("progress.light", equalTo("UNMET"));
    get("history?deadline={d}", id).body("items.typeName", hasItems("情况说明", "采纳情况说明"));
    String owed = heard(window());
    refused(explained(owed), 409, "kind-does-not-allow", "made up");
  }

  @Test
  void a_principle_that_was_not_kept_is_red_only_without_an_explanation() {
    Map<String, Object> owed = missed();
    owed.put("strength", "IN_PRINCIPLE");
    String id = heard(owed);
    get("progress/{id}", id).body("light", equalTo("RED"));
    post(explained(id)).statusCode(201).body("progress.light", equalTo("YELLOW"));
    get("progress/{id}", id).body("light", equalTo("YELLOW"));
    get("progress/{id}?asOf={d}", id, today().minusDays(1)).body("light", equalTo("RED"));
  }

  private void opened() {
    while (opening.round()) {
      // until everything that is open is assigned
    }
  }

  private void refused(Map<String, Object> event, int status, String type, String detail) {
    String before = stored();
    post(event)
        .statusCode(status)
        .body("type", endsWith(type))
        .body("detail", containsString(detail));
    assertThat(stored()).isEqualTo(before);
  }
}
