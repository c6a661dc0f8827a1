package duban.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HttpTest extends RunningService {

  @BeforeEach
  void something() {
    feed.calendar()
        .unit("XRD-01", "南磨房乡人大", "GUIDED", "XRD-ZXT-01")
        .unit("XRD-ZXT-01", "南磨房乡人大主席团", "GUIDED", null)
        .deadline(Year2027.sessions())
        .deadline(Year2027.report("QZF-BM-99", "某局"))
        .read();
    plan("2027-10-25T09:29:10");
  }

  private static ValidatableResponse get(String path) {
    return given().get("/api/notification/" + path).then();
  }

  @Test
  void remindersAreFilteredAndPagedByTheMomentTheyLeave() {
    get("reminders?recipient=XRD-ZXT-01&state=PLANNED&from=2027-11-01T00:00:00Z")
        .statusCode(200)
        .body("items.step", equalTo(java.util.List.of("LATEST_START", "BEFORE", "AFTER")))
        .body("items[0].dueAt", equalTo("2027-11-29T01:30:00Z"))
        .body("items[0].stepOn", equalTo("2027-12-03"))
        .body("next", nullValue());
    var seen = new ArrayList<String>();
    var after = "";
    do {
      var page = get("reminders?limit=3&after=" + after).statusCode(200).extract().jsonPath();
      seen.addAll(page.getList("items.id"));
      after = page.getString("next");
    } while (after != null);
    assertThat(seen).doesNotHaveDuplicates().hasSameSizeAs(sql("SELECT id FROM reminder"));
    get("reminders?reason=NO_CONTACT").body("items.unit", everyItem(equalTo("QZF-BM-99")));
    get("reminders?deadline=o-120a-XRD-01&step=PACE").body("items", hasSize(2));
  }

  @Test
  void whyItComesIsExplained() {
    var id = get("reminders?step=LATEST_START").extract().jsonPath().getString("items[0].id");
    get("reminders/" + id).statusCode(200).body("unit", equalTo("XRD-01"));
    get("reminders/" + id + "/explanation")
        .statusCode(200)
        .body("obligation.quote", equalTo("每年至少召开2次"))
        .body("policy.id", equalTo("quota"))
        .body("policy.scope", equalTo("ALL"))
        .body("sentence", containsString("依据提示规则“quota”(适用于全部)"))
        .body("calendar.version", equalTo(1))
        .body("calendar.provisional", equalTo(true))
        .body("dates.effectiveDueOn", equalTo("2027-12-31"))
        .body("sentence", containsString("最迟启动日为2027年12月3日,随2027年11月29日9时30分的工作提示发出"))
        .body("english", containsString("goes with the notice of"));
  }

  @Test
  void theNextBatchIsForetold() {
    get("next")
        .statusCode(200)
        .body("at", equalTo("2027-10-25T01:30:00Z"))
        .body("recipients", equalTo(1))
        .body("held", nullValue());
  }

  private void contact(String id) {
    json("{'id':'%s','name':'李某某','email':'li@chaoyang.example','units':['QZF-BM-99']}"
            .formatted(id))
        .post("/api/notification/contacts")
        .then()
        .statusCode(201);
    plan("2027-11-02T10:00:00");
  }

  private static List<String> mails(String recipient) {
    return sql(
        "SELECT step || ' ' || state || coalesce(' ' || reason, '') FROM reminder WHERE recipient = '"
            + recipient
            + "' AND deadline_id = 'o-039-QZF-BM-99' AND channel = 'EMAIL' ORDER BY step_on");
  }

  @Test
  void aContactThatComesLaterIsToldOnlyTheNewestStepThatWentBy() {
    feed.unit("QZF-BM-99", "某局", "DEPARTMENT", null).read();
    contact("li");
    assertThat(mails("li"))
        .containsExactly(
            "LEAD SKIPPED ENTERED_LATE",
            "BEFORE SKIPPED ENTERED_LATE",
            "DUE SKIPPED ENTERED_LATE",
            "AFTER PLANNED");
    plan("2027-11-02T10:01:00");
    sql("UPDATE reminder SET state = 'SENT' WHERE recipient = 'li' AND state = 'PLANNED'");
    contact("wang");
    assertThat(mails("wang")).as("the unit was told").allMatch(it -> it.contains("SKIPPED"));
    sql("INSERT INTO to_plan (deadline_id) VALUES (NULL)");
    plan("2027-11-02T10:02:00");
    assertThat(mails("wang")).as("planned again").allMatch(it -> it.contains("SKIPPED"));
    assertThat(sql("SELECT state FROM reminder WHERE recipient = 'wang' AND channel = 'LETTER'"))
        .as("its day is still to come")
        .contains("PLANNED");
  }

  @Test
  void badInputIsRefusedWithWhatWouldBeRight() {
    get("reminders?state=SOON")
        .statusCode(400)
        .body("detail", containsString("AWAITING_SIGNATURE"));
    get("reminders?from=tomorrow").statusCode(400).contentType("application/problem+json");
    get("reminders?after=zzz").statusCode(400);
    get("reminders/abc").statusCode(400);
    get("reminders/123e4567-e89b-42d3-a456-426614174000").statusCode(404);
    get("messages?day=2027-02-30").statusCode(400);
  }
}
