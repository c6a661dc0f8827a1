package duban.catalog.writing;

import static duban.catalog.writing.Caller.etag;
import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Caller.post;
import static duban.catalog.writing.Caller.put;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** What staff decide of an obligation, each with one call, and what becomes of its deadlines. */
@QuarkusTest
class DecisionsTest {
  private static final String REPLACES = "{\"type\": \"REPLACES\", \"status\": \"%s\"}";

  @Test
  void whileItIsProposedThatAnotherReplacesItNothingIsOwedAndOnceItIsConfirmedFromThenOn() {
    made(RuleDrafts.window("d-old", 1, "--10-31"));
    made(RuleDrafts.window("d-new", 1, "--10-31").replace("2028-01-01", "2029-01-01"));
    owed("d-old", 27);

    Response proposed = decide("d-new/links/d-old", REPLACES.formatted("PROPOSED"));
    proposed
        .then()
        .statusCode(200)
        .body("deadlines.counts.withdrawn", equalTo(27))
        .body("result.links", hasSize(1))
        .body("result.links[0].status", equalTo("PROPOSED"));
    owed("d-old", 0);
    get("obligations/d-old/preview").then().body("count", equalTo(0));

    decide("d-new/links/d-old", REPLACES.formatted("CONFIRMED"))
        .then()
        .body("deadlines.counts.appeared", equalTo(27))
        .body("deadlines.appeared.period", everyItem(equalTo("2028")));
    get("obligations/d-old/preview?years=5")
        .then()
        .body("deadlines.period", everyItem(equalTo("2028")))
        .body("count", equalTo(27));

    decide("d-new/links/d-old", REPLACES.formatted("REJECTED"))
        .then()
        .body("deadlines.counts.withdrawn", equalTo(0));
    get("obligations/d-old/preview?years=5").then().body("count", equalTo(27 * 4));
  }

  @Test
  void linksThatLeadBackOrNowhereAreRefused() {
    made(RuleDrafts.window("d-a", 1, "--10-31"));
    made(RuleDrafts.window("d-b", 1, "--10-31"));
    decide("d-b/links/d-a", "{\"type\": \"DETAILS\", \"status\": \"CONFIRMED\"}")
        .then()
        .statusCode(200);
    refused("d-a/links/d-b", REPLACES.formatted("PROPOSED"), "back to d-a");
    refused("d-a/links/d-a", REPLACES.formatted("PROPOSED"), "back to d-a");
    // What was rejected leads nowhere: neither can it forbid the opposite nor any later edit.
    decide("d-b/links/d-a", "{\"type\": \"DETAILS\", \"status\": \"REJECTED\"}")
        .then()
        .statusCode(200);
    decide("d-a/links/d-b", REPLACES.formatted("CONFIRMED")).then().statusCode(200);
    decide("d-b/links/d-a", "{\"type\": \"DETAILS\", \"status\": \"REJECTED\"}")
        .then()
        .statusCode(200);
    decide("d-a/links/d-none", REPLACES.formatted("PROPOSED"))
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:duban:problem:unknown-reference"))
        .body("detail", containsString("d-none"));
  }

  @Test
  void whatComesAgainIsNotKeptUpButPursued() {
    made(RuleDrafts.window("d-each-year", 1, "--10-31"));
    refused(
        "d-each-year/history",
        "{\"history\": \"KEPT_UP\"}",
        "history is KEPT_UP, which is said of one-off and standing");
    get("obligations/d-each-year").then().body("history", org.hamcrest.Matchers.nullValue());
  }

  @Test
  void whatAnEarlierConferenceLaidDownMakesDeadlinesOnlyWhenItIsPursued() {
    made(
        once("d-once", "{\"kind\": \"ONE_OFF\"}")
            .replace("\"afterDue\"", "\"history\": \"TO_DECIDE\", \"afterDue\""));
    owed("d-once", 0);
    refused("d-once/history", "{\"history\": \"LAPSED\"}", "historyReason");
    refused("d-once/history", "{\"history\": \"PURSUED\"}", "due is missing");
    refused("d-once/history", "{\"history\": \"DONE\", \"due\": \"2028-06-30\"}", "due");

    decide("d-once/history", "{\"history\": \"PURSUED\", \"due\": \"2028-07-01\"}")
        .then()
        .statusCode(200)
        .body("result.rule.due", equalTo("2028-07-01"))
        .body("deadlines.appeared.to", equalTo(java.util.List.of("2028-06-30")));
    String id = get("deadlines?obligation=d-once&status=ACTIVE").path("items[0].id");
    get("deadlines/" + id)
        .then()
        .body("kind", equalTo("ONE_OFF"))
        .body("rolledFrom", equalTo("2028-07-01"));

    decide("d-once/history", "{\"history\": \"PURSUED\", \"due\": \"2029-01-31\"}")
        .then()
        .body("deadlines.moved.id", equalTo(java.util.List.of(id)));
    decide("d-once/history", "{\"history\": \"DONE\"}")
        .then()
        .body("deadlines.withdrawn.id", equalTo(java.util.List.of(id)));
    owed("d-once", 0);
  }

  @Test
  void aStandingDutyIsCheckedWhileItIsKeptUp() {
    made(once("d-standing", "{\"kind\": \"STANDING\", \"reviewDue\": \"--11-15\"}"));
    owed("d-standing", 1);
    get("deadlines?obligation=d-standing")
        .then()
        .body("items[0].completes", equalTo("VERIFIED"))
        .body("items[0].opensOn", equalTo("2028-10-20"))
        .body("items[0].dueOn", equalTo("2028-11-15"));
    decide("d-standing/history", "{\"history\": \"KEPT_UP\"}").then().statusCode(200);
    owed("d-standing", 1);
    decide("d-standing/history", "{\"history\": \"LAPSED\", \"reason\": \"机构已撤销\"}")
        .then()
        .body("result.historyReason", equalTo("机构已撤销"))
        .body("deadlines.counts.withdrawn", equalTo(1));
  }

  @Test
  void onlyUnitsForWhichStaffSayYesOweWhatIsAsked() {
    made(
        RuleDrafts.quota("d-asks", 1, "--12-31")
            .replace("\"fanOut\"", "\"appliesWhen\": \"设有代表工作室\", \"fanOut\""));
    owed("d-asks", 0);
    get("obligations/d-asks/applicability").then().body("items", hasSize(24));
    Response first = answer("JDGW-01", "\"0\"", true);
    first
        .then()
        .statusCode(200)
        .body("result.applies", equalTo(true))
        .body("deadlines.appeared.unit.code", equalTo(java.util.List.of("JDGW-01")));
    answer("JDGW-02", "\"0\"", false).then().statusCode(200).body("deadlines.appeared", empty());
    answer("JDGW-01", "\"0\"", false).then().statusCode(412).body("version", equalTo(1));
    answer("JDGW-01", "\"1\"", false)
        .then()
        .statusCode(200)
        .body("deadlines.withdrawn.unit.code", equalTo(java.util.List.of("JDGW-01")));
    answer("XRD-01", "\"0\"", true)
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:duban:problem:unit-not-known"))
        .body("detail", containsString("asks whether it applies"));
  }

  @Test
  void aGuessIsConfirmedFieldByField() {
    made(
        RuleDrafts.window("d-guess", 1, "--10-31")
            .replace(
                "\"afterDue\"",
                "\"inferred\": [{\"field\": \"lead\", \"why\": \"筹备所需\"},"
                    + " {\"field\": \"due\", \"why\": \"原文未写\"}], \"afterDue\""));
    decide("d-guess/inferred/lead", "{\"confirmed\": true}")
        .then()
        .statusCode(200)
        .body("result.inferred.find { it.field == 'lead' }.confirmed", equalTo(true))
        .body("result.inferred.find { it.field == 'due' }.confirmed", equalTo(null))
        .body("deadlines.counts.changed", equalTo(0));
    refused("d-guess/inferred/title", "{\"confirmed\": true}", "is not inferred");
  }

  @Test
  void whoComesSecondSeesBothVersions() {
    made(RuleDrafts.window("d-two", 1, "--10-31"));
    String seen = etag("obligations/d-two");
    put("obligations/d-two", seen, RuleDrafts.window("d-two", 1, "--11-30")).then().statusCode(200);
    put("obligations/d-two", seen, RuleDrafts.window("d-two", 2, "--10-31"))
        .then()
        .statusCode(412)
        .body("given", equalTo(1))
        .body("version", equalTo(2))
        .body("current.version", equalTo(2))
        .body("current.rule.due", equalTo("--11-30"))
        .body("current.rule.times", equalTo(1));
  }

  private static String once(String id, String rule) {
    String window = RuleDrafts.window(id, 1, "--10-31").replace("QZF-BM", "QZF");
    return window.substring(0, window.indexOf("\"rule\":"))
        + "\"rule\": "
        + rule
        + ", \"afterDue\": \"MAKE_UP\", \"inForceFrom\": \"2028-01-01\"}";
  }

  private static void made(String obligation) {
    post("obligations", obligation).then().statusCode(201);
  }

  private static void owed(String obligation, int many) {
    get("deadlines?status=ACTIVE&limit=100&obligation=" + obligation)
        .then()
        .body("items", hasSize(many));
  }

  private static Response decide(String what, String body) {
    String path = "obligations/" + what;
    return put(path, etag("obligations/" + what.split("/")[0]), body);
  }

  private static Response answer(String unit, String etag, boolean applies) {
    return put("obligations/d-asks/applicability/" + unit, etag, "{\"applies\": " + applies + "}");
  }

  private static void refused(String what, String body, String detail) {
    decide(what, body)
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:duban:problem:invalid-obligation"))
        .body("detail", containsString(detail));
  }
}
