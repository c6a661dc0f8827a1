package duban.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import duban.status.opening.Closing;
import duban.status.opening.Opening;
import duban.status.progress.Rebuild;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Attendance at frequent meetings: counted, shown, and never late. */
@QuarkusTest
class TallyTest extends StatusTest {

  @Inject Opening opening;
  @Inject Closing closing;
  @Inject Rebuild rebuild;

  @Test
  void each_time_is_recorded_and_its_progress_shows_how_many_and_which_days() throws Exception {
    String id = heard(tally(false));
    untilNothingIsLeft();
    String before = today().minusDays(9).toString();
    String last = today().minusDays(3).toString();
    var first = on(id, 3);
    post(on(id, 9)).statusCode(201);
    post(first)
        .statusCode(201)
        .body("progress.state", equalTo("IN_PROGRESS"))
        .body("progress.light", equalTo("NONE"))
        .body("progress.counted", equalTo(2))
        .body("progress.countedOn", equalTo(List.of(before, last)));
    post(first).statusCode(200).body("progress.countedOn", equalTo(List.of(before, last)));
    get("progress/{id}", id)
        .body("tally", equalTo(true))
        .body("counted", equalTo(2))
        .body("countedOn", equalTo(List.of(before, last)))
        .body("light", equalTo("NONE"))
        .body("required", nullValue())
        .body("balance", nullValue());
    get("progress/{id}?asOf={d}", id, today().minusDays(4))
        .body("countedOn", equalTo(List.of(before)));
    get("progress?obligation={o}&light=NONE", "o-" + id)
        .body("items.deadlineId", equalTo(List.of(id)))
        .body("items[0].countedOn", equalTo(List.of(before, last)));
    Map<String, Object> wrong = event(id, "VOIDED");
    wrong.put("voids", first.get("id"));
    post(wrong).statusCode(201);
    get("progress/{id}", id).body("countedOn", equalTo(List.of(before)));
  }

  @Test
  void it_is_neither_claimed_nor_explained_and_nothing_counts_before_or_after_its_half_year() {
    String id = heard(tally(true));
    post(claim(id))
        .statusCode(409)
        .body("type", containsString("kind-does-not-allow"))
        .body("detail", containsString("closes by itself"))
        .body("allowed", not(hasItem("COMPLETION_CLAIMED")));
    post(explained(id)).statusCode(409).body("type", containsString("kind-does-not-allow"));
    post(on(id, 9)).statusCode(422).body("type", containsString("effective-day-not-possible"));
    post(on(id, 300)).statusCode(422).body("type", containsString("effective-day-not-possible"));
  }

  @Test
  void what_is_never_wanted_of_it_is_refused_before_its_fields_are_asked_for() {
    String id = heard(tally(false));
    String closes = today().plusDays(31).toString();
    long events = number("SELECT count(*) FROM event");
    post(event(id, "VERIFIED"))
        .statusCode(409)
        .body("type", containsString("kind-does-not-allow"))
        .body("detail", containsString("nothing to verify; it closes by itself on " + closes))
        .body("detail", not(containsString("COMPLETION_CLAIMED")))
        .body("allowed", hasItem("COUNTED"));
    post(event(id, "COMPLETION_CLAIMED"))
        .statusCode(409)
        .body("detail", containsString("nothing to claim; it closes by itself on " + closes));
    Map<String, Object> tomorrow = claim(id);
    tomorrow.put("effectiveOn", today().plusDays(1).toString());
    post(tomorrow).statusCode(409);
    post(event(heard(standing()), "VERIFIED")).statusCode(422).body("field", equalTo("outcome"));
    post(event(UUID.randomUUID().toString(), "COMPLETION_CLAIMED")).statusCode(422);
    assertThat(number("SELECT count(*) FROM event")).isEqualTo(events);
  }

  @Test
  void a_day_of_another_half_year_is_sent_to_its_tally() {
    Map<String, Object> running = tally(false);
    String id = heard(running);
    Map<String, Object> last = tally(false);
    last.put("obligationId", running.get("obligationId"));
    last.put("period", "2026-H2");
    last.put("periodFrom", today().minusDays(330).toString());
    last.put("periodTo", today().minusDays(151).toString());
    last.put("dueOn", today().minusDays(151).toString());
    String other = heard(last);
    post(on(id, 200))
        .statusCode(422)
        .body("field", equalTo("effectiveOn"))
        .body("detail", containsString("record it on 2026-H2, deadlineId " + other));
    post(on(other, 100))
        .statusCode(422)
        .body("detail", containsString("record it on 2027-H1, deadlineId " + id));
    post(on(id, 331)).statusCode(422).body("detail", containsString("counts nowhere"));
    post(on(other, 200)).statusCode(201);
  }

  @Test
  void when_its_half_year_is_over_it_closes_once_with_its_number_even_by_two_replicas()
      throws Exception {
    Map<String, Object> over = tally(true);
    String none = heard(over);
    Map<String, Object> other = tally(true);
    other.put("measureId", over.get("measureId"));
    String some = heard(other);
    String running = heard(tally(false));
    post(on(some, 20)).statusCode(201);
    untilNothingIsLeft();
    String ended = over.get("dueOn").toString();
    for (String id : List.of(none, some)) {
      get("progress/{id}", id)
          .body("state", equalTo("CLOSED"))
          .body("light", equalTo("NONE"))
          .body("counted", equalTo(id.equals(some) ? 1 : 0))
          .body("fulfilledOn", nullValue());
      get("history?deadline={d}", id).body("items.type", hasItem("CLOSED"));
      get("progress/{id}?asOf={d}", id, ended).body("state", not(equalTo("CLOSED")));
    }
    assertThat(
            number(
                "SELECT count(*) FROM event WHERE type = 'CLOSED' AND deadline_id IN ('"
                    + none
                    + "', '"
                    + some
                    + "')"))
        .isEqualTo(2);
    get("progress/{id}", running).body("state", equalTo("ASSIGNED"));
    post(on(none, 15))
        .statusCode(201)
        .body("effect", equalTo("EFFECTIVE"))
        .body("progress.state", equalTo("CLOSED"))
        .body("progress.counted", equalTo(1));
    untilNothingIsLeft();
    get("history?deadline={d}", none)
        .body("items.findAll { it.type == 'CLOSED' }.size()", equalTo(1));
  }

  /** As a pod of the release before leaves it behind, which knows no tallies. */
  @Test
  void one_that_was_taken_for_open_again_is_reckoned_anew() throws Exception {
    String id = heard(tally(true));
    untilNothingIsLeft();
    text(
        "UPDATE progress SET state = 'IN_PROGRESS' WHERE deadline_id = '"
            + id
            + "' RETURNING state");
    closing.round();
    rebuild.round();
    get("progress/{id}", id).body("state", equalTo("CLOSED"));
    get("history?deadline={d}", id)
        .body("items.findAll { it.type == 'CLOSED' }.size()", equalTo(1));
  }

  @Test
  void one_that_is_withdrawn_is_not_closed() throws Exception {
    Map<String, Object> gone = tally(true);
    gone.put("status", "WITHDRAWN");
    String id = heard(gone);
    untilNothingIsLeft();
    get("progress/{id}", id).body("state", equalTo("WITHDRAWN"));
  }

  /** Each of two replicas works until nothing is left. */
  private void untilNothingIsLeft() throws Exception {
    Callable<Boolean> rounds =
        () -> {
          while (opening.round() || closing.round()) {
            // until nothing is left
          }
          return true;
        };
    var replicas = Executors.newFixedThreadPool(2);
    try {
      for (var done : replicas.invokeAll(List.of(rounds, rounds))) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      replicas.shutdownNow();
    }
    rounds.call();
  }

  /** Of the running half-year, or of one that ended ten days ago. */
  private Map<String, Object> tally(boolean over) {
    Map<String, Object> owed = window();
    String last = today().plusDays(over ? -10 : 30).toString();
    owed.put("kind", "EACH_TIME");
    owed.put("obligationId", "o-" + owed.get("id"));
    owed.put("tally", true);
    owed.put("occasionType", "CHAIRPERSONS_MEETING");
    owed.put("timing", "AT");
    owed.put("afterDue", "EXPLAIN");
    owed.remove("required");
    owed.put("conditions", List.of());
    owed.put("period", "2027-H1");
    owed.put("periodFrom", today().minusDays(150).toString());
    owed.put("opensOn", today().minusDays(150).toString());
    owed.put("periodTo", last);
    owed.put("dueOn", last);
    return owed;
  }

  private Map<String, Object> on(String id, int daysAgo) {
    Map<String, Object> counted = event(id, "COUNTED");
    counted.put("effectiveOn", today().minusDays(daysAgo).toString());
    return counted;
  }
}
