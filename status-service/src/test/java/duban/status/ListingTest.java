package duban.status;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ListingTest extends StatusTest {

  @Test
  void a_group_means_its_members_in_every_list() {
    String mark = UUID.randomUUID().toString();
    String group = "G-" + mark;
    unit(group, List.of("U1-" + mark, "U2-" + mark));
    String first = owedBy("U1-" + mark, "m-" + mark);
    String second = owedBy("U2-" + mark, "m-" + mark);
    String other = owedBy("U3-" + mark, "m-" + mark);
    get("progress?unit={g}", group).body("items.deadlineId", containsInAnyOrder(first, second));
    get("progress?unit={u}", "U3-" + mark).body("items.deadlineId", equalTo(List.of(other)));
    post(event(first, "CHECKED")).statusCode(201);
    post(event(second, "PROGRESS_REPORTED")).statusCode(201);
    post(event(other, "CHECKED")).statusCode(201);
    get("events?unit={g}", group)
        .body("items.type", equalTo(List.of("CHECKED", "PROGRESS_REPORTED")));
    get("events?unit={g}&type=CHECKED", group).body("items.deadlineId", equalTo(List.of(first)));
    get("events?measure={m}", "m-" + mark).body("items", hasSize(3));
    get("events?unit=nobody").statusCode(400).body("detail", startsWith("unit is 'nobody'"));
  }

  @Test
  void conference_topic_and_words_of_the_measure_find_its_deadlines_and_events() {
    String mark = UUID.randomUUID().toString();
    String measure = "m-" + mark;
    String text = "探索建立“双随机”机制" + mark + "，全覆盖𠮷";
    measure(measure, "K-" + mark, "T-" + mark, text);
    String id = owedBy("U-" + mark, measure);
    post(event(id, "CHECKED")).statusCode(201);
    for (String filter : List.of("conference=K-" + mark, "topic=T-" + mark, "q=机制" + mark)) {
      get("progress?" + filter).body("items.deadlineId", equalTo(List.of(id)));
      get("events?" + filter).body("items.deadlineId", equalTo(List.of(id)));
    }
    get("progress?topic=T-none").statusCode(400).body("detail", startsWith("topic is 'T-none'"));
    get("events?conference=1999").statusCode(400);
  }

  @Test
  void events_are_listed_in_the_order_of_recording_page_by_page() {
    Map<String, Object> owed = window();
    String id = heard(owed);
    for (int i = 0; i < 5; i++) {
      Map<String, Object> event = event(id, "CHECKED");
      event.put("effectiveOn", today().minusDays(5 - i).toString());
      post(event).statusCode(201);
    }
    List<Integer> seqs = new ArrayList<>();
    String next = "";
    do {
      var page =
          get("events?deadline={d}&limit=2" + (next.isEmpty() ? "" : "&after=" + next), id)
              .statusCode(200)
              .extract();
      seqs.addAll(page.<List<Integer>>path("items.seq"));
      next = page.path("next") == null ? "" : page.path("next");
    } while (!next.isEmpty());
    org.assertj.core.api.Assertions.assertThat(seqs).containsExactly(1, 2, 3, 4, 5);
    get("events?deadline={d}&from={f}&to={t}", id, today().minusDays(4), today().minusDays(3))
        .body("items.seq", equalTo(List.of(2, 3)));
    get("events?after=x").statusCode(400);
    get("events?type=DANCED").statusCode(400);
  }

  private String owedBy(String unit, String measure) {
    Map<String, Object> owed = window();
    owed.put("unit", Map.of("id", unit, "code", unit, "name", "单位"));
    owed.put("measureId", measure);
    return heard(owed);
  }

  private void unit(String id, List<String> members) {
    var refs = members.stream().map(it -> Map.of("id", it, "code", it, "name", "单位")).toList();
    send(
        "duban.units",
        id,
        "duban.unit.v1",
        bytes(Map.of("id", id, "version", 1, "code", id, "name", "组", "members", refs)));
    roundsUntil("SELECT count(*) FROM unit WHERE id = '" + id + "'", 1);
  }

  private void measure(String id, String conference, String topic, String text) {
    send(
        "duban.measures",
        id,
        "duban.measure.v1",
        bytes(
            Map.of(
                "id",
                id,
                "version",
                1,
                "documentId",
                "d",
                "text",
                text,
                "conference",
                Map.of("id", conference),
                "topic",
                Map.of("id", topic))));
    roundsUntil("SELECT count(*) FROM measure WHERE id = '" + id + "'", 1);
  }

  private static byte[] bytes(Object body) {
    return json(body).getBytes(StandardCharsets.UTF_8);
  }
}
