package duban.chassis.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import duban.chassis.backbone.Backbone;
import duban.chassis.tokens.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The limits in a whole service, with tokens that it verifies itself. */
@QuarkusTest
@QuarkusTestResource(Backbone.class)
@TestProfile(LimitedServiceTest.Low.class)
class LimitedServiceTest {

  private static final String BODY =
      "{\"id\": \"123e4567-e89b-42d3-a456-426614174000\", \"text\": \"督\"}";

  /** Each test has an address of its own, which a proxy names that is believed. */
  public static class Low implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "duban.limits.writes-by-subject", "3",
          "duban.limits.writes-by-address", "5",
          "duban.limits.failed-sign-ins-by-address", "3",
          "duban.limits.trusted-proxies", "127.0.0.0/8");
    }
  }

  private static RequestSpecification from(String address, String token) {
    return given().header("X-Forwarded-For", address).header("Authorization", "Bearer " + token);
  }

  private static Response writes(RequestSpecification caller) {
    return caller.contentType("application/json").body(BODY).post("/echo");
  }

  private static void refused(ValidatableResponse answer, String why) {
    var wait =
        answer
            .statusCode(429)
            .contentType("application/problem+json")
            .body("type", equalTo("urn:duban:problem:too-many-requests"))
            .body("status", equalTo(429))
            .body("detail", containsString(why))
            .extract()
            .header("Retry-After");
    assertThat(Integer.parseInt(wait)).isBetween(1, 20);
  }

  @Test
  void aSubjectThatWritesTooOftenWaitsAndAnotherDoesNot() {
    var li = Tokens.of("supervisor:CY", "LI");
    for (int i = 1; i <= 3; i++) {
      assertThat(writes(from("192.0.2." + i, li)).statusCode()).isEqualTo(200);
    }
    refused(writes(from("192.0.2.4", li)).then(), "You write too often");
    from("192.0.2.4", li).get("/caller").then().statusCode(200);
    var wang = Tokens.of("supervisor:CY", "WANG");
    assertThat(writes(from("192.0.2.4", wang)).statusCode()).isEqualTo(200);
  }

  @Test
  void anAddressThatWritesTooOftenWaitsWhoeverSignsInThere() {
    var address = "198.51.100.1";
    for (int i = 1; i <= 5; i++) {
      var somebody = Tokens.of("supervisor:CY", "SOMEBODY-" + i);
      assertThat(writes(from(address, somebody)).statusCode()).isEqualTo(200);
    }
    var sixth = Tokens.of("supervisor:CY", "SOMEBODY-6");
    refused(writes(from(address, sixth)).then(), "This address writes too often");
    assertThat(writes(from("198.51.100.2", sixth)).statusCode()).isEqualTo(200);
  }

  @Test
  void whoFailsToSignInTooOftenIsNotLookedAtAndOthersAre() {
    var genuine = Tokens.of("reader:CY", "CY");
    for (int i = 0; i < 3; i++) {
      from("203.0.113.1", "nonsense").get("/caller").then().statusCode(401);
    }
    refused(from("203.0.113.1", genuine).get("/caller").then(), "sign-ins");
    from("203.0.113.2", genuine).get("/caller").then().statusCode(200);
    given().header("X-Forwarded-For", "203.0.113.1").get("/caller").then().statusCode(200);
  }
}
