package duban.chassis.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import duban.chassis.backbone.Backbone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backbone.class)
class CompleteProblemsTest {

  private static ValidatableResponse problem(Response answer, int status, String type) {
    return answer
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:duban:problem:" + type))
        .body("status", equalTo(status))
        .body("title", equalTo(ProblemTypes.known().get(type).title()));
  }

  @Test
  void anAddressThatDoesNotExistIsNamedInFull() {
    problem(given().get("/no where"), 404, "not-found")
        .body("detail", containsString("/api/chassis/no where"))
        .body("detail", containsString("/api/chassis/openapi"))
        .body("instance", equalTo("/api/chassis/no%20where"));
  }

  @Test
  void whatTheFrameworkRefusesHasATypeOfOurs() {
    problem(given().delete("/echo"), 405, "method-not-allowed")
        .body("detail", containsString("DELETE"));
    problem(given().accept("image/png").get("/echo/broken"), 406, "not-acceptable")
        .body("detail", containsString("image/png"));
    problem(
            given().contentType("text/plain").body("{}").post("/echo"),
            415,
            "unsupported-media-type")
        .body("detail", containsString("text/plain"));
    problem(given().post("/dead-letters/seven/replay"), 404, "not-found");
  }

  @Test
  void whatWeRefuseNamesTheWholePathToo() {
    problem(given().queryParam("limit", 0).get("/dead-letters"), 400, "invalid-parameter")
        .body("instance", equalTo("/api/chassis/dead-letters"));
    problem(given().contentType("application/json").body("{").post("/echo"), 400, "broken-json")
        .body("instance", equalTo("/api/chassis/echo"));
    problem(given().contentType("application/json").body("{}").post("/echo"), 400, "invalid-field")
        .body("instance", equalTo("/api/chassis/echo"));
  }

  @Test
  void nulInAnAddressIsRefusedByItsName() {
    problem(
            given().urlEncodingEnabled(false).get("/dead-letters?state=OPEN%00"),
            400,
            "invalid-parameter")
        .body("detail", containsString("state contains the character NUL"));
    problem(
            given().urlEncodingEnabled(false).post("/dead-letters/7%00/replay"),
            400,
            "invalid-parameter")
        .body("detail", containsString("id contains the character NUL"));
  }

  @Test
  void aFailureOfOursTellsNothingOfOurInside() {
    problem(given().get("/echo/broken"), 500, "internal")
        .body("instance", equalTo("/api/chassis/echo/broken"))
        .body(not(containsString("SELECT")))
        .body(not(containsString("Exception")));
  }

  @Test
  void whatPassesIsToBeAskedAgain() {
    problem(given().get("/echo/away"), 503, "unavailable")
        .header("Retry-After", equalTo("2"))
        .body(not(containsString("secret")));
  }
}
