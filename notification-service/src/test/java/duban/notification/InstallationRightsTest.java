package duban.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies, the switch, and what it would let out. */
@QuarkusTest
class InstallationRightsTest extends RunningDistrict {

  private static final String MINE =
      "{\"id\":\"mine\",\"kind\":\"WINDOW\",\"unit\":\"QZF-BM-01\",\"steps\":[]}";
  private static final String OFF = "{\"enabled\":false,\"steps\":[]}";
  private static final String HELD = "{\"released\":false,\"reason\":\"检查\"}";

  @BeforeEach
  void some() {
    as("administrator:CY").body(MINE).post(API + "policies").then().statusCode(201);
  }

  @ParameterizedTest
  @CsvSource({
    "reporter:QZF-BM-01, QZF-BM-01, 200",
    "reporter:QZF-BM-03, QZF-BM-03, 404",
    "reader:QZF, QFY, 200",
    "reader:QFY, QFY, 404",
    "leader:CY, QFY, 200",
    "supervisor:QW, QWB, 404",
    "administrator:CY, QFY, 200",
  })
  void thePolicyOfOneUnitIsSeenWithItAndTheCommonOnesByAll(String grant, String unit, int status) {
    var who = as(grant, unit);
    given().spec(who).get(API + "policies/mine").then().statusCode(status);
    given().spec(who).get(API + "policies/window").then().statusCode(200);
    given().spec(who).get(API + "policies").then().body("items", hasSize(status == 200 ? 9 : 8));
  }

  @Test
  void aHiddenPolicyIsRefusedLikeOneThatIsNot() {
    var who = as("reader:QFY", "QFY");
    assertThat(refused(who, 404, "policies/{id}", "mine"))
        .isEqualTo(refused(who, 404, "policies/{id}", "none"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"policies", "policies/window", "policies/none", "release", "next"})
  void whoHasNoTokenReadsNothingOfIt(String path) {
    given().get(API + path).then().statusCode(401);
    as("", "QZF-BM-01").get(API + path).then().statusCode(403);
  }

  @Test
  void aRoleInAnotherInstallationIsNone() {
    var stranger = as("reader:NOWHERE", "QZF-BM-01");
    given().spec(stranger).get(API + "release").then().statusCode(403);
    given().spec(stranger).get(API + "next").then().statusCode(403);
    given().spec(stranger).get(API + "policies").then().body("items", hasSize(0));
    given().spec(stranger).get(API + "policies/window").then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "administrator",
        "supervisor",
        "reviewer",
        "signer",
        "leader",
        "reporter",
        "reader"
      })
  void whoeverHasARoleAnywhereKnowsHowTheSwitchStands(String role) {
    as(role + ":QZF-BM-01", "QZF-BM-01").get(API + "release").then().statusCode(200);
    as(role + ":QZF-BM-01", "QZF-BM-01")
        .get(API + "next")
        .then()
        .statusCode(200)
        .body("recipients", equalTo(1));
    as(role + ":CY", "QZF-BM-01").get(API + "next").then().body("recipients", equalTo(3));
    as(role + ":QJCY", "QJCY").get(API + "next").then().body("recipients", equalTo(0));
  }

  @Test
  void onlyAnAdministratorOfTheWholeChangesIt() {
    for (var dry : List.of("", "?dryRun=true")) {
      refused("POST", "policies" + dry, MINE.replace("mine", "two"));
      refused("PUT", "policies/mine" + dry, OFF);
      refused("PUT", "policies/none" + dry, OFF);
    }
    refused("PUT", "release", HELD);
    assertThat(sql("SELECT id FROM policy WHERE version > 1 OR id = 'two'")).isEmpty();
    assertThat(sql("SELECT version FROM release WHERE version > 1")).isEmpty();
    var admin = as("administrator:CY").header("If-Match", "\"1\"");
    given().spec(admin).body(OFF).put(API + "policies/mine").then().statusCode(200);
    given().spec(admin).get(API + "release");
    given().spec(admin).body(HELD).put(API + "release").then().statusCode(200);
  }

  private static void refused(String method, String path, String body) {
    given()
        .contentType("application/json")
        .body(body)
        .request(method, API + path)
        .then()
        .statusCode(401);
    for (var grant :
        List.of(
            "administrator:QZF",
            "supervisor:CY",
            "reviewer:CY",
            "signer:CY",
            "leader:CY",
            "reporter:CY",
            "reader:CY")) {
      as(grant, "QZF-BM-01", "RDCWH-BG")
          .header("If-Match", "\"1\"")
          .body(body)
          .request(method, API + path)
          .then()
          .statusCode(403);
    }
  }
}
