package duban.notification.message;

import static duban.notification.Year2027.at;
import static duban.notification.Year2027.day;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import duban.chassis.calendar.CalendarYear;
import duban.chassis.calendar.LocalDays;
import duban.notification.Feed;
import duban.notification.RunningService;
import duban.notification.Year2027;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two offices, of which one lies below a unit with days of its own. */
@QuarkusTest
class LocalDaysTest extends RunningService {

  private static final Map<LocalDate, String> NONE = Map.of();
  private static final Map<LocalDate, String> MONDAY = Map.of(day("2027-10-18"), "选举日");

  /** Never one that was read before: by it a calendar is known that was parsed. */
  private static long version = 100;

  @Inject Grouping grouping;
  @Inject Delivery delivery;

  @BeforeEach
  void twoOffices() {
    feed.unit("QZF", "BODY", "PEER", "", "")
        .unit("QZF-BM-01", "BODY", "DEPARTMENT", "QZF", "")
        .unit("QZF-BM-02", "BODY", "DEPARTMENT", "", "")
        .deadline(Year2027.report("QZF-BM-01", "区发展改革委"))
        .deadline(Year2027.report("QZF-BM-02", "区教委"));
  }

  private void local(Map<LocalDate, String> off, Map<LocalDate, String> silent) {
    var year =
        CalendarYear.announced(2027, Map.of(), Map.of())
            .at(++version)
            .with(List.of(new LocalDays("QZF", off, silent)));
    feed.raw("duban.calendars", "2027", "duban.calendar.v1", Feed.json(year)).read();
    plan("2027-10-11T10:00:00");
  }

  private static List<String> before(String field) {
    return sql(
        "SELECT unit || ' ' || "
            + field
            + " FROM reminder WHERE step = 'BEFORE' AND channel = 'EMAIL' ORDER BY unit");
  }

  private static List<String> leaves() {
    return before("to_char(due_at AT TIME ZONE 'Asia/Shanghai', 'MM-DD HH24:MI')");
  }

  private void round(String at) {
    grouping.round(at(at));
    while (delivery.round(at(at))) {
      // until the box is empty
    }
  }

  private static List<String> sent() {
    return sql("SELECT recipient || ' ' || day FROM message WHERE state = 'SENT' ORDER BY 1");
  }

  @Test
  void aNoticeWaitsForTheNextDayOnWhichItsRecipientIsSentSomething() {
    local(NONE, MONDAY);
    assertThat(leaves()).containsExactly("QZF-BM-01 10-19 09:30", "QZF-BM-02 10-18 09:30");
    round("2027-10-18T09:30:30");
    assertThat(sent()).containsExactly("QZF-BM-02 2027-10-18");
    round("2027-10-19T09:30:30");
    assertThat(sent()).containsExactly("QZF-BM-01 2027-10-19", "QZF-BM-02 2027-10-18");
  }

  @Test
  void itIsExplainedWhyItWaits() {
    local(NONE, MONDAY);
    explained("QZF-BM-01")
        .body("sentence", containsString("所在单位2027年10月18日(选举日)不发送,顺延"))
        .body("english", containsString("sent nothing on 2027-10-18 (选举日)"))
        .body("reminder.state", equalTo("PLANNED"));
    assertThat(explained("QZF-BM-02").extract().asString()).doesNotContain("选举日");
  }

  private static io.restassured.response.ValidatableResponse explained(String unit) {
    var id =
        sql("SELECT id FROM reminder WHERE step = 'BEFORE' AND channel = 'EMAIL' AND unit = '"
                + unit
                + "'")
            .get(0);
    return given().get("/api/notification/reminders/" + id + "/explanation").then().statusCode(200);
  }

  @Test
  void aChangeOfTheDaysPlansAgain() {
    local(NONE, NONE);
    assertThat(before("step_on")).containsExactly("QZF-BM-01 2027-10-22", "QZF-BM-02 2027-10-22");
    local(Map.of(day("2027-10-18"), "区庆", day("2027-10-27"), "区庆"), NONE);
    assertThat(before("step_on")).containsExactly("QZF-BM-01 2027-10-21", "QZF-BM-02 2027-10-22");
    assertThat(leaves()).containsExactly("QZF-BM-01 10-19 09:30", "QZF-BM-02 10-18 09:30");
    local(NONE, NONE);
    assertThat(leaves()).containsExactly("QZF-BM-01 10-18 09:30", "QZF-BM-02 10-18 09:30");
  }

  @Test
  void whatIsReadyWaitsTooAndThenSaysWhatIsTrue() {
    local(NONE, NONE);
    grouping.round(at("2027-10-18T09:30:30"));
    local(NONE, MONDAY);
    round("2027-10-18T09:31:00");
    assertThat(sent()).containsExactly("QZF-BM-02 2027-10-18");
    feed.progress("o-039-QZF-BM-01", 2, "CLAIMED", 1, 1).read();
    plan("2027-10-18T15:00:00");
    round("2027-10-19T09:30:30");
    assertThat(sent()).containsExactly("QZF-BM-02 2027-10-18");
  }

  @Test
  void daysOverdueAreTheWorkingDaysOfTheUnit() {
    local(Map.of(day("2027-11-01"), "区庆", day("2027-11-02"), "区庆"), NONE);
    round("2027-11-01T09:30:30");
    round("2027-11-03T09:30:30");
    assertThat(sent()).containsExactly("QZF-BM-01 2027-11-03", "QZF-BM-02 2027-11-01");
    assertThat(sql("SELECT text FROM message WHERE recipient = 'QZF-BM-01'").get(0))
        .contains("逾期1个工作日");
  }

  @Test
  void theNextBatchIsOfThoseWhoAreSentSomething() {
    local(NONE, Map.of(day("2027-10-25"), "选举日"));
    plan("2027-10-25T06:00:00");
    given()
        .get("/api/notification/next")
        .then()
        .statusCode(200)
        .body("recipients", equalTo(1))
        .body("at", equalTo("2027-10-25T01:30:00Z"));
  }
}
