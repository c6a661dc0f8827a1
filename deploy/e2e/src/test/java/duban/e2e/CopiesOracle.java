package duban.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;

/** What one service knows of another's things is what that one says of them. */
final class CopiesOracle {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final List<String> SERVICES = List.of("catalog", "status", "notification");

  private final Whole whole;

  CopiesOracle(Whole whole) {
    this.whole = whole;
  }

  void check() {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              var owned = values("/api/catalog/deadlines", "id", "dueOn");
              assertThat(owned).isNotEmpty();
              assertThat(values("/api/status/progress", "deadlineId", "dueOn")).isEqualTo(owned);
              var effective = values("/api/status/progress", "deadlineId", "effectiveDueOn");
              // The day itself may be that of who handles it too.
              var reminded =
                  values(
                      "/api/notification/reminders?state=PLANNED&step=BEFORE",
                      "deadlineId",
                      "effectiveDueOn");
              assertThat(reminded).isNotEmpty();
              assertThat(effective).containsAllEntriesOf(reminded);
            });
    for (var service : SERVICES) {
      assertThat(whole.all("/api/" + service + "/dead-letters")).as(service).isEmpty();
    }
  }

  private TreeMap<String, String> values(String list, String key, String value) {
    var values = new TreeMap<String, String>();
    whole.all(list).forEach(it -> values.put(it.path(key).asText(), it.path(value).asText()));
    return values;
  }
}
