package duban.chassis.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import duban.chassis.backbone.Backbone;
import duban.chassis.tokens.Keys;
import duban.chassis.tokens.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A provider whose claims have other names: an address, and a member of a member. */
@QuarkusTest
@QuarkusTestResource(Backbone.class)
@TestProfile(OtherClaimsTest.Named.class)
class OtherClaimsTest {

  private static final String GRANTS = "https://x.example/grants";

  public static class Named implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "duban.identity.grants-claim", GRANTS,
          "duban.identity.units-claim", "resource_access/duban/units",
          "duban.identity.name-claim", "preferred_username");
    }
  }

  private static ValidatableResponse caller(String token) {
    return given().header("Authorization", "Bearer " + token).get("/caller").then().statusCode(200);
  }

  @Test
  void whatStandsUnderTheNamesThatAreSetIsBelieved() {
    var claims = Tokens.claims(List.of(), List.of());
    List.of("grants", "units", "name").forEach(claims::unsetClaim);
    claims.setClaim(GRANTS, List.of("supervisor:CY", "reader:QZF"));
    claims.setClaim("resource_access", Map.of("duban", Map.of("units", List.of("QZF-BM-03"))));
    claims.setClaim("preferred_username", "李四");
    caller(Tokens.sign(claims, Keys.present()))
        .body("grants", contains("reader:QZF", "supervisor:CY"))
        .body("units", contains("QZF-BM-03"))
        .body("name", equalTo("李四"));
  }

  @Test
  void whatStandsUnderTheShippedNamesIsNotReadAnyMore() {
    caller(Tokens.of("supervisor:CY", "CY"))
        .body("grants", empty())
        .body("units", empty())
        .body("name", nullValue());
  }
}
