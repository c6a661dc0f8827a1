package duban.status.rights;

import static duban.status.rights.Matters.MINE;
import static duban.status.rights.Matters.OTHER;
import static duban.status.rights.Matters.THEIRS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import duban.chassis.rights.Nearness;
import duban.chassis.rights.Rights;
import duban.chassis.tokens.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may record what, and what is kept of who did. */
@QuarkusTest
class EntryTest extends TrueTable {

  @Test
  void it_is_kept_who_recorded_it_and_the_name_can_be_erased() throws Exception {
    var event = counted(fresh(Nearness.OWN), "laws", 2);
    var actor =
        record(REPORTER, event)
            .statusCode(201)
            .body("actorUnit", equalTo(MINE))
            .body("actorName", equalTo("张三"))
            .extract()
            .path("actor")
            .toString();
    assertThat(actor).hasSize(22);
    record(REPORTER, event).statusCode(200).body("actor", equalTo(actor));
    assertThat(
            text(
                "SELECT convert_from(body, 'UTF8') FROM event WHERE id = '"
                    + event.get("id")
                    + "'"))
        .contains("\"actor\":\"" + actor + "\"", "\"actorUnit\":\"" + MINE + "\"")
        .doesNotContain("张三");
    try (var connection = owner();
        var statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM author WHERE actor = '" + actor + "'");
    }
    by(REPORTER)
        .get("/api/status/events/" + event.get("id"))
        .then()
        .statusCode(200)
        .body("actor", equalTo(actor))
        .body("actorName", nullValue());
  }

  @Test
  void who_signs_once_more_is_told_who_signed() {
    rights.use(open);
    var list = heardList(yearlyList(Map.copyOf(ref(MINE)), heard(matter(Nearness.OWN))));
    rights.use(Rights.shipped());
    var first = receipt(list);
    sign(first).statusCode(201);
    sign(receipt(list))
        .statusCode(409)
        .body("type", equalTo("urn:duban:problem:already-signed"))
        .body("detail", containsString("张三 of " + MINE + " signed on " + today()))
        .body("receipt", equalTo(first.get("id")));
    sign(first).statusCode(200);
  }

  private static ValidatableResponse sign(Map<String, Object> receipt) {
    return by(REPORTER)
        .contentType(ContentType.JSON)
        .body(json(receipt))
        .post("/api/status/receipts")
        .then();
  }

  /** 代录: the office enters the claim for the unit, and somebody else accepts it. */
  @Test
  void whoever_enters_a_claim_for_a_unit_does_not_accept_it() {
    var office = Tokens.of(List.of("supervisor:CY", "reviewer:CY"), List.of(MINE));
    var deadline = fresh(Nearness.SUPERVISED);
    record(office, counted(deadline, "laws", 1)).statusCode(201);
    record(office, claim(deadline)).statusCode(201).body("actorUnit", equalTo(MINE));
    record(office, event(deadline, "ACCEPTED"))
        .statusCode(403)
        .body("type", equalTo("urn:duban:problem:own-claim"));
    record(Tokens.of("reviewer:CY", MINE), event(deadline, "ACCEPTED")).statusCode(201);
  }

  @Test
  void nobody_reviews_a_completion_of_the_own_unit() {
    var deadline = fresh(Nearness.OWN);
    record(REPORTER, counted(deadline, "laws", 1)).statusCode(201);
    record(REPORTER, claim(deadline)).statusCode(201);
    record(Tokens.of(List.of("reviewer:CY"), List.of(MINE)), event(deadline, "ACCEPTED"))
        .statusCode(403);
    record(Tokens.of("reviewer:CY", "R-LEADER"), event(deadline, "ACCEPTED")).statusCode(201);
  }

  @Test
  void a_unit_checks_itself_and_so_does_who_supervises_it() {
    for (var near : List.of(Nearness.OWN, Nearness.SUPERVISED)) {
      rights.use(open);
      var deadline = heard(of(standing(), near));
      rights.use(Rights.shipped());
      record(Tokens.of("reviewer:CY", MINE), verified(deadline, "MET")).statusCode(403);
      var whom = near == Nearness.OWN ? REPORTER : SUPERVISOR;
      record(whom, verified(deadline, "MET"))
          .statusCode(201)
          .body("progress.state", equalTo("CLOSED"));
    }
  }

  @Test
  void whoever_explained_it_for_a_unit_does_not_accept_the_explanation() {
    rights.use(open);
    var deadline = heard(of(missed(), Nearness.SUPERVISED));
    rights.use(Rights.shipped());
    var office = Tokens.of(List.of("supervisor:CY", "reviewer:CY"), List.of(MINE));
    record(office, explained(deadline)).statusCode(201);
    record(office, event(deadline, "EXPLANATION_ACCEPTED"))
        .statusCode(403)
        .body("type", equalTo("urn:duban:problem:own-claim"));
    record(Tokens.of("reviewer:CY", MINE), event(deadline, "EXPLANATION_ACCEPTED"))
        .statusCode(201)
        .body("progress.state", equalTo("UNMET"));
  }

  @Test
  void nobody_accepts_an_explanation_of_the_own_unit() {
    rights.use(open);
    var deadline = heard(of(missed(), Nearness.OWN));
    rights.use(Rights.shipped());
    record(REPORTER, explained(deadline)).statusCode(201);
    record(Tokens.of("reviewer:CY", MINE), event(deadline, "EXPLANATION_ACCEPTED")).statusCode(403);
  }

  private Map<String, Object> of(Map<String, Object> owed, Nearness near) {
    owed.putAll(whose(near));
    return owed;
  }

  @Test
  void only_who_may_record_it_may_take_it_out() {
    var deadline = fresh(Nearness.SUPERVISED);
    var wrong = counted(deadline, "laws", 1);
    record(SUPERVISOR, wrong).statusCode(201);
    var taken = event(deadline, "VOIDED");
    taken.put("voids", wrong.get("id"));
    record(Tokens.of("reviewer:CY", MINE), taken)
        .statusCode(403)
        .body("type", equalTo("urn:duban:problem:forbidden"));
    record(SUPERVISOR, taken).statusCode(201);
  }

  @Test
  void whom_it_was_done_for_rates_it_with_a_grant_over_the_own_unit() {
    var owed = matter(THEIRS, OTHER);
    owed.put("addressee", ref(MINE));
    rights.use(open);
    var deadline = heard(owed);
    rights.use(Rights.shipped());
    var rated = event(deadline, "RATED");
    rated.put("rating", "SATISFIED");
    record(Tokens.of("reporter:" + MINE, MINE), rated)
        .statusCode(409)
        .body("type", equalTo("urn:duban:problem:state-does-not-allow"));
    record(Tokens.of("reporter:" + THEIRS, THEIRS), rated).statusCode(403);
  }

  /** What several do together is the own matter of each of them. */
  @Test
  void what_a_group_owes_is_its_members_own() {
    var group = new HashMap<String, Object>(Map.of("id", "R-JOINT", "code", "R-JOINT"));
    group.put("version", 1);
    group.put("name", "联合");
    group.put("kind", "GROUP");
    group.put("superior", ref("CY"));
    group.put("members", List.of(ref(MINE), ref(OTHER)));
    send("duban.units", "R-JOINT", "duban.unit.v1", json(group).getBytes(StandardCharsets.UTF_8));
    roundsUntil("SELECT count(*) FROM unit WHERE id = 'R-JOINT'", 1);
    rights.use(open);
    var deadline = heard(matter("R-JOINT", THEIRS));
    rights.use(Rights.shipped());
    by(REPORTER).get("/api/status/progress/" + deadline).then().statusCode(200);
    record(REPORTER, counted(deadline, "laws", 1)).statusCode(201);
    record(REPORTER, claim(deadline)).statusCode(201);
    record(Tokens.of("reviewer:CY", OTHER), event(deadline, "ACCEPTED")).statusCode(403);
    record(Tokens.of("reviewer:CY", "R-LEADER"), event(deadline, "ACCEPTED")).statusCode(201);
  }

  /** Of a unit that is named and one that belongs to the group, the grant is over the second. */
  @Test
  void a_member_of_a_group_acts_for_it_also_where_another_unit_of_his_is_named() {
    var group = new HashMap<String, Object>(Map.of("id", "R-PAIR", "code", "R-PAIR"));
    group.put("version", 1);
    group.put("name", "两家");
    group.put("kind", "GROUP");
    group.put("superior", ref("CY"));
    group.put("members", List.of(ref(OTHER)));
    send("duban.units", "R-PAIR", "duban.unit.v1", json(group).getBytes(StandardCharsets.UTF_8));
    roundsUntil("SELECT count(*) FROM unit WHERE id = 'R-PAIR'", 1);
    var owed = matter("R-PAIR", THEIRS);
    owed.put("organiser", ref(MINE));
    rights.use(open);
    var deadline = heard(owed);
    rights.use(Rights.shipped());
    record(
            Tokens.of(List.of("reporter:" + OTHER), List.of(MINE, OTHER)),
            counted(deadline, "laws", 1))
        .statusCode(201);
    record(Tokens.of("reporter:" + MINE, MINE), counted(deadline, "laws", 1)).statusCode(201);
    record(Tokens.of(List.of("reviewer:CY"), List.of(OTHER)), event(deadline, "ACCEPTED"))
        .statusCode(403);
  }

  /** The id of what the service will write is made of a deadline's, which everybody knows. */
  @Test
  void nobody_takes_the_id_of_what_the_service_will_write() {
    var foreign = UUID.fromString(matters.deadlines().get(Nearness.FOREIGN));
    var event = counted(matters.deadlines().get(Nearness.OWN), "laws", 1);
    event.put(
        "id", com.github.f4b6a3.uuid.UuidCreator.getNameBasedSha1(foreign, "ASSIGNED").toString());
    record(REPORTER, event).statusCode(422).body("field", equalTo("id"));
  }

  @Test
  void a_claim_that_was_taken_out_keeps_nobody_from_accepting_the_next() {
    var office = Tokens.of(List.of("supervisor:CY", "reviewer:CY"), List.of(MINE));
    var theirs = Tokens.of("reporter:CY", THEIRS);
    var deadline = fresh(Nearness.SUPERVISED);
    record(office, counted(deadline, "laws", 1)).statusCode(201);
    var first = claim(deadline);
    record(theirs, first).statusCode(201);
    var taken = event(deadline, "VOIDED");
    taken.put("voids", first.get("id"));
    record(theirs, taken).statusCode(201);
    record(office, claim(deadline)).statusCode(201);
    record(office, event(deadline, "ACCEPTED"))
        .statusCode(403)
        .body("type", equalTo("urn:duban:problem:own-claim"));
  }
}
