package duban.catalog.rights;

import static duban.catalog.rights.Account.ANONYMOUS;
import static duban.catalog.rights.Account.CITY_ADMINISTRATOR;
import static duban.catalog.rights.Account.CITY_BOTH;
import static duban.catalog.rights.Account.CITY_SUPERVISOR;
import static duban.catalog.rights.Account.CY_SUPERVISOR;
import static duban.catalog.rights.Account.HD_SUPERVISOR;
import static duban.catalog.rights.Account.TJ_SUPERVISOR;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
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
    needed(CITY_ADMINISTRATOR.post("units?dryRun=true", body), "BJ and TJ");
    CITY_ADMINISTRATOR.post("units?dryRun=true&confirm=true", body).then().statusCode(200);
  }

  @Test
  void onlyAnAdministratorOfAllMakesWhatStandsAtTheTopAndMayRepeatIt() {
    String body = TOP.formatted("W-TOP", "BODY");
    for (Account who : List.of(CITY_SUPERVISOR, CY_SUPERVISOR, HD_SUPERVISOR)) {
      who.post("units?dryRun=true", body)
          .then()
          .statusCode(403)
          .body("type", equalTo("urn:duban:problem:forbidden"))
          .body("field", equalTo("superior"))
          .body("detail", containsString("only an administrator of the whole installation"));
    }
    ANONYMOUS.post("units?dryRun=true", body).then().statusCode(401);
    CITY_ADMINISTRATOR.post("units", body).then().statusCode(201);
    CITY_ADMINISTRATOR.post("units", body).then().statusCode(200);
    CITY_ADMINISTRATOR
        .post("units?dryRun=true", body.replace("}", ", \"members\": [\"QFY\"]}"))
        .then()
        .statusCode(403);
  }

  /** As in an empty catalogue, where grants count within nothing yet. */
  @Test
  void theFirstAreaIsMadeByWhoseGrantNamesItAndByNoOther() {
    CITY_SUPERVISOR
        .put("units/BJ?confirm=true", TOP.formatted("BJ", "BODY"))
        .then()
        .statusCode(200);
    scopes.forget();
    try {
      String area = TOP.formatted("TJ", "AREA");
      for (Account who : List.of(CY_SUPERVISOR, CITY_SUPERVISOR)) {
        who.post("units?dryRun=true", area)
            .then()
            .statusCode(403)
            .body("field", equalTo("superior"))
            .body("detail", containsString("the first area of an empty catalogue"));
      }
      ANONYMOUS.post("units?dryRun=true", area).then().statusCode(401);
      TJ_SUPERVISOR.post("units?dryRun=true", area).then().statusCode(200);
      TJ_SUPERVISOR.post("units?dryRun=true", TOP.formatted("TJ", "BODY")).then().statusCode(403);
    } finally {
      CITY_SUPERVISOR.put("units/BJ", TOP.formatted("BJ", "AREA")).then().statusCode(200);
      scopes.forget();
    }
  }

  @Test
  void whoMovesAUnitToTheTopNeedsBothGrants() {
    String made = "{\"id\": \"W-UP\", \"name\": \"上移的单位\", \"kind\": \"BODY\"%s}";
    CITY_SUPERVISOR.post("units", made.formatted(", \"superior\": \"BJ\"")).then().statusCode(201);
    String up = made.formatted("");
    CITY_SUPERVISOR.put("units/W-UP", up).then().statusCode(403).body("field", equalTo("superior"));
    CITY_ADMINISTRATOR.put("units/W-UP", up).then().statusCode(403);
    CITY_BOTH.put("units/W-UP", up).then().statusCode(200);
  }
}
