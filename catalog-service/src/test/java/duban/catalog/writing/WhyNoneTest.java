package duban.catalog.writing;

import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Caller.post;
import static duban.catalog.writing.Duties.early;
import static duban.catalog.writing.Duties.late;
import static duban.catalog.writing.Duties.make;
import static duban.catalog.writing.Duties.quota;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A preview without a deadline says all that stands in the way. */
@QuarkusTest
class WhyNoneTest {
  private static final String EACH =
      "{\"kind\": \"EACH_TIME\", \"occasion\": \"%s\", \"timing\": \"AFTER\", \"offset\": \"P10D\"%s}";

  private static void none(ObjectNode duty, String... english) {
    var answer = post("obligations/preview?years=2", duty.toString());
    answer.then().statusCode(200);
    JsonNode preview = Caller.body(answer);
    assertThat(preview.path("count").asInt()).isZero();
    assertThat(preview.path("reasons"))
        .extracting(it -> it.path("english").asText())
        .zipSatisfy(List.of(english), (told, start) -> assertThat(told).startsWith(start));
    assertThat(preview.path("reasons"))
        .allSatisfy(it -> assertThat(it.path("sentence").asText()).matches(".*\\p{IsHan}.*"));
    assertThat(preview.path("english").asText()).contains(english);
    assertThat(preview.path("sentence").asText()).isNotBlank();
  }

  private static void type(String id, boolean yearly, boolean makesDeadlines) {
    post(
            "occasion-types",
            """
            {"id": "%s", "name": "%s", "yearly": %s, "makesDeadlines": %s,
             "attributes": ["annual"]}
            """
                .formatted(id, id, yearly, makesDeadlines))
        .then()
        .statusCode(201);
  }

  private static void occasion(String type, String day, String more) {
    post(
            "occasions",
            "{\"id\": \"%s\", \"type\": \"%s\", \"date\": \"%s\"%s}"
                .formatted(UUID.randomUUID(), type, day, more))
        .then()
        .statusCode(201);
  }

  @ParameterizedTest
  @CsvSource({"MAY", "AIM"})
  void whatMayBeDoneIsOnlyListed(String strength) {
    none(
        late("p-1", quota(1, "YEAR"), "JDGW").put("strength", strength),
        "Its strength is " + strength);
  }

  @Test
  void allThatStandsInTheWayIsToldAtOnce() {
    none(
        early("p-2", Duties.STANDING).put("history", "TO_DECIDE").put("strength", "MAY"),
        "Its strength is MAY",
        "Of an earlier conference",
        "Nobody is named as responsible yet.");
  }

  @ParameterizedTest
  @CsvSource({
    "2031-01-01, , 'It is in force from 2031-01-01, after the last year that is shown, 2028.'",
    "2020-01-01, 2026-12-31, It was in force to 2026-12-31 only.",
    "2028-03-01, 2028-12-31, 'No period of these years begins while it is in force (2028-03-01 to 2028-12-31)'"
  })
  void itIsNotInForce(String from, String to, String reason) {
    none(
        late("p-3", quota(1, "YEAR"), "JDGW").put("inForceFrom", from).put("inForceTo", to),
        reason);
  }

  @Test
  void whetherItAppliesIsNotAnswered() {
    ObjectNode duty = late("p-4", quota(1, "YEAR"), "JDGW-01", "JDGW-02");
    duty.withObject("/who").put("appliesWhen", "是否设有人大街道工委");
    none(duty, "Nobody has answered of 2 of 2 units whether it applies: 是否设有人大街道工委");
  }

  @Test
  void itHasNoDateOrNobodyOwesIt() {
    none(late("p-5", "{\"kind\": \"ONE_OFF\"}", "JDGW"), "Nobody has set its date yet.");
    none(late("p-6", quota(1, "YEAR")), "Nobody is named as responsible yet.");
  }

  @Test
  void nobodyIsAMemberYet() {
    post(
            "units",
            """
            {"id": "P-G", "name": "将来的各单位", "kind": "GROUP", "superior": "CY",
             "members": ["QZF-BM-01"], "memberSince": {"QZF-BM-01": "2035-01-01"}}
            """)
        .then()
        .statusCode(201);
    none(late("p-7", quota(1, "YEAR"), "P-G"), "Nobody is a member when its periods begin");
  }

  @Test
  void nothingOccasionsIt() {
    type("P_NONE", false, true);
    none(late("p-8", EACH.formatted("P_NONE", ""), "JDGW"), "No occasion of P_NONE is entered.");
    occasion("P_NONE", "2027-11-02", "");
    none(
        late("p-8", EACH.formatted("P_NONE", ""), "JDGW"),
        "No occasion lies within the time in which it is in force (2028-01-01 to open)");
    occasion("P_NONE", "2028-02-01", ", \"attributes\": {\"annual\": false}");
    String kept = ", \"when\": {\"attribute\": \"annual\", \"is\": true}";
    none(
        late("p-8", EACH.formatted("P_NONE", kept), "JDGW"),
        "No occasion of P_NONE is such as rule.when says.");
    none(
        late("p-8", EACH.formatted("P_NONE", ""), "@lead"),
        "Its occasions do not name who handles them.");
  }

  @Test
  void theOccasionIsOneOfAnother() {
    type("P_OWN", false, true);
    occasion("P_OWN", "2028-02-01", ", \"unit\": \"QFY\"");
    none(
        late("p-9", EACH.formatted("P_OWN", ", \"occasionOf\": \"SAME_UNIT\""), "JDGW"),
        "No occasion is one of a responsible unit or of its place.");
  }

  @Test
  void theOccasionHasNoDate() {
    type("P_YEARLY", true, true);
    none(
        late("p-10", EACH.formatted("P_YEARLY", ""), "JDGW"),
        "P_YEARLY has no date yet, and the rule no fallbackDue");
  }

  /** One is counted in each half-year; the duty begins with the one after it is entered. */
  @Test
  void whatIsOnlyCountedMakesSomething() {
    type("P_WEEKLY", false, false);
    ObjectNode duty = late("p-11", EACH.formatted("P_WEEKLY", ""), "JDGW-01");
    post("obligations/preview?years=2", duty.toString())
        .then()
        .statusCode(200)
        .body("count", greaterThan(0))
        .body("deadlines.tally", everyItem(equalTo(true)))
        .body("reasons", nullValue());
  }

  @ParameterizedTest
  @CsvSource({"PROPOSED, Another is proposed to replace it", "CONFIRMED, Another has replaced it."})
  void anotherReplacesItOrIsProposedTo(String status, String reason) {
    String earlier = "p-was-" + status.toLowerCase(Locale.ROOT);
    make(early(earlier, quota(1, "YEAR"), "JDGW-01"));
    ObjectNode later = late("p-is-" + status.toLowerCase(Locale.ROOT), quota(1, "YEAR"), "JDGW-01");
    later
        .putArray("links")
        .addObject()
        .put("to", earlier)
        .put("type", "REPLACES")
        .put("status", status);
    make(later);
    get("obligations/" + earlier + "/preview")
        .then()
        .body("reasons.english", contains(startsWith(reason)));
  }
}
