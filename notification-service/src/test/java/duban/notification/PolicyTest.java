package duban.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PolicyTest extends RunningService {

  private static final String POLICIES = "/api/notification/policies";
  private static final String DUE_ONLY = "[{'step':'DUE','channel':'EMAIL','task':'NOTICE'}]";
  private static final String TEN_DAYS_BEFORE =
      "[{'step':'BEFORE','days':10,'channel':'EMAIL','task':'NOTICE'}]";

  @BeforeEach
  void something() {
    feed.calendar()
        .unit("QZF-BM-01", "区发展改革委", "DEPARTMENT", null)
        .unit("QZF-BM-02", "区教委", "DEPARTMENT", null)
        .deadline(Year2027.report("QZF-BM-01", "区发展改革委"))
        .deadline(Year2027.report("QZF-BM-02", "区教委"))
        .read();
    plan("2027-09-20T09:00:00");
  }

  private static List<String> planned(String unit) {
    return sql(
        "SELECT concat_ws(' ', step, number, state, policy) FROM reminder WHERE channel = 'EMAIL'"
            + " AND unit = '%s' AND state = 'PLANNED' ORDER BY step_on".formatted(unit));
  }

  private static ValidatableResponse create(String scope, String steps, String query) {
    return json("{'id':'mine','kind':'WINDOW'," + scope + "'steps':" + steps + "}")
        .post(POLICIES + query)
        .then();
  }

  private static ValidatableResponse change(String id, boolean enabled, String steps) {
    return edit(POLICIES + "/" + id, "{'enabled':" + enabled + ",'steps':" + steps + "}");
  }

  @Test
  void theStepsAreServed() {
    given()
        .get(POLICIES)
        .then()
        .statusCode(200)
        .body("items.id", hasItem("quota"))
        .body("items.find { it.id == 'quota' }.steps", hasSize(4))
        .body("items.find { it.id == 'window' }.steps", hasSize(9))
        .body("items.find { it.id == 'quota-term' }.kind", equalTo("QUOTA_TERM"))
        .body(
            "items.find { it.id == 'quota-term' }.steps.span",
            equalTo(java.util.Arrays.asList("P18M", "P12M", "P6M", null)))
        .body("items.find { it.id == 'each-time-before' }.steps[0].span", equalTo("P45D"))
        .body("items.find { it.id == 'each-time-after' }.steps", hasSize(7))
        .body("items.find { it.id == 'standing' }.steps.task", hasItem("TELEPHONE"))
        .body("items.findAll { it.scope == 'ALL' }", hasSize(8));
    given().get(POLICIES + "/none").then().statusCode(404);
  }

  @Test
  void aChangedPolicyPlansAgainAndSaysWhatItChanges() {
    sql(
        "UPDATE reminder SET state = 'SENT', version = 1 WHERE step = 'LEAD' AND channel = 'EMAIL'");
    change("window", true, TEN_DAYS_BEFORE)
        .statusCode(200)
        .body("policy.version", equalTo(2))
        .body("policy.scope", equalTo("ALL"))
        .body("effect.move", equalTo(2))
        .body("effect.items.find { it.change == 'MOVES' }.number", equalTo(10))
        .body("effect.items.find { it.change == 'MOVES' }.before.number", equalTo(5));
    plan("2027-09-20T09:01:00");
    assertThat(planned("QZF-BM-01")).containsExactly("BEFORE 10 PLANNED window");
    assertThat(
            sql(
                "SELECT concat_ws(' ', state, version, policy) FROM reminder WHERE step = 'LEAD' AND channel = 'EMAIL'"))
        .as("what was sent stays")
        .containsOnly("SENT 1 window");
  }

  @Test
  void askedBeforehandNothingIsKept() {
    var before = sql("SELECT reminder::text FROM reminder ORDER BY id");
    create("'unit':'QZF-BM-01',", DUE_ONLY, "?dryRun=true")
        .statusCode(200)
        .body("policy.id", equalTo("mine"))
        .body("effect.disappear", org.hamcrest.Matchers.greaterThan(2))
        .body("effect.items.unit.unique()", equalTo(List.of("QZF-BM-01")));
    var etag = given().get(POLICIES + "/window").header("ETag");
    json("{'enabled':true,'steps':[]}")
        .header("If-Match", etag)
        .put(POLICIES + "/window?dryRun=true")
        .then()
        .statusCode(200)
        .header("ETag", nullValue())
        .body("effect.appear", equalTo(0));
    assertThat(sql("SELECT id FROM to_plan")).isEmpty();
    given().get(POLICIES + "/mine").then().statusCode(404);
    given().get(POLICIES + "/window").then().header("ETag", etag);
    assertThat(sql("SELECT reminder::text FROM reminder ORDER BY id")).isEqualTo(before);
    create("'unit':'QZF-BM-01',", DUE_ONLY, "?dryRun=yes")
        .statusCode(400)
        .body("field", equalTo("dryRun"));
  }

  @Test
  void theNarrowerPolicyWinsAndIsNamedInTheExplanation() {
    create("'obligation':'o-039',", TEN_DAYS_BEFORE, "").statusCode(201).header("ETag", "\"1\"");
    plan("2027-09-20T09:01:00");
    assertThat(planned("QZF-BM-01")).containsExactly("BEFORE 10 PLANNED mine");
    json("{'id':'unit-1','kind':'WINDOW','unit':'QZF-BM-01','steps':" + DUE_ONLY + "}")
        .post(POLICIES)
        .then()
        .statusCode(201);
    plan("2027-09-20T09:02:00");
    assertThat(planned("QZF-BM-01")).containsExactly("DUE 0 PLANNED unit-1");
    assertThat(planned("QZF-BM-02")).containsExactly("BEFORE 10 PLANNED mine");
    var id = sql("SELECT id FROM reminder WHERE policy = 'unit-1' AND state = 'PLANNED'").get(0);
    given()
        .get("/api/notification/reminders/" + id + "/explanation")
        .then()
        .body("policy.scope", equalTo("UNIT"))
        .body("policy.unit", equalTo("QZF-BM-01"))
        .body("sentence", containsString("依据提示规则“unit-1”(仅适用于单位QZF-BM-01)"));
    change("unit-1", false, DUE_ONLY).statusCode(200);
    plan("2027-09-20T09:03:00");
    assertThat(planned("QZF-BM-01"))
        .as("one that is not enabled is as if it were not there")
        .containsExactly("BEFORE 10 PLANNED mine");
  }

  @Test
  void stepsAreReckonedInCalendarTimeToo() {
    var report = Duty.of("QUOTA", "提出建议", "2026-12-01", "2031-11-30");
    feed.deadline(report.with("period", "DISTRICT-2026").by("QZF-BM-01", "区发展改革委").deadline())
        .read();
    plan("2027-09-20T09:01:00");
    assertThat(
            sql(
                "SELECT concat_ws(' ', number, step_on) FROM reminder WHERE policy = 'quota-term'"
                    + " ORDER BY step_on"))
        .containsExactly("540 2030-05-30", "360 2030-11-29", "180 2031-05-30");
    var id = sql("SELECT id FROM reminder WHERE policy = 'quota-term' AND number = 540").get(0);
    given()
        .get("/api/notification/reminders/" + id + "/explanation")
        .then()
        .body("sentence", containsString("时限前18个月为2030年5月30日"))
        .body("english", containsString("The step BEFORE P18M lies on 2030-05-30"));
    var twelve = "[{'step':'BEFORE','span':'P12M','channel':'EMAIL','task':'NOTICE'}]";
    change("quota-term", true, twelve)
        .statusCode(200)
        .body("effect.disappear", equalTo(2))
        .body("effect.items.number.unique()", hasItem(540));
    // A quota of a term is no quota of a year.
    change("quota", true, "[]").statusCode(200).body("effect.disappear", equalTo(0));
    refused(
        "[{'step':'BEFORE','days':5,'span':'P12M','channel':'EMAIL','task':'NOTICE'}]",
        "steps[0].days");
    refused("[{'step':'DUE','span':'P12M','channel':'EMAIL','task':'NOTICE'}]", "steps[0].days");
    refused(twelve.replace("]", "," + twelve.substring(1)), "steps[1]");
    create("'unit':'QZF-BM-01',", twelve.replace("P12M", "P1Y"), "").statusCode(400);
  }

  @Test
  void creatingIsRepeatableAndOnePolicyCoversOneThing() {
    create("'unit':'QZF-BM-01',", DUE_ONLY, "").statusCode(201);
    create("'unit':'QZF-BM-01',", DUE_ONLY, "").statusCode(200).header("ETag", "\"1\"");
    create("'unit':'QZF-BM-01',", TEN_DAYS_BEFORE, "")
        .statusCode(409)
        .body("type", equalTo("urn:duban:problem:policy-conflict"));
    create("", DUE_ONLY, "")
        .statusCode(409)
        .body("type", equalTo("urn:duban:problem:policy-conflict"));
    json("{'id':'other','kind':'WINDOW','unit':'QZF-BM-01','steps':" + DUE_ONLY + "}")
        .post(POLICIES)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:duban:problem:policy-scope-taken"))
        .body("detail", containsString("mine"));
    json("{'enabled':true,'steps':[]}").put(POLICIES + "/mine").then().statusCode(428);
  }

  @Test
  void stepsThatContradictThemselvesAreRefused() {
    refused("[{'step':'BEFORE','channel':'EMAIL','task':'NOTICE'}]", "steps[0].days");
    refused("[{'step':'DUE','days':3,'channel':'EMAIL','task':'NOTICE'}]", "steps[0].days");
    refused("[{'step':'DUE','channel':'LETTER','task':'NOTICE'}]", "steps[0].channel");
    refused("[{'step':'DUE','channel':'EMAIL','task':'EXPLAIN'}]", "steps[0].step");
    refused(DUE_ONLY.replace("]", "," + DUE_ONLY.substring(1)), "steps[1]");
    create("'unit':'QZF-BM-01','obligation':'o-039',", DUE_ONLY, "")
        .statusCode(422)
        .body("field", equalTo("unit"));
    create("'unit':'QZF-BM-77',", DUE_ONLY, "")
        .statusCode(422)
        .body("type", equalTo("urn:duban:problem:unit-not-known"));
  }

  private static void refused(String steps, String field) {
    create("'unit':'QZF-BM-01',", steps, "")
        .statusCode(422)
        .body("type", equalTo("urn:duban:problem:policy-contradiction"))
        .body("field", equalTo(field));
  }
}
