package duban.catalog.writing;

import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Duties.late;
import static duban.catalog.writing.Duties.make;
import static duban.catalog.writing.Duties.quota;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import duban.chassis.inbox.Inbox;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** How many have met a duty, and which have not. */
@QuarkusTest
class RollUpReadingTest {
  @Inject AgroalDataSource database;
  @Inject Inbox inbox;

  @Test
  void whoHasMetItIsCountedAndWhoHasNotIsNamed() throws Exception {
    make(late("o-ro1", quota(2, "YEAR"), "JDGW-01", "JDGW-02", "JDGW-03", "JDGW-04"));
    tells("JDGW-01", "CLOSED", 2);
    tells("JDGW-02", "IN_PROGRESS", 1);
    tells("JDGW-03", "EXEMPT", 0);
    get("obligations/o-ro1/roll-up?period=2028")
        .then()
        .statusCode(200)
        .body("owing", equalTo(3))
        .body("met", equalTo(1))
        .body("states.CLOSED", equalTo(1))
        .body("states.NOT_OPEN", equalTo(1))
        .body("missing.unit.code", contains("JDGW-02", "JDGW-04"))
        .body("missing[0].counted", equalTo(1))
        .body("missing[0].required", equalTo(2));
    get("obligations/o-ro1/roll-up")
        .then()
        .body("period", equalTo("2027"))
        .body("owing", equalTo(0));
  }

  @Test
  void aYearHasAllThatLiesInIt() {
    make(late("o-ro2", quota(1, "QUARTER"), "JDGW-01"));
    get("obligations/o-ro2/roll-up?period=2028").then().body("missing", hasSize(4));
    get("obligations/o-ro2/roll-up?period=2028-Q3")
        .then()
        .body("missing.period", contains("2028-Q3"));
    get("obligations/o-ro2/roll-up?period=%25")
        .then()
        .statusCode(400)
        .body("type", equalTo("urn:duban:problem:invalid-parameter"));
    get("obligations/o-ro2/roll-up?period=2028-H3")
        .then()
        .statusCode(400)
        .body("detail", startsWith("period is '2028-H3'; give 2027, or a part of it as 2027-H1"));
    get("obligations/o-999/roll-up").then().statusCode(404);
  }

  private void tells(String unit, String state, int counted) throws Exception {
    String id =
        Caller.body(get("deadlines?obligation=o-ro1&unit=" + unit)).at("/items/0/id").asText();
    StatusService.tells(inbox, database, id, state, counted);
  }
}
