package duban.chassis.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import duban.chassis.backbone.Backbone;
import duban.chassis.tokens.Keys;
import duban.chassis.tokens.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backbone.class)
class CallersTest {

  private static ValidatableResponse caller(String token) {
    return given().header("Authorization", "Bearer " + token).get("/caller").then();
  }

  private static ValidatableResponse refused(ValidatableResponse answer, String type) {
    return answer
        .statusCode(401)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:duban:problem:" + type))
        .body("instance", containsString("/api/chassis/caller"));
  }

  @Test
  void whoSendsNoTokenIsNobody() {
    given()
        .get("/caller")
        .then()
        .statusCode(200)
        .body("anonymous", is(true))
        .body("grants", empty());
  }

  @Test
  void aTokenSaysWhoItIsWhatHeMayAndWhereHeWorks() {
    var grants = List.of("supervisor:CWH-BGS", Map.of("role", "reporter", "unit", "QZF-BM-03"));
    caller(Tokens.of(grants, List.of("QZF-BM-03")))
        .statusCode(200)
        .body("anonymous", is(false))
        .body("name", equalTo("张三"))
        .body("units", contains("QZF-BM-03"))
        .body("grants", contains("reporter:QZF-BM-03", "supervisor:CWH-BGS"));
  }

  @Test
  void theActorIsTheSameEachTimeAndTellsNothingOfTheName() {
    var first = caller(Tokens.of("reader:CY", "CY")).extract().path("actor");
    var claims = Tokens.claims(List.of(), List.of());
    claims.setSubject("[reader:CY]@[CY]");
    claims.setClaim("name", "李四");
    caller(Tokens.sign(claims, Keys.present())).body("actor", equalTo(first));
    caller(Tokens.of("reader:CY", "QZF")).body("actor", not(equalTo(first)));
  }

  @Test
  void whatCannotBeReadGrantsNothing() {
    var grants =
        List.of(
            "supervisor",
            "Supervisor:CY",
            "supervisor:*",
            "supervisor:",
            ":CY",
            "superuser:CY",
            "supervisor:CY:QZF",
            7,
            Map.of("role", "supervisor"),
            Map.of("role", "supervisor", "unit", List.of("CY")),
            List.of("supervisor:CY"));
    caller(Tokens.of(grants, List.of())).statusCode(200).body("grants", empty());
  }

  @Test
  void aTokenWithoutTheClaimsGrantsNothingAndHasNoName() {
    var claims = Tokens.claims(List.of(), List.of());
    List.of("grants", "units", "name").forEach(claims::unsetClaim);
    caller(Tokens.sign(claims, Keys.present()))
        .statusCode(200)
        .body("anonymous", is(false))
        .body("name", nullValue())
        .body("units", empty())
        .body("grants", empty());
  }

  @Test
  void aBadTokenIsRefusedWhereNoneIsNeeded() {
    var answer = caller("nonsense");
    refused(answer, "invalid-token").body("detail", not(containsString("JWT")));
    assertThat(answer.extract().headers().getValues("WWW-Authenticate")).containsExactly("Bearer");
    for (var header : List.of("Bearer", "Bearer ", "Basic YTpi", Tokens.of("reader:CY"))) {
      refused(given().header("Authorization", header).get("/caller").then(), "invalid-token");
    }
  }

  @Test
  void aBadTokenIsRefusedWhereNothingIsToo() {
    for (var address : List.of("/nothing", "/openapi")) {
      given().header("Authorization", "Bearer nonsense").get(address).then().statusCode(401);
    }
  }

  @Test
  void theOneThingThatIsToldOfATokenIsThatItHasExpired() {
    var claims = Tokens.claims(List.of(), List.of());
    claims.setExpirationTime(Tokens.in(Duration.ofMinutes(-1)));
    refused(caller(Tokens.sign(claims, Keys.present())), "expired-token")
        .body("detail", containsString("expired"));
  }

  @Test
  void whereATokenIsNeededItIsAskedForOnce() {
    var answer = given().get("/caller/known").then();
    refused(answer, "unauthenticated");
    assertThat(answer.extract().headers().getValues("WWW-Authenticate")).containsExactly("Bearer");
    given()
        .header("Authorization", "Bearer " + Tokens.of("reader:CY"))
        .get("/caller/known")
        .then()
        .statusCode(200);
  }

  @Test
  void aTokenThatWasGoodAMomentAgoIsRefusedWhenItHasRunOut() throws Exception {
    var claims = Tokens.claims(List.of("reader:CY"), List.of("CY"));
    claims.setExpirationTime(Tokens.in(Duration.ofSeconds(2)));
    var token = Tokens.sign(claims, Keys.present());
    caller(token).statusCode(200).body("grants", contains("reader:CY"));
    caller(token).statusCode(200).body("grants", contains("reader:CY"));
    Thread.sleep(8000); // and the grace that clocks are given
    refused(caller(token), "expired-token");
  }
}
