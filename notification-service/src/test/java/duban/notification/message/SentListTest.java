package duban.notification.message;

import static duban.notification.Year2027.at;
import static io.restassured.RestAssured.given;

import duban.notification.RunningService;
import duban.notification.YearlyListOf;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of lists that are sent to one department share. */
abstract class SentListTest extends RunningService {

  static final Instant NOW = at("2027-10-25T09:30:30");

  final YearlyListOf list = YearlyListOf.of("QZF-BM-03", "区科技和信息化局");
  @Inject Grouping grouping;
  @Inject Delivery delivery;

  @BeforeEach
  void oneDepartment() {
    feed.calendar()
        .unit("QZF", "BODY", "PEER", "", "")
        .unit("QZF-BM-03", "BODY", "DEPARTMENT", "QZF", "")
        .unit("RDCWH-BG", "区人大常委会办公室", "INTERNAL", null)
        .read();
    sql("UPDATE contact SET name = '李某某' WHERE id = 'QZF-BM-03'");
  }

  void round(Instant now) {
    while (planner.round(now)) {
      // until nothing waits, for what waits may be about anybody
    }
    grouping.round(now);
    while (delivery.round(now)) {
      // until the box is empty
    }
  }

  static ValidatableResponse messages(String query) {
    return given().get("/api/notification/messages?kind=LIST" + query).then().statusCode(200);
  }

  static List<String> rows() {
    return sql("SELECT concat_ws(' ', recipient, state, reason) FROM message ORDER BY 1");
  }

  static void comesRound() {
    sql(
        "UPDATE message SET next_attempt_at = clock_timestamp() WHERE next_attempt_at < 'infinity'");
  }
}
