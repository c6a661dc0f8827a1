package duban.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import duban.chassis.backbone.TestTopics;
import duban.chassis.json.Json;
import duban.status.progress.Rebuild;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProgressTest extends StatusTest {

  @Inject Rebuild rebuild;

  @Test
  void a_deadline_that_is_heard_of_is_shown_and_told_of_at_once() throws Exception {
    String id = heard(window());
    get("progress/{id}", id)
        .statusCode(200)
        .body("version", equalTo(1))
        .body("state", equalTo("NOT_OPEN"))
        .body("stateName", equalTo("未启动"))
        .body("unit.code", equalTo("QZF-BM-01"))
        .body("balance", equalTo("0 of 1"));
    assertThat(told(id)).containsExactly("1 NOT_OPEN 0");
  }

  @Test
  void only_what_changes_is_told_again() throws Exception {
    String id = heard(window());
    post(counted(id, "laws", 1)).statusCode(201);
    post(event(id, "CHECKED")).statusCode(201);
    assertThat(told(id)).containsExactly("1 NOT_OPEN 0", "2 IN_PROGRESS 1");
  }

  @Test
  void a_date_given_anew_is_taken_over_and_an_older_snapshot_is_not() {
    Map<String, Object> owed = window();
    String id = heard(owed);
    owed.put("version", 3);
    owed.put("dueOn", today().plusDays(50).toString());
    heard(owed);
    owed.put("version", 2);
    owed.put("dueOn", today().plusDays(5).toString());
    heard(owed);
    get("progress/{id}", id)
        .body("effectiveDueOn", equalTo(today().plusDays(50).toString()))
        .body("version", equalTo(2));
  }

  @Test
  void stored_progress_can_be_thrown_away_and_computed_again() throws Exception {
    String id = heard(checkpoint("PLAN_HEARD", true));
    post(event(id, "PLAN_HEARD")).statusCode(201);
    Map<String, Object> rating = event(id, "RATED");
    rating.put("rating", "DISSATISFIED");
    post(rating).statusCode(201);
    String counting = heard(window());
    post(counted(counting, "laws", 2)).statusCode(201);
    String columns =
        "SELECT string_agg(concat_ws(' ', deadline_id, state, counted, required, effective_due_on,"
            + " due_from, fulfilled_on), ';' ORDER BY deadline_id) FROM progress";
    String before = text(columns);
    assertThat(before).contains("REWORK", id);
    long version = number("SELECT version FROM progress WHERE deadline_id = '" + id + "'");

    try (var connection = owner();
        var throwAway = connection.createStatement()) {
      throwAway.execute("UPDATE progress SET counted = 99 WHERE deadline_id <> '" + id + "'");
      throwAway.execute("DELETE FROM progress WHERE deadline_id = '" + id + "'");
    }
    rebuild.all();
    while (rebuild.round()) {
      // until nothing is left
    }
    assertThat(text(columns)).isEqualTo(before);
    assertThat(number("SELECT version FROM progress WHERE deadline_id = '" + id + "'"))
        .isGreaterThanOrEqualTo(version);
  }

  @Test
  void the_list_is_filtered_by_its_columns_and_read_page_by_page() {
    String measure = "measure-" + UUID.randomUUID();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Map<String, Object> owed = window();
      owed.put("measureId", measure);
      owed.put("dueOn", today().plusDays(i % 2 == 0 ? 30 : 3).toString());
      owed.put("unit", Map.of("id", "unit-" + i, "code", "code-" + i, "name", "单位"));
      ids.add(heard(owed));
    }
    assertThat(pages("progress?measure=" + measure + "&limit=2"))
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(pages("progress?measure=" + measure + "&light=YELLOW&limit=1"))
        .containsExactlyInAnyOrder(ids.get(1), ids.get(3));
    get("progress?measure={m}&unit=code-2", measure)
        .body("items.deadlineId", equalTo(List.of(ids.get(2))));
    get("progress?measure={m}&unit=unit-2", measure).body("items", hasSize(1));
    get("progress?measure={m}&unit=nobody", measure).statusCode(400);
    get("progress?measure={m}&q=法律法规", measure).body("items", hasSize(5));
    get("progress?measure={m}&q=100%", measure).body("items", hasSize(0));
    get("progress?measure={m}&to={d}", measure, today().plusDays(3)).body("items", hasSize(2));
    get("progress?measure={m}&from={d}", measure, today().plusDays(4)).body("items", hasSize(3));
    get("progress?measure={m}&state=CLOSED", measure).body("items", hasSize(0));
    get("progress?measure={m}&kind=WINDOW&period=2027&obligation=o-039", measure)
        .body("items", hasSize(5));
  }

  private List<String> pages(String path) {
    List<String> ids = new ArrayList<>();
    String next = "";
    do {
      var answer = get(path + (next.isEmpty() ? "" : "&after=" + next)).statusCode(200).extract();
      ids.addAll(answer.path("items.deadlineId"));
      next = answer.path("next") == null ? "" : answer.path("next");
    } while (!next.isEmpty());
    return ids;
  }

  @Test
  void what_was_true_and_what_was_known_are_two_questions() throws Exception {
    String id = heard(window());
    Map<String, Object> late = counted(id, "laws", 1);
    late.put("effectiveOn", today().minusDays(5).toString());
    Instant before = clock.now();
    post(late).statusCode(201);
    get("progress/{id}?asOf={day}", id, today().minusDays(6)).body("counted", equalTo(0));
    get("progress/{id}?asOf={day}", id, today().minusDays(5))
        .body("counted", equalTo(1))
        .body("version", nullValue());
    String known =
        get("progress/{id}?knownAt={m}", id, before)
            .body("counted", equalTo(0))
            .extract()
            .asString();
    post(event(id, "CHECKED")).statusCode(201);
    assertThat(get("progress/{id}?knownAt={m}", id, before).extract().asString()).isEqualTo(known);
    get("progress/{id}?asOf={day}", id, today().plusDays(1)).statusCode(400);
  }

  @Test
  void what_is_asked_of_a_superior_is_to_be_arranged() {
    String unit = "U-" + UUID.randomUUID();
    send(
        "duban.units",
        unit,
        "duban.unit.v1",
        json(Map.of("id", unit, "version", 1, "code", unit, "name", "区委", "relation", "SUPERIOR"))
            .getBytes(StandardCharsets.UTF_8));
    roundsUntil("SELECT count(*) FROM snapshot WHERE key = '" + unit + "'", 1);
    Map<String, Object> owed = window();
    owed.put("unit", Map.of("id", unit, "code", unit, "name", "区委"));
    get("progress/{id}", heard(owed))
        .body("light", equalTo("TO_ARRANGE"))
        .body("lightName", equalTo("待安排"));
    get("progress?light=TO_ARRANGE").body("items.unit.id", hasItem(unit));
  }

  private List<String> told(String id) throws Exception {
    relayed();
    List<String> told = new ArrayList<>();
    for (var record : TestTopics.read("duban.progress")) {
      if (id.equals(record.key())) {
        var body = Json.contract().readTree(record.value());
        told.add(
            body.get("version") + " " + body.get("state").asText() + " " + body.get("counted"));
      }
    }
    return told;
  }
}
