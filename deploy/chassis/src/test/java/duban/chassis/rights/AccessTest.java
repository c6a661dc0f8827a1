package duban.chassis.rights;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import duban.chassis.backbone.Backbone;
import duban.chassis.tokens.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backbone.class)
class AccessTest {

  private static final String REPORTER = Tokens.of("reporter:CY", "QZF-BM-03");
  private static final String SUPERVISOR = Tokens.of("supervisor:CY", "RDB");

  @Inject LoadedRights rights;
  @Inject District district;
  @Inject Scopes scopes;

  Rights before;

  @BeforeEach
  void takeTheTrueTable() {
    before = rights.table();
    rights.use(Rights.shipped());
  }

  @AfterEach
  void putItBack() {
    rights.use(before);
  }

  private static RequestSpecification by(String token) {
    return given().header("Authorization", "Bearer " + token);
  }

  private static ValidatableResponse writes(String token, String unit, String part) {
    return by(token)
        .queryParam("part", part)
        .queryParam("supervisor", "RDB")
        .post("/matters/" + unit)
        .then();
  }

  private static void forbidden(ValidatableResponse answer) {
    answer.statusCode(403).body("type", equalTo("urn:duban:problem:forbidden"));
  }

  @Test
  void whoSendsNoTokenIsAskedForOne() {
    given()
        .post("/matters")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", "Bearer")
        .body("type", equalTo("urn:duban:problem:unauthenticated"));
  }

  @Test
  void aReporterWritesForHisUnitAndForNoOther() {
    writes(REPORTER, "QZF-BM-03", "DONE").statusCode(200).body(equalTo("\"QZF-BM-03\""));
    forbidden(writes(REPORTER, "QZF", "DONE"));
    forbidden(writes(REPORTER, "QZF-BM-03", "JUDGED"));
  }

  @Test
  void whatConcernsHisUnitTooIsHisOwn() {
    by(REPORTER)
        .queryParam("part", "DONE")
        .queryParam("also", "QZF-BM-03")
        .post("/matters/QZF")
        .then()
        .statusCode(200);
  }

  @Test
  void aSupervisorWritesWhatHisUnitSupervises() {
    writes(SUPERVISOR, "QZF-BM-03", "DONE").statusCode(200).body(equalTo("\"RDB\""));
    forbidden(writes(Tokens.of("supervisor:CY", "QZF"), "QZF-BM-03", "DONE"));
    forbidden(writes(Tokens.of("supervisor:HD", "RDB"), "QZF-BM-03", "DONE"));
    forbidden(writes(Tokens.of("supervisor:QZF-BM-03", "RDB"), "QZF", "DONE"));
  }

  @Test
  void nobodyJudgesWhatIsHisOwn() {
    writes(Tokens.of("reviewer:CY", "RDB"), "QZF-BM-03", "JUDGED").statusCode(200);
    writes(Tokens.of("reviewer:CY", "RDCWH"), "QZF-BM-03", "JUDGED").statusCode(200);
    forbidden(writes(Tokens.of("reviewer:CY", "QZF-BM-03"), "QZF-BM-03", "JUDGED"));
  }

  @Test
  void aRefusalNamesWhatIsNeededAndWhatOneHas() {
    writes(REPORTER, "QZF", "DONE")
        .body("detail", containsString("POST matters/{unit} DONE for QZF"))
        .body("detail", containsString("(reporter:CY) reach it, but you belong to QZF-BM-03"));
    writes(Tokens.of("reporter:QZF", "QZF-BM-03"), "RDB", "DONE")
        .body("detail", containsString("(reporter:QZF; you belong to QZF-BM-03)"));
  }

  @Test
  void whomAGrantReachesIsToldWhoseMatterItIs() {
    writes(Tokens.of("supervisor:CY", "QZF"), "QZF-BM-03", "DONE")
        .body(
            "detail",
            equalTo(
                "POST matters/{unit} DONE for QZF-BM-03 is for people of the unit that supervises"
                    + " it; your grants (supervisor:CY) reach it, but you belong to QZF; ask one of"
                    + " them"));
    writes(Tokens.of("reviewer:CY", "QZF-BM-03"), "QZF-BM-03", "JUDGED")
        .body("detail", containsString("is for people of the unit that supervises it or of other"));
    writes(Tokens.of("supervisor:HD", "RDB"), "QZF-BM-03", "DONE")
        .body("detail", containsString("needs another grant than yours"));
  }

  @Test
  void theWholeInstallationIsOnlyOfTheAreaAtTheTop() {
    by(Tokens.of("administrator:CY", "RDB")).post("/matters").then().statusCode(200);
    forbidden(by(Tokens.of("administrator:QZF", "RDB")).post("/matters").then());
    forbidden(by(SUPERVISOR).post("/matters").then());
  }

  @Test
  void aTokenWithoutAGrantMayNothing() {
    forbidden(by(Tokens.of("", "QZF-BM-03")).post("/matters").then());
    forbidden(writes(Tokens.of("", "QZF-BM-03"), "QZF-BM-03", "DONE"));
  }

  @Test
  void aChangeThatAsksNobodyFails() {
    by(Tokens.of("administrator:CY", "RDB")).put("/matters").then().statusCode(500);
  }

  @Test
  void aLeaderOfAllSeesEverythingOneOfAPartWhatLiesInIt() {
    by(Tokens.of("leader:CY", "RDCWH"))
        .get("/matters")
        .then()
        .body("sight.everything", is(true))
        .body("condition", equalTo("true"));
    by(Tokens.of("leader:QZF", "QZF"))
        .get("/matters")
        .then()
        .body("sight.everything", is(false))
        .body("sight.scoped", containsInAnyOrder("QZF", "QZF-BM-03"));
  }

  @Test
  void whoSeesHisOwnAndWhatHisUnitSupervisesSeesNothingElse() {
    by(SUPERVISOR)
        .get("/matters")
        .then()
        .body("condition", equalTo("((concerned ??| ?) OR (supervisor = ANY (?)))"))
        .body("values", hasItem(hasItem("RDB")));
    by(Tokens.of("supervisor:QZF", "RDB"))
        .get("/matters")
        .then()
        .body("condition", equalTo("((supervisor = ANY (?) AND unit = ANY (?)))"));
    assertThat(sees(SUPERVISOR, "QZF", "RDB", false)).isTrue();
    assertThat(sees(SUPERVISOR, "RDB", "QW", false)).isTrue();
    assertThat(sees(SUPERVISOR, "QZF", "QW", false)).isFalse();
    assertThat(sees(SUPERVISOR, "QZF", "QW", true)).isFalse();
    assertThat(sees(REPORTER, "QZF", "RDB", false)).isFalse();
  }

  private static boolean sees(String token, String unit, String supervisor, boolean published) {
    return by(token)
        .queryParam("supervisor", supervisor)
        .queryParam("published", published)
        .get("/matters/" + unit)
        .then()
        .statusCode(200)
        .extract()
        .as(Boolean.class);
  }

  @Test
  void itIsKeptWhoWroteAndForWhichUnit() {
    writes(Tokens.of("reporter:CY", "STRAY"), "STRAY", "DONE").statusCode(200);
    by(Tokens.of("administrator:CY", "RDB"))
        .queryParam("thing", "matter")
        .queryParam("id", "STRAY DONE")
        .get("/authorship")
        .then()
        .statusCode(200)
        .body("items.size()", is(1))
        .body("items[0].unit", equalTo("STRAY"))
        .body("items[0].name", equalTo("张三"))
        .body("items[0].actor.length()", is(22))
        .body("items[0].version", is(1));
    by(Tokens.of("leader:RDB", "RDB"))
        .queryParam("thing", "matter")
        .queryParam("id", "STRAY DONE")
        .get("/authorship")
        .then()
        .statusCode(200)
        .body("items.size()", is(0));
    forbidden(by(REPORTER).get("/authorship").then());
  }

  /** A copy that was thrown away is read again: neither a refusal nor a list without anything. */
  @Test
  void whileTheUnitsAreNotKnownOneIsAskedToComeAgain() {
    district.leave("CY");
    scopes.forget();
    try {
      for (var answer :
          List.of(
              by(Tokens.of("administrator:CY", "RDB")).post("/matters").then(),
              writes(REPORTER, "STRAY", "DONE"),
              by(SUPERVISOR).get("/matters").then())) {
        answer
            .statusCode(503)
            .header("Retry-After", "2")
            .body("detail", containsString("area at the top"));
      }
      forbidden(by(REPORTER).post("/matters").then());
      given().post("/matters").then().statusCode(401);
    } finally {
      district.area("CY", "");
      scopes.forget();
    }
  }
}
