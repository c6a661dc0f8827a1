package duban.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duban.chassis.backbone.TestTopics;
import duban.status.opening.Opening;
import duban.status.progress.Rebuild;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LostCopyTest extends StatusTest {

  private static final String PROGRESS =
      "SELECT string_agg(p::text, ';' ORDER BY deadline_id) FROM progress p";
  private static final String DEADLINES =
      "SELECT string_agg(d::text, ';' ORDER BY id) FROM deadline d";

  @Inject Opening opening;
  @Inject Rebuild rebuild;

  @Test
  void copies_that_were_lost_come_back_and_nobody_is_told_anything() throws Exception {
    Map<String, Object> moved = window();
    String id = heard(moved);
    post(counted(id, "laws", 1)).statusCode(201);
    // Whoever reads this again passes by a date that holds no more, and by an open window.
    moved.put("version", 2);
    moved.put("dueOn", today().plusDays(50).toString());
    heard(moved);
    Map<String, Object> later = window();
    String postponed = heard(later);
    later.put("version", 2);
    later.put("opensOn", today().plusDays(1).toString());
    heard(later);
    everythingDone();
    String list = get("progress?unit=QZF-BM-01&limit=500").extract().asString();
    assertThat(list).contains(id, postponed, today().plusDays(50).toString());
    String progress = text(PROGRESS);
    String deadlines = text(DEADLINES);
    long events = number("SELECT count(*) FROM event");
    int told = told();

    try (var owner = owner();
        var lose = owner.createStatement()) {
      owner.setAutoCommit(false);
      lose.execute("TRUNCATE snapshot, deadline, measure, unit, yearly_list, listed_deadline");
      lose.execute("DELETE FROM consumed");
      owner.commit();
    }
    assertThat(get("progress?measure={m}", moved.get("measureId")).extract().asString())
        .doesNotContain(id);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              inbox.round();
              opening.round();
              rebuild.round();
              return inbox.caughtUp() && number("SELECT count(*) FROM deadline") > 0;
            });
    everythingDone();

    assertThat(text(DEADLINES)).isEqualTo(deadlines);
    assertThat(text(PROGRESS)).isEqualTo(progress);
    assertThat(get("progress?unit=QZF-BM-01&limit=500").extract().asString()).isEqualTo(list);
    assertThat(number("SELECT count(*) FROM event")).isEqualTo(events);
    assertThat(told()).isEqualTo(told);
  }

  @Test
  void progress_that_was_lost_is_computed_by_itself() throws Exception {
    String id = heard(window());
    post(counted(id, "laws", 1)).statusCode(201);
    String before = get("progress/{id}", id).extract().asString();
    try (var owner = owner();
        var lose = owner.createStatement()) {
      lose.execute("DELETE FROM progress WHERE deadline_id = '" + id + "'");
    }
    everythingDone();
    assertThat(get("progress/{id}", id).extract().asString()).isEqualTo(before);
  }

  @Test
  void what_happens_while_progress_is_lost_is_told_with_a_version_of_its_own() throws Exception {
    String id = heard(window());
    post(counted(id, "laws", 1)).statusCode(201);
    int before = get("progress/{id}", id).extract().path("version");
    try (var owner = owner();
        var lose = owner.createStatement()) {
      lose.execute("DELETE FROM progress WHERE deadline_id = '" + id + "'");
    }
    post(event(id, "CHECKED")).statusCode(201);
    everythingDone();
    assertThat((int) get("progress/{id}", id).extract().path("version")).isGreaterThan(before);
  }

  private void everythingDone() throws Exception {
    caughtUp();
    while (opening.round() || rebuild.round()) {
      // until nothing is left
    }
    relayed();
  }

  private static int told() {
    return TestTopics.read("duban.progress").stream()
            .filter(it -> TestTopics.type(it).equals("duban.progress.v1"))
            .toList()
            .size()
        + TestTopics.read("duban.implementation").size();
  }
}
