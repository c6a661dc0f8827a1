package duban.catalog.rights;

import static duban.catalog.rights.Account.CITY_SUPERVISOR;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** What belongs to no unit is in the scope of the only area at the top. */
@QuarkusTest
class WholeTest extends TrueTable {
  private static final String TOP = "{\"id\": \"%s\", \"name\": \"北京市\", \"kind\": \"%s\"}";

  private static void needed(Response answer, String instead) {
    answer
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:duban:problem:confirmation-needed"))
        .body("detail", containsString("BJ would not be"))
        .body("detail", containsString(instead));
  }

  @Test
  void theOnlyAreaAtTheTopStaysItUnlessThatIsConfirmed() {
    String body = TOP.formatted("BJ", "BODY");
    needed(CITY_SUPERVISOR.put("units/BJ?dryRun=true", body), "none");
    CITY_SUPERVISOR.put("units/BJ?dryRun=true&confirm=true", body).then().statusCode(200);
    CITY_SUPERVISOR.put("units/BJ?dryRun=true", TOP.formatted("BJ", "AREA")).then().statusCode(200);
  }

  @Test
  void noOtherAreaComesBesideItUnlessThatIsConfirmed() {
    String body = TOP.formatted("TJ", "AREA");
    needed(CITY_SUPERVISOR.post("units?dryRun=true", body), "BJ and TJ");
    CITY_SUPERVISOR.post("units?dryRun=true&confirm=true", body).then().statusCode(200);
    CITY_SUPERVISOR.post("units?dryRun=true", TOP.formatted("TJ", "BODY")).then().statusCode(200);
  }
}
