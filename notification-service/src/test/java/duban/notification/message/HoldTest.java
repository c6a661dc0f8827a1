package duban.notification.message;

import static duban.notification.Year2027.at;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import duban.notification.RunningService;
import duban.notification.Year2027;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HoldTest extends RunningService {

  @Inject Grouping grouping;
  @Inject Delivery delivery;

  @BeforeEach
  void something() {
    feed.calendar()
        .unit("QZF-BM-01", "区发展改革委", "DEPARTMENT", null)
        .deadline(Year2027.report("QZF-BM-01", "区发展改革委"))
        .read();
    plan("2027-10-25T09:29:10");
  }

  private void round(String now) {
    grouping.round(at(now));
    while (delivery.round(at(now))) {
      // until the box is empty
    }
  }

  private static void release(boolean released) {
    edit("/api/notification/release", "{'released':" + released + ",'reason':'张某某'}")
        .statusCode(200)
        .body("released", equalTo(released));
  }

  private static void heldFor(String reason) {
    given()
        .get("/api/notification/reminders?state=HELD")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items.reason", everyItem(equalTo(reason)));
  }

  @Test
  void nothingLeavesBeforeItIsReleased() {
    release(false);
    round("2027-10-25T09:30:30");
    heldFor("NOT_RELEASED");
    given().get("/api/notification/next").then().body("held", equalTo("NOT_RELEASED"));
    assertThat(mail.received()).isEmpty();
    release(true);
    round("2027-10-25T09:35:30");
    assertThat(mail.received()).hasSize(1);
    assertThat(mail.received().get(0).text()).as("it still goes on its day").doesNotContain("暂停");
  }

  @Test
  void theSwitchStopsEverythingAtAnyTime() {
    grouping.round(at("2027-10-25T09:30:30"));
    release(false);
    round("2027-10-25T09:31:30");
    assertThat(mail.received()).isEmpty();
    release(true);
    round("2027-10-25T09:32:30");
    assertThat(mail.received()).hasSize(1);
  }

  @Test
  void nothingLeavesOnStaleKnowledge() {
    sql(
        "UPDATE consumed SET heard_at = clock_timestamp() - interval '11 minutes' WHERE topic = 'duban.progress'");
    round("2027-10-25T09:30:30");
    heldFor("STALE");
    assertThat(mail.received()).isEmpty();
    feed.heartbeats();
    round("2027-10-25T09:31:30");
    assertThat(mail.received()).hasSize(1);
  }
}
