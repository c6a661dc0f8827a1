package duban.catalog.writing;

import static duban.catalog.writing.Caller.body;
import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Caller.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import duban.chassis.outbox.Relay;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The notice of a year, which nobody can take back. */
@QuarkusTest
class CalendarEditingTest {
  private static final String EMPTY = "{\"daysOff\": {}, \"makeUpWorkingDays\": {}}";

  @Inject Relay relay;

  @Test
  void theNoticeOfAYearMovesWhatIsDueByItAndMakesItFinal() throws Exception {
    int version = body(get("calendars/2028")).path("version").asInt();
    String notice = "{\"daysOff\": {\"2028-12-29\": \"补休\"}, \"makeUpWorkingDays\": {}}";
    put("calendars/2028", "\"99\"", notice).then().statusCode(412);
    Response done = put("calendars/2028", notice);
    done.then()
        .statusCode(200)
        .body("result.provisional", equalTo(false))
        .body("deadlines.moved.why.unique()", equalTo(List.of("CALENDAR")))
        .body("deadlines.moved.from.unique()", equalTo(List.of("2028-12-29")))
        .body("deadlines.moved.to.unique()", equalTo(List.of("2028-12-28")));

    JsonNode year = published("duban.calendars", "calendar").get("2028");
    assertThat(year).isEqualTo(body(get("calendars/2028")));
    assertThat(year.path("version").asInt()).isEqualTo(version + 1);
    assertThat(year.at("/daysOff/2028-12-29").asText()).isEqualTo("补休");
    assertThat(year.path("provisional").asBoolean()).isFalse();
    Map<String, JsonNode> deadlines = published("duban.deadlines", "deadline");
    assertThat(done.<List<String>>path("deadlines.moved.id"))
        .isNotEmpty()
        .allSatisfy(
            id -> {
              assertThat(deadlines.get(id)).isEqualTo(body(get("deadlines/" + id)));
              assertThat(deadlines.get(id).path("dueOn").asText()).isEqualTo("2028-12-28");
              assertThat(deadlines.get(id).path("movedFrom").asText()).isEqualTo("2028-12-29");
            });
    put("calendars/2028", EMPTY).then().statusCode(200);
  }

  @Test
  void aYearOfWhichNothingWasKnownIsPublishedAndThenItsChange() throws Exception {
    put("calendars/2051", null, EMPTY).then().statusCode(200).header("ETag", "\"1\"");
    assertThat(published("duban.calendars", "calendar").get("2051"))
        .isEqualTo(body(get("calendars/2051")));
    put("calendars/2051", "{\"daysOff\": {\"2051-10-02\": \"国庆节\"}, \"makeUpWorkingDays\": {}}")
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"");
    JsonNode changed = published("duban.calendars", "calendar").get("2051");
    assertThat(changed).isEqualTo(body(get("calendars/2051")));
    assertThat(changed.at("/daysOff/2051-10-02").asText()).isEqualTo("国庆节");
  }

  @Test
  void aYearHasOnlyDaysOfItsOwn() {
    String other = "{\"daysOff\": {\"2027-12-29\": \"补休\"}, \"makeUpWorkingDays\": {}}";
    put("calendars/2028", other).then().statusCode(422).body("field", equalTo("daysOff"));
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"daysOff\": {}, \"makeUpWorkingDays\": {\"2028-03-01\": \"补班\"}}', 2028-03-01",
    "'{\"daysOff\": {\"2028-03-04\": \"放假\"}, \"makeUpWorkingDays\": {\"2028-03-04\": \"补班\"}}', 2028-03-04"
  })
  void aMakeUpDayIsADayOfAWeekendAndNoDayIsBoth(String notice, String day) {
    JsonNode before = body(get("calendars/2028"));
    put("calendars/2028", notice)
        .then()
        .statusCode(422)
        .body("field", equalTo("makeUpWorkingDays"))
        .body("detail", org.hamcrest.Matchers.containsString(day));
    assertThat(body(get("calendars/2028"))).isEqualTo(before);
  }

  private Map<String, JsonNode> published(String topic, String event) throws Exception {
    return Published.newest(relay, topic, event);
  }
}
