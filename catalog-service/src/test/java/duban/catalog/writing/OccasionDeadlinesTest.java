package duban.catalog.writing;

import static duban.catalog.writing.Caller.etag;
import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Caller.post;
import static duban.catalog.writing.Caller.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What occasions make due, and what becomes of it when they move. */
@QuarkusTest
class OccasionDeadlinesTest {
  private static final String SUGGESTION = "5b0c2c7e-52f8-4a3e-8e0a-5f0d2d5f0a0%d";

  @Test
  void beforeItsDateIsKnownTheNextSessionMakesDueByTheFallbackAndKeepsTheIdWhenItIsDated() {
    Response session =
        get("occasions?type=DISTRICT_CONGRESS_SESSION&year=2028").then().extract().response();
    String occasion = session.path("items[0].id");
    String id = get("deadlines?obligation=o-062d&period=2028&status=ACTIVE").path("items[0].id");
    get("deadlines/" + id)
        .then()
        .body("dueOn", equalTo("2027-11-30"))
        .body("occasionId", equalTo(occasion))
        .body("timing", equalTo("BEFORE"));
    get("deadlines/" + id + "/explanation")
        .then()
        .body("rule.offset", equalTo("-P30D"))
        .body("sentence", containsString("2028年区人民代表大会会议,日期未定,按备用期限"));

    String dated =
        """
        {"id": "%s", "type": "DISTRICT_CONGRESS_SESSION", "date": "2028-01-11",
         "attributes": {"annual": true}}
        """
            .formatted(occasion);
    moved(occasion, dated)
        .then()
        .statusCode(200)
        .body("deadlines.moved.find { it.id == '" + id + "' }.from", equalTo("2027-11-30"))
        .body("deadlines.moved.find { it.id == '" + id + "' }.to", equalTo("2027-12-10"))
        .body("deadlines.moved.why", everyItem(equalTo("OCCASION")));
    get("deadlines/" + id)
        .then()
        .body("dueOn", equalTo("2027-12-10"))
        .body("rolledFrom", equalTo("2027-12-12"))
        .body("movedFrom", equalTo("2027-11-30"))
        .body("occasionOn", equalTo("2028-01-11"));

    moved(occasion, dated.replace("\"annual\": true}", "\"annual\": true}, \"cancelled\": true"))
        .then()
        .body("deadlines.withdrawn.id", hasItems(id));
    moved(occasion, dated).then().body("deadlines.appeared.id", hasItems(id));
  }

  @Test
  void aSuggestionIsOwedByWhomItNamesToLeadWithinThreeMonthsAndByTheOthersWithinOne() {
    String id = SUGGESTION.formatted(1);
    post("occasions", suggestion(id, "2027-10-09"))
        .then()
        .statusCode(201)
        .body(
            "deadlines.appeared.findAll { it.title.startsWith('重点难点') }.unit.code",
            equalTo(List.of("QZF-BM-03")));
    Response owed = get("deadlines?obligation=o-057&status=ACTIVE");
    owed.then()
        .body("items", hasSize(1))
        .body("items[0].dueOn", equalTo("2028-01-10"))
        .body("items[0].rolledFrom", equalTo("2028-01-09"))
        .body("items[0].opensOn", equalTo("2027-10-09"))
        .body("items[0].coDueOn", equalTo("2027-11-09"))
        .body("items[0].required", equalTo(1))
        .body("items[0].coHandlers.code", equalTo(List.of("QZF-BM-04", "QZF-BM-05")));

    String deadline = owed.path("items[0].id");
    moved(id, suggestion(id, "2027-10-11")).then().body("deadlines.moved.id", hasItems(deadline));
    get("deadlines/" + deadline).then().body("dueOn", equalTo("2028-01-11"));
    get("deadlines/" + deadline + "/explanation")
        .then()
        .body("sentence", containsString("触发事项:代表建议交办,2027-10-11(星期一)"))
        .body("sentence", containsString("协办意见不迟于2027-11-11"));
  }

  @Test
  void whatMustNotComeBeforeIsShownAsMissingWrongOrKept() {
    String announced = SUGGESTION.formatted(2);
    String voted = SUGGESTION.formatted(3);
    post("occasions", occasion(announced, "APPOINTMENT_ANNOUNCED", "2027-10-20", ""))
        .then()
        .statusCode(201);
    order("MISSING");
    post("occasions", occasion(voted, "APPOINTMENT_VOTED", "2027-10-21", ""))
        .then()
        .statusCode(201);
    String follows = ", \"follows\": \"" + voted + "\"";
    moved(announced, occasion(announced, "APPOINTMENT_ANNOUNCED", "2027-10-20", follows))
        .then()
        .statusCode(200);
    order("WRONG");
    moved(announced, occasion(announced, "APPOINTMENT_ANNOUNCED", "2027-10-22", follows))
        .then()
        .statusCode(200);
    order("KEPT");
  }

  @Test
  void frequentMeetingsMakeNoDeadlines() {
    post("occasions", occasion(SUGGESTION.formatted(4), "CHAIRPERSONS_MEETING", "2027-11-02", ""))
        .then()
        .statusCode(201)
        .body("deadlines.appeared", empty());
  }

  private static void order(String order) {
    List<String> orders =
        get("deadlines?obligation=o-028&status=ACTIVE&limit=100").path("items.order");
    assertThat(orders).isNotEmpty().containsOnly(order);
  }

  private static String suggestion(String id, String on) {
    return occasion(
        id,
        "SUGGESTION_ASSIGNED",
        on,
        ", \"attributes\": {\"key\": true}, \"lead\": [\"QZF-BM-03\"],"
            + " \"co\": [\"QZF-BM-04\", \"QZF-BM-05\"]");
  }

  private static String occasion(String id, String type, String on, String more) {
    return "{\"id\": \"%s\", \"type\": \"%s\", \"date\": \"%s\", \"name\": \"%s\"%s}"
        .formatted(id, type, on, id, more);
  }

  private static Response moved(String id, String body) {
    return put("occasions/" + id, etag("occasions/" + id), body);
  }
}
