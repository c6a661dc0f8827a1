package duban.notification.message;

import static duban.notification.Year2027.at;

import duban.notification.RunningService;
import duban.notification.Year2027;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** Nine departments whose notices are due on a Monday morning. */
abstract class NineOffices extends RunningService {

  static final Instant NOW = at("2027-10-25T09:30:30");

  @Inject Grouping grouping;
  @Inject Delivery delivery;
  @Inject Recording recording;

  @BeforeEach
  void something() {
    feed.calendar();
    for (int number = 1; number <= 9; number++) {
      var code = "QZF-BM-0" + number;
      feed.unit(code, "第" + number + "局", "DEPARTMENT", null)
          .deadline(Year2027.report(code, "第" + number + "局"));
    }
    feed.read();
    plan("2027-10-25T09:29:10");
  }

  void deliver() {
    while (delivery.round(NOW)) {
      // until the box is empty
    }
  }

  static void onlyOne() {
    sql("UPDATE reminder SET state = 'CANCELLED' WHERE unit <> 'QZF-BM-01'");
  }

  static void comesRound() {
    sql(
        "UPDATE message SET next_attempt_at = clock_timestamp() WHERE state IN ('READY', 'IN_DOUBT')");
  }

  static List<String> carried() {
    return sql("SELECT concat_ws(' ', state, reason) FROM reminder WHERE message_id IS NOT NULL");
  }

  static String state() {
    return String.join(",", sql("SELECT DISTINCT state FROM message"));
  }
}
