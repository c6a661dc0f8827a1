package duban.notification.message;

import static duban.notification.Year2027.at;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.chassis.json.Json;
import duban.notification.MailServer;
import duban.notification.RunningService;
import duban.notification.Year2027;
import duban.notification.deadline.Deadline;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A unit ended: the catalog gives its open deadline to the successor, under the same id. */
@QuarkusTest
class SuccessorTest extends RunningService {
  private static final String ENDED = "QZF-BM-01";
  private static final String SUCCESSOR = "QZF-BM-02";
  private static final Deadline OWED = Year2027.report(ENDED, "区发展改革委");

  @Inject Grouping grouping;
  @Inject Delivery delivery;

  @BeforeEach
  void something() {
    feed.calendar()
        .unit(ENDED, "区发展改革委", "DEPARTMENT", null)
        .unit(SUCCESSOR, "区数据局", "DEPARTMENT", null)
        .unit("RDCWH-BG", "区人大常委会办公室", "INTERNAL", null)
        .deadline(OWED)
        .read();
    plan("2027-10-25T09:29:10");
  }

  private void succeeded() throws JsonProcessingException {
    ObjectNode now = Json.contract().valueToTree(OWED);
    now.put("version", 2).set("unit", Json.contract().valueToTree(Year2027.ref(SUCCESSOR, "区数据局")));
    byte[] body = Json.contract().writeValueAsBytes(now);
    feed.raw("duban.deadlines", OWED.id(), "duban.deadline.v1", body).read();
  }

  private void send(String now) {
    grouping.round(at(now));
    while (delivery.round(at(now))) {
      // until the box is empty
    }
  }

  private static List<String> reminders(String filter, String field) {
    return given()
        .get("/api/notification/reminders?limit=500&deadline=" + OWED.id() + "&" + filter)
        .then()
        .statusCode(200)
        .extract()
        .path("items." + field);
  }

  private List<String> told() {
    return mail.received().stream().map(MailServer.Received::to).toList();
  }

  @Test
  void whatIsToComeIsPlannedForTheSuccessorAndNothingForWhoEnded() throws Exception {
    var steps = reminders("state=PLANNED", "collect { it.step + it.channel + it.dueAt }");
    assertThat(steps).contains("DUEEMAIL2027-10-29T01:30:00Z").anyMatch(it -> it.contains("STAFF"));
    succeeded();
    plan("2027-10-25T09:29:40");
    assertThat(reminders("state=PLANNED", "collect { it.step + it.channel + it.dueAt }"))
        .containsExactlyInAnyOrderElementsOf(steps);
    assertThat(reminders("state=PLANNED", "unit")).containsOnly(SUCCESSOR);
    assertThat(reminders("state=PLANNED&channel=EMAIL", "recipient")).containsOnly(SUCCESSOR);
    assertThat(reminders("state=PLANNED&channel=LETTER", "recipient")).containsOnly(SUCCESSOR);
    assertThat(reminders("state=PLANNED&unit=" + ENDED, "id")).isEmpty();
  }

  @Test
  void whoReceivesForBothIsRemindedInThePlaceOfTheSuccessor() throws Exception {
    sql("DELETE FROM contact");
    json("{'id':'li','name':'李某某','email':'li@chaoyang.example','units':['QZF-BM-01','QZF-BM-02']}")
        .post("/api/notification/contacts")
        .then()
        .statusCode(201);
    plan("2027-10-25T09:29:20");
    var ids = reminders("recipient=li&state=PLANNED", "id");
    assertThat(ids).isNotEmpty();
    succeeded();
    plan("2027-10-25T09:29:40");
    assertThat(reminders("recipient=li&state=PLANNED", "id")).isEqualTo(ids);
    assertThat(reminders("recipient=li&state=PLANNED", "unit")).containsOnly(SUCCESSOR);
  }

  @Test
  void aNoticeThatWasGatheredAndHasNotLeftGoesToTheSuccessorAlone() throws Exception {
    grouping.round(at("2027-10-25T09:30:30"));
    assertThat(sql("SELECT recipient FROM message WHERE state = 'READY'")).containsExactly(ENDED);
    succeeded();
    send("2027-10-25T09:30:40");
    assertThat(told()).as("before it is planned again").isEmpty();
    plan("2027-10-25T09:31:00");
    send("2027-10-25T09:31:30");
    assertThat(told()).containsExactly("qzf-bm-02@chaoyang.example");
    assertThat(mail.received().get(0).text()).contains("区数据局").doesNotContain("区发展改革委");
    assertThat(sql("SELECT recipient || state FROM message")).containsExactly(SUCCESSOR + "SENT");
  }

  @Test
  void whatWasSaidToWhoEndedIsNotSaidAgainAndTheNextStepGoesToTheSuccessor() throws Exception {
    send("2027-10-25T09:30:30");
    assertThat(told()).containsExactly("qzf-bm-01@chaoyang.example");
    succeeded();
    plan("2027-10-25T09:31:00");
    send("2027-10-25T09:31:30");
    assertThat(told()).hasSize(1);
    assertThat(reminders("state=SENT", "unit")).containsExactly(ENDED);
    sql("UPDATE sender SET ticked_at = '2027-10-29T01:29:00Z'");
    send("2027-10-29T09:30:30");
    assertThat(told()).containsExactly("qzf-bm-01@chaoyang.example", "qzf-bm-02@chaoyang.example");
  }

  @Test
  void aLetterThatAwaitedItsSignatureIsDraftedForTheSuccessor() throws Exception {
    String waiting = "channel=LETTER&state=AWAITING_SIGNATURE";
    grouping.round(at("2027-11-05T09:30:30"));
    assertThat(reminders(waiting, "unit")).containsExactly(ENDED);
    succeeded();
    plan("2027-11-05T09:31:00");
    grouping.round(at("2027-11-05T09:31:30"));
    assertThat(reminders(waiting, "unit")).containsExactly(SUCCESSOR);
    assertThat(reminders(waiting, "recipient")).containsExactly(SUCCESSOR);
  }
}
