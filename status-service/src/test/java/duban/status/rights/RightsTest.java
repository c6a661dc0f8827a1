package duban.status.rights;

import static duban.status.rights.Matters.MINE;
import static duban.status.rights.Matters.OTHER;
import static duban.status.rights.Matters.THEIRS;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import duban.chassis.contract.Cells;
import duban.chassis.contract.CommonCases;
import duban.chassis.rights.LoadedRights;
import duban.chassis.rights.Nearness;
import duban.chassis.rights.Rights;
import duban.chassis.rights.Scopes;
import duban.chassis.tokens.Tokens;
import duban.status.StatusTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RightsTest extends StatusTest {

  private static final String REPORTER = Tokens.of("reporter:CY", MINE);
  private static final String SUPERVISOR = Tokens.of("supervisor:CY", MINE);
  private static final String LEADER = Tokens.of("leader:CY", "R-LEADER");

  @Inject LoadedRights rights;
  @Inject Scopes scopes;

  private static Matters matters;

  private Rights open;

  static String text(Object body) {
    return json(body);
  }

  @BeforeEach
  void makeMatters() {
    if (matters == null) {
      matters = made();
    }
    open = rights.table();
    rights.use(Rights.shipped());
  }

  @AfterEach
  void putTheTableBack() {
    rights.use(open);
  }

  private Matters made() {
    unit("CY", "AREA", null, null);
    unit(MINE, "BODY", "CY", "PEER");
    unit(THEIRS, "DEPARTMENT", "CY", "DEPARTMENT");
    unit(OTHER, "DEPARTMENT", "CY", "PARTY");
    scopes.forget();
    var deadlines = new EnumMap<Nearness, String>(Nearness.class);
    var events = new EnumMap<Nearness, String>(Nearness.class);
    var measures = new EnumMap<Nearness, String>(Nearness.class);
    for (var near : Nearness.values()) {
      var owed = matter(near);
      measures.put(near, String.valueOf(owed.get("measureId")));
      deadlines.put(near, heard(owed));
      var event = counted(deadlines.get(near), "laws", 1);
      events.put(near, String.valueOf(event.get("id")));
      post(event).statusCode(201);
    }
    return new Matters(
        deadlines, events, measures, today().toString(), new CommonCases(database, MINE));
  }

  /** One of which nothing is recorded yet. */
  private String fresh(Nearness near) {
    rights.use(open);
    var id = heard(matter(near));
    rights.use(Rights.shipped());
    return id;
  }

  private Map<String, Object> matter(Nearness near) {
    return matter(near == Nearness.OWN ? MINE : THEIRS, near == Nearness.SUPERVISED ? MINE : OTHER);
  }

  /** The addressee, who rates it, is the unit itself. */
  private Map<String, Object> matter(String unit, String supervisor) {
    var owed = window();
    owed.put("unit", ref(unit));
    owed.put("addressee", ref(unit));
    owed.put("supervisor", ref(supervisor));
    return owed;
  }

  private static Map<String, String> ref(String code) {
    return Map.of("id", code, "code", code, "name", code);
  }

  private void unit(String code, String kind, String superior, String relation) {
    var unit = new HashMap<String, Object>();
    unit.put("id", code);
    unit.put("version", 1);
    unit.put("code", code);
    unit.put("name", code);
    unit.put("kind", kind);
    unit.put("members", List.of());
    if (superior != null) {
      unit.put("superior", ref(superior));
    }
    if (relation != null) {
      unit.put("relation", relation);
    }
    send("duban.units", code, "duban.unit.v1", json(unit).getBytes(StandardCharsets.UTF_8));
    roundsUntil("SELECT count(*) FROM unit WHERE id = '" + code + "'", 1);
  }

  private void openMeasure(String id) {
    var measure = new HashMap<String, Object>();
    measure.put("id", id);
    measure.put("version", 1);
    measure.put("text", "报送");
    measure.put("openness", "OPEN");
    send("duban.measures", id, "duban.measure.v1", json(measure).getBytes(StandardCharsets.UTF_8));
    roundsUntil("SELECT count(*) FROM measure WHERE open AND id = '" + id + "'", 1);
  }

  private static RequestSpecification by(String token) {
    return given().header("Authorization", "Bearer " + token);
  }

  private static ValidatableResponse record(String token, Map<String, Object> event) {
    return by(token)
        .contentType(ContentType.JSON)
        .body(json(event))
        .post("/api/status/events")
        .then();
  }

  private Cells cells() {
    return new Cells("/api/status/", rights, matters);
  }

  @Test
  void every_operation_has_its_row() throws IOException {
    assertThat(cells().unnamed(Files.readString(Path.of("openapi.yaml")))).isEmpty();
  }

  @Test
  void everybody_meets_what_the_table_says() {
    assertThat(cells().differences()).isEmpty();
  }

  @Test
  void a_cell_that_is_turned_is_noticed() {
    assertThat(cells().unnoticed()).isEmpty();
  }

  @Test
  void the_table_of_relations_says_who_sees_a_colour() {
    for (var relation :
        List.of("SUPERIOR", "OWN", "INTERNAL", "PEER", "DEPARTMENT", "GUIDED", "PARTY", "PERSON")) {
      var lights = lights(relation);
      assertThat(lights.differences()).as(relation).isEmpty();
      assertThat(lights.unnoticed()).as(relation).isEmpty();
    }
  }

  /** Everybody sees the progress, so that only the colour is asked for. */
  private Cells lights(String relation) {
    var deadlines = new EnumMap<Nearness, String>(Nearness.class);
    unit("R-" + relation, "BODY", "CY", relation);
    unit("R-MY-" + relation, "BODY", "CY", relation);
    for (var near : Nearness.values()) {
      var owed =
          matter(
              near == Nearness.OWN ? "R-MY-" + relation : "R-" + relation,
              near == Nearness.SUPERVISED ? "R-MY-" + relation : OTHER);
      owed.remove("addressee");
      if (relation.equals("PERSON")) {
        owed.put("organiser", ref(near == Nearness.OWN ? "R-MY-PERSON" : OTHER));
        owed.put("unit", ref("R-PERSON"));
      }
      deadlines.put(near, heard(owed));
    }
    rights.use(rights.table().with(open.of("GET progress/{deadlineId}")));
    return new Cells("/api/status/", rights, new Colours(relation, deadlines));
  }

  @Test
  void what_one_may_not_see_is_answered_as_what_is_not_there() {
    var missing = UUID.randomUUID().toString();
    var foreign = matters.deadlines().get(Nearness.FOREIGN);
    for (var path : List.of("progress/", "history?deadline=")) {
      var unknown = by(REPORTER).get("/api/status/" + path + missing);
      var hidden = by(REPORTER).get("/api/status/" + path + foreign);
      assertThat(hidden.statusCode()).isEqualTo(404).isEqualTo(unknown.statusCode());
      assertThat(hidden.asString().replace(foreign, missing)).isEqualTo(unknown.asString());
      assertThat(hidden.header("Retry-After")).isEqualTo(unknown.header("Retry-After"));
    }
    var before = number("SELECT count(*) FROM event WHERE deadline_id = '" + foreign + "'");
    record(REPORTER, counted(foreign, "laws", 1))
        .statusCode(404)
        .body("type", equalTo("urn:duban:problem:deadline-not-known"));
    assertThat(number("SELECT count(*) FROM event WHERE deadline_id = '" + foreign + "'"))
        .isEqualTo(before);
  }

  @Test
  void no_filter_and_no_page_leads_to_what_is_foreign() {
    var foreign = matters.deadlines().get(Nearness.FOREIGN);
    for (var query :
        List.of(
            "events?deadline=" + foreign,
            "events?type=COUNTED&limit=500",
            "events?unit=" + THEIRS,
            "progress?unit=" + THEIRS,
            "progress?q=法律法规&limit=500",
            "progress?light=GREEN&limit=500",
            "history?measure=" + matters.measures().get(Nearness.FOREIGN))) {
      var seen = by(REPORTER).get("/api/status/" + query).then().statusCode(200);
      assertThat(seen.extract().asString()).as(query).doesNotContain(foreign);
    }
    by(SUPERVISOR)
        .get("/api/status/progress?limit=500&unit=" + THEIRS)
        .then()
        .body("items.deadlineId", hasItem(matters.deadlines().get(Nearness.SUPERVISED)))
        .body("items.deadlineId", not(hasItem(foreign)));
  }

  @Test
  void a_scope_below_the_whole_holds_only_what_lies_in_it() {
    var leader = Tokens.of("leader:" + THEIRS, THEIRS);
    var mine = matters.deadlines().get(Nearness.OWN);
    var theirs = matters.deadlines().get(Nearness.FOREIGN);
    by(leader).get("/api/status/progress/" + theirs).then().statusCode(200);
    by(leader).get("/api/status/progress/" + mine).then().statusCode(404);
    by(leader)
        .get("/api/status/progress?limit=500")
        .then()
        .body("items.deadlineId", hasItem(theirs))
        .body("items.deadlineId", not(hasItem(mine)));
  }

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
  void nobody_without_a_token_sees_a_state_unless_the_office_shows_them() {
    var id = matters.deadlines().get(Nearness.FOREIGN);
    openMeasure(matters.measures().get(Nearness.FOREIGN));
    given().get("/api/status/progress/" + id).then().statusCode(401);
    given().get("/api/status/progress").then().statusCode(401);
    given().get("/api/status/events").then().statusCode(401);
    given().get("/api/status/history?deadline=" + id).then().statusCode(401);
    given().get("/api/status/events/stream").then().statusCode(401);
    by(LEADER)
        .get("/api/status/progress/" + id)
        .then()
        .statusCode(200)
        .body("light", notNullValue());
    by(Tokens.of("", MINE)).get("/api/status/progress/" + id).then().statusCode(403);
  }

  @Test
  void a_role_over_another_place_is_none_here() {
    by(Tokens.of("leader:ELSEWHERE", MINE))
        .get("/api/status/progress?limit=500")
        .then()
        .statusCode(200)
        .body("items.size()", is(0));
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

  @Test
  void the_words_of_what_is_not_open_are_not_found_by_guessing() {
    var measure = new HashMap<String, Object>();
    var id = matters.measures().get(Nearness.OWN);
    measure.put("id", id);
    measure.put("version", 1);
    measure.put("text", "内部事项甲乙丙");
    send("duban.measures", id, "duban.measure.v1", json(measure).getBytes(StandardCharsets.UTF_8));
    roundsUntil("SELECT count(*) FROM measure WHERE id = '" + id + "'", 1);
    var guess = "/api/status/progress?limit=500&q=内部事项甲";
    by(REPORTER).get(guess).then().statusCode(200).body("items.size()", is(0));
    by(LEADER).get(guess).then().statusCode(200).body("items.size()", is(1));
  }
}
