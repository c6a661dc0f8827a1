package duban.catalog.rights;

import static duban.catalog.rights.Account.HD_SUPERVISOR;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Ids may have hyphens, so that parts of two documents can make the same id of a measure. */
@QuarkusTest
class MovedMeasureTest extends TrueTable {
  private static final String ID = "hd-moved-M1-MT1-1";
  private static final String TEXT = "移动:每年至少召开2次会议。";

  private static void made(String path, String body) {
    Account.CITY_SUPERVISOR.post(path, body).then().statusCode(201);
  }

  @Test
  void aMeasureStaysInItsDocumentAlsoWhereItsIdWouldStay() {
    made("documents", TwoDistricts.document("hd-moved", "HD", "INTERNAL", "移动"));
    made("conferences", TwoDistricts.conference("hd-moved", "M1", "移动"));
    made("topics", TwoDistricts.topic("hd-moved", "MT1", 1, "移动"));
    made("documents", TwoDistricts.document("hd", "CY", "OPEN", "移动"));
    made("conferences", TwoDistricts.conference("hd", "moved-M1", "移动"));
    made("topics", TwoDistricts.topic("hd", "MT1", 1, "移动"));
    made("measures", TwoDistricts.measure("hd-moved", "M1", "MT1", 1, TEXT));
    HD_SUPERVISOR
        .put("measures/" + ID, TwoDistricts.measure("hd", "moved-M1", "MT1", 1, TEXT))
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:duban:problem:id-fixed"));
    HD_SUPERVISOR
        .put("measures/" + ID, TwoDistricts.measure("hd-moved", "M1", "MT1", 1, TEXT))
        .then()
        .statusCode(200);
  }
}
