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

import duban.chassis.contract.Cells;
import duban.chassis.rights.Nearness;
import duban.chassis.tokens.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RightsTest extends TrueTable {

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
  void a_filter_by_what_is_hidden_is_answered_as_one_by_what_is_unknown() {
    var foreign = matters.measures().get(Nearness.FOREIGN);
    measure(
        foreign, Map.of("conference", Map.of("id", "R-HIDDEN"), "topic", Map.of("id", "R-HIDDEN")));
    unit("R-HIDDEN", "DEPUTY", "CY", "PERSON");
    for (var list : List.of("events", "progress")) {
      for (var filter : List.of("unit", "conference", "topic", "measure")) {
        var hidden = by(REPORTER).get("/api/status/" + list + "?" + filter + "=R-HIDDEN");
        var unknown = by(REPORTER).get("/api/status/" + list + "?" + filter + "=R-NOWHERE");
        assertThat(hidden.statusCode()).as(list + filter).isEqualTo(200);
        assertThat(unknown.statusCode()).as(list + filter).isEqualTo(200);
        assertThat(unknown.asString()).as(list + filter).isEqualTo(hidden.asString());
      }
      by(LEADER).get("/api/status/" + list + "?topic=R-NOWHERE").then().statusCode(400);
      by(LEADER).get("/api/status/" + list + "?topic=R-HIDDEN").then().statusCode(200);
    }
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

  private void openMeasure(String id) {
    measure(id, Map.of("openness", "OPEN"));
  }

  private void measure(String id, Map<String, Object> more) {
    var measure = new HashMap<String, Object>(more);
    var version =
        number("SELECT coalesce(max(version), 0) + 1 FROM measure WHERE id = '" + id + "'");
    measure.put("id", id);
    measure.put("version", version);
    measure.put("text", "报送");
    send("duban.measures", id, "duban.measure.v1", json(measure).getBytes(StandardCharsets.UTF_8));
    roundsUntil(
        "SELECT count(*) FROM measure WHERE version = " + version + " AND id = '" + id + "'", 1);
  }
}
