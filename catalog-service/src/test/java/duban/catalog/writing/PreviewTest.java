package duban.catalog.writing;

import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Caller.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What a rule would make, before anybody stores it. */
@QuarkusTest
class PreviewTest {

  @Test
  void aRuleThatIsNotStoredShowsItsDeadlinesAndNothingIsStored() {
    post("obligations/preview?years=2", RuleDrafts.window("d-shown", 1, "--10-31"))
        .then()
        .statusCode(200)
        .body("from", equalTo(2027))
        .body("to", equalTo(2028))
        .body("count", equalTo(27))
        .body("deadlines.dueOn", everyItem(equalTo("2028-10-31")))
        .body("deadlines.sentence", everyItem(containsString("2028-10-31(星期二)")))
        .body("deadlines.english", everyItem(containsString("2028-10-31 (Tuesday)")))
        .body("deadlines.unit.code", hasItem("QZF-BM-01"));
    get("obligations/d-shown").then().statusCode(404);
    post(
            "obligations/preview",
            RuleDrafts.window("d-shown", 1, "--10-31").replace("\"MUST\"", "\"MAY\""))
        .then()
        .body("count", equalTo(0))
        .body("sentence", containsString("年度任务清单"));
    post("obligations/preview?years=11", RuleDrafts.window("d-shown", 1, "--10-31"))
        .then()
        .statusCode(400)
        .body("field", equalTo("years"));
    post("obligations/preview", RuleDrafts.window("d-shown", 1, "--09-30"))
        .then()
        .statusCode(422)
        .body("detail", containsString("rule.due is --09-30"));
  }
}
