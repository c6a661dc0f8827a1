package duban.catalog.writing;

import static duban.catalog.writing.Caller.etag;
import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Caller.post;
import static duban.catalog.writing.Caller.put;
import static duban.catalog.writing.Duties.late;
import static duban.catalog.writing.Duties.make;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Attendance at frequent meetings is counted by half-years, and nothing is due. */
@QuarkusTest
class TalliesTest {
  private static final String AT =
      "{\"kind\": \"EACH_TIME\", \"occasion\": \"%s\", \"timing\": \"AT\"}";

  @Test
  void aShippedDutyOfWeeklyMeetingsIsCountedTwiceAYear() {
    var tallies = get("deadlines?obligation=o-063b&status=ACTIVE").then();
    tallies
        .body("items.period", contains("2027-H1", "2027-H2", "2028-H1", "2028-H2"))
        .body("items.dueOn", contains("2027-06-30", "2027-12-31", "2028-06-30", "2028-12-31"))
        .body("items.tally", everyItem(equalTo(true)))
        .body("items.occasionType", everyItem(equalTo("GOVERNMENT_EXECUTIVE_MEETING")))
        .body("items.occasionId", everyItem(nullValue()))
        .body("items.required", everyItem(nullValue()))
        .body("items.rolledFrom", everyItem(nullValue()));
    get("deadlines/" + tallies.extract().path("items[3].id") + "/explanation")
        .then()
        .body("sentence", containsString("只计次数:登记2028-07-01至2028-12-31的每一次,期满自动办结"))
        .body("english", containsString("only counted: each time from 2028-07-01 to 2028-12-31"))
        .body("english", containsString("with its number, 0 if there was none"))
        .body("sentence.contains('工作日')", equalTo(false))
        .body("calendarVersion", nullValue());
  }

  @Test
  void thePreviewShowsThemToo() {
    post("obligations/preview?years=2", duty("ta-1", "CHAIRPERSONS_MEETING"))
        .then()
        .statusCode(200)
        .body("deadlines.period", contains("2028-H1", "2028-H2"))
        .body("deadlines.tally", everyItem(equalTo(true)))
        .body("deadlines[0].sentence", containsString("只计次数"));
  }

  @Test
  void theYearlyListSaysThatItIsCountedTwiceAYear() {
    make(late("ta-2", AT.formatted("CHAIRPERSONS_MEETING"), "JDGW-21"));
    get("yearly-lists/2028?unit=JDGW-21")
        .then()
        .rootPath("units[0].items.find { it.obligationId == 'ta-2' }")
        .body("frequency.chinese", equalTo("每次该事项发生时,每半年计一次数"))
        .body("frequency.english", equalTo("each time, at the occasion, counted twice a year"))
        .body("dates.dueOn", contains("2028-06-30", "2028-12-31"))
        .body("dates.tally", everyItem(equalTo(true)))
        .body("marks", hasItem("COUNTED_ONLY"));
    byte[] sheet =
        given().accept("text/csv").get("/api/catalog/yearly-lists/2028?unit=JDGW-21").asByteArray();
    assertThat(new String(sheet, StandardCharsets.UTF_8).lines())
        .filteredOn(row -> row.contains("每半年计一次数"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row).contains(",\"\",\"每次该事项发生时,每半年计一次数\","));
  }

  @Test
  void aListThatIsSentSaysThatNothingIsDue() {
    make(late("ta-2s", AT.formatted("CHAIRPERSONS_MEETING"), "JDGW-21"));
    var sending =
        "{\"id\": \"8f7c7d52-2c1f-4d0e-9d53-9c1b6c7a0e11\", \"year\": 2028, \"unit\": \"JDGW-21\"}";
    String list = post("sent-lists", sending).then().statusCode(201).extract().path("lists[0].id");
    get("sent-lists/" + list)
        .then()
        .rootPath("items.find { it.obligationId == 'ta-2s' }")
        .body("dates.tally", contains(true, true))
        .noRootPath()
        .body("items.find { it.obligationId != 'ta-2s' && it.dates }.dates[0].tally", nullValue());
  }

  @Test
  void aMeetingThatIsEnteredMakesNothingOfItsOwn() {
    post(
            "occasions",
            """
            {"id": "5b0c2c7e-52f8-4a3e-8e0a-5f0d2d5f0b01", "type": "CHAIRPERSONS_MEETING",
             "date": "2027-11-02", "name": "主任会议"}
            """)
        .then()
        .statusCode(201)
        .body("deadlines.appeared", empty())
        .body("deadlines.changed", empty());
  }

  @Test
  void whenATypeBecomesFrequentItsOpenDatesGoAndItIsCountedFromThenOn() {
    post("occasion-types", type(true)).then().statusCode(201);
    post(
            "occasions",
            """
            {"id": "5b0c2c7e-52f8-4a3e-8e0a-5f0d2d5f0b02", "type": "TA_WEEKLY",
             "date": "2028-11-02", "name": "例会"}
            """)
        .then()
        .statusCode(201);
    make(late("ta-3", AT.formatted("TA_WEEKLY"), "JDGW-22"));
    List<String> dated = get("deadlines?obligation=ta-3&status=ACTIVE").path("items.id");
    assertThat(dated).hasSize(1);
    put("occasion-types/TA_WEEKLY", etag("occasion-types/TA_WEEKLY"), type(false))
        .then()
        .statusCode(200)
        .body("deadlines.withdrawn.id", equalTo(dated))
        .body("deadlines.appeared", hasSize(2));
    get("deadlines?obligation=ta-3&status=ACTIVE")
        .then()
        .body("items.period", contains("2028-H1", "2028-H2"));
  }

  private static String duty(String id, String type) {
    return late(id, AT.formatted(type), "JDGW-21").toString();
  }

  private static String type(boolean makesDeadlines) {
    return "{\"id\": \"TA_WEEKLY\", \"name\": \"例会\", \"makesDeadlines\": " + makesDeadlines + "}";
  }
}
