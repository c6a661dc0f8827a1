package duban.catalog.writing;

import static duban.catalog.writing.Caller.etag;
import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Caller.post;
import static duban.catalog.writing.Caller.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.catalog.Contracts;
import duban.chassis.outbox.Relay;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Days of a year that are special to a unit and all below it. */
@QuarkusTest
class LocalDaysTest {
  private static final String OF_ANOTHER_YEAR = "calendars/2033/local/QZF-BM-10";
  private static final String NONE = "{\"daysOff\": {}, \"nothingSent\": {}}";

  @Inject Relay relay;

  @AfterEach
  void asItWas() {
    set("QZF", NONE);
    set("QZF-BM-10", NONE);
  }

  @Test
  void aLocalDayOffMovesWhatIsDueThereAndNowhereElse() {
    post("obligations", drafted("l-one", "--11-29")).then().statusCode(201);
    Response set = set("QZF-BM-10", "{\"daysOff\": {\"2028-11-29\": \"乡庆\"}, \"nothingSent\": {}}");
    set.then()
        .statusCode(200)
        .body(
            "deadlines.moved.findAll { it.title == 'l-one' }.unit.code",
            equalTo(List.of("QZF-BM-10")))
        .body("deadlines.moved.find { it.title == 'l-one' }.from", equalTo("2028-11-29"))
        .body("deadlines.moved.find { it.title == 'l-one' }.to", equalTo("2028-11-28"));
    String id = get("deadlines?obligation=l-one&unit=QZF-BM-10").path("items[0].id");
    get("deadlines/" + id + "/explanation")
        .then()
        .body("sentence", containsString("逢乡庆放假,提前到前一个工作日2028-11-28"));
    get("calendars/2028/local").then().body("items.unit.code", equalTo(List.of("QZF-BM-10")));
    get("calendars/2028")
        .then()
        .body("local.daysOff", equalTo(List.of(java.util.Map.of("2028-11-29", "乡庆"))));
  }

  @Test
  void whatHoldsForAUnitHoldsForAllBelowIt() {
    post("obligations", drafted("l-all", "--11-30")).then().statusCode(201);
    set("QZF", "{\"daysOff\": {\"2028-11-30\": \"区庆\"}, \"nothingSent\": {}}")
        .then()
        .body("deadlines.moved.findAll { it.title == 'l-all' }.size()", equalTo(27));
  }

  @Test
  void aNoticeOfTheYearKeepsThem() {
    set("QZF-BM-10", "{\"daysOff\": {}, \"nothingSent\": {\"2028-06-01\": \"选举日\"}}");
    Response year = get("calendars/2028");
    String notice = "{\"daysOff\": {\"2028-01-01\": \"元旦\"}, \"makeUpWorkingDays\": {}}";
    put("calendars/2028?dryRun=true", year.header("ETag"), notice)
        .then()
        .statusCode(200)
        .body("result.local[0].nothingSent", hasKey("2028-06-01"));
    set("QZF-BM-10", NONE);
    get("calendars/2028/local").then().body("items", empty());
  }

  @Test
  void daysOfAnotherYearAndUnitsThatAreNotThereAreRefused() {
    set("QZF-BM-10", "{\"daysOff\": {\"2027-12-29\": \"乡庆\"}, \"nothingSent\": {}}")
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:duban:problem:invalid-calendar"))
        .body("detail", containsString("2027-12-29"));
    set("NOBODY", NONE).then().statusCode(404);
    put("calendars/1990/local/QZF-BM-10", "\"1\"", NONE).then().statusCode(404);
  }

  @Test
  void theExampleThatOtherServicesReadIsWhatIsReallyPublished() throws Exception {
    JsonNode example = Contracts.example("calendar-local");
    ObjectNode days = example.at("/local/0").deepCopy();
    days.remove("unit");
    put(OF_ANOTHER_YEAR, etag("calendars/2033"), days.toString()).then().statusCode(200);
    assertThat(Published.newest(relay, "duban.calendars", "calendar").get("2033"))
        .isEqualTo(example);
    put(OF_ANOTHER_YEAR, etag("calendars/2033"), NONE).then().statusCode(200);
  }

  /** Of 27 units, with its id as its title. */
  private static String drafted(String id, String due) {
    return RuleDrafts.window(id, 1, due).replace("自拟的任务要求", id);
  }

  private static Response set(String unit, String days) {
    return put("calendars/2028/local/" + unit, etag("calendars/2028"), days);
  }
}
