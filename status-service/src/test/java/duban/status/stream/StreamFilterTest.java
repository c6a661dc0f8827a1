package duban.status.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import duban.chassis.json.Json;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a list finds with a filter, the stream tells with the same filter, and nothing else. */
@QuarkusTest
class StreamFilterTest extends ListeningTest {

  @Inject
  @Identifier("default-kafka-broker")
  Map<String, Object> kafka;

  private final String mark = UUID.randomUUID().toString();
  private final List<String> ours = new ArrayList<>();

  /** As many as the tests let listen. */
  private static final int AT_ONCE = 4;

  private String begin = "";

  private void happened() {
    begin = listeners.now().orElseThrow().id(mark());
    measure("A", "探索“双随机”机制,全覆盖𠮷 100%");
    measure("B", "REPORT 𠮷野");
    var member = Map.of("id", "U-A-" + mark);
    tell("unit", "U-A-" + mark, Map.of("code", "NEW-A-" + mark, "members", List.of()));
    tell("unit", "G-" + mark, Map.of("code", "G-" + mark, "members", List.of(member)));
    owed("A", "报送Report情况" + mark);
    owed("B", "召开e\u0301 会议_!" + mark);
    owed("C", "督办" + mark); // of whose measure nothing was heard
    for (String id : ours) {
      for (var it : Map.of("CHECKED", 5, "PROGRESS_REPORTED", 1).entrySet()) {
        Map<String, Object> event = event(id, it.getKey());
        event.put("effectiveOn", today().minusDays(it.getValue()).toString());
        post(event).statusCode(201);
      }
    }
  }

  @Test
  void events_are_told_as_they_are_listed() throws Exception {
    happened();
    Map<String, Integer> filters = new LinkedHashMap<>();
    filters.put(q(mark), 6);
    filters.put(q("Report"), 2);
    filters.put(q("report"), 0);
    filters.put(q("REPORT"), 2);
    filters.put(q("𠮷"), 4);
    filters.put(q("𠮷野"), 2);
    filters.put(q("%"), 2);
    filters.put(q("_"), 2);
    filters.put(q("!"), 2);
    filters.put(q("e\u0301"), 2);
    filters.put(q("é"), 0);
    filters.put(q("“双随机”"), 2);
    filters.put(q(" "), 4);
    filters.put(q("\u3000"), 0);
    filters.put("q=", 6);
    filters.put("type=CHECKED", 3);
    filters.put("type=CHECKED&" + q("Report"), 1);
    filters.put("from=" + today().minusDays(2), 3);
    filters.put("to=" + today().minusDays(2), 3);
    filters.put("from=%s&to=%s".formatted(today().minusDays(5), today().minusDays(5)), 3);
    filters.put("from=%s&to=%s".formatted(today().minusDays(4), today().minusDays(2)), 0);
    filters.put("deadline=" + ours.get(0), 2);
    filters.put("measure=M-C-" + mark, 2);
    filters.put("conference=K-A-" + mark, 2);
    filters.put("topic=T-B-" + mark, 2);
    filters.put("unit=G-" + mark, 2);
    filters.put("unit=NEW-A-" + mark, 2);
    filters.put("unit=U-B-" + mark + "&type=CHECKED", 1);
    told("IMPLEMENTATION", filters.keySet(), "id")
        .forEach(
            (filter, told) ->
                assertThat(told)
                    .as(filter)
                    .hasSize(filters.get(filter))
                    .containsExactlyInAnyOrderElementsOf(listed("events", filter, "id")));
  }

  @Test
  void progress_is_told_as_it_is_listed() throws Exception {
    happened();
    var filters =
        List.of(
            q("Report"),
            q("𠮷"),
            "unit=G-" + mark,
            "measure=M-C-" + mark,
            "from=" + today().plusDays(40),
            "from=" + today().plusDays(41),
            "to=" + today().plusDays(40),
            "to=" + today().plusDays(39));
    told("PROGRESS", filters, "deadlineId")
        .forEach(
            (filter, told) ->
                assertThat(told.stream().distinct())
                    .as(filter)
                    .containsExactlyInAnyOrderElementsOf(listed("progress", filter, "deadlineId")));
  }

  @Test
  void what_a_list_refuses_the_stream_refuses() {
    for (String wrong : List.of("from=2027-02-30", "to=x", "q=%00", "type=DANCED")) {
      given()
          .urlEncodingEnabled(false)
          .get("/api/status/events/stream?" + wrong)
          .then()
          .statusCode(400);
    }
  }

  /** What who comes with each filter hears of ours, from the beginning up to now. */
  private Map<String, List<String>> told(String event, Collection<String> filters, String field)
      throws Exception {
    heardOf();
    Map<String, List<String>> told = new LinkedHashMap<>();
    var left = List.copyOf(filters);
    for (int from = 0; from < left.size(); from += AT_ONCE) {
      Map<String, Ear> ears = new LinkedHashMap<>();
      for (String filter : left.subList(from, Math.min(from + AT_ONCE, left.size()))) {
        ears.put(filter, listen("?event=" + event + "&" + filter, begin));
      }
      until(
          () -> {
            listeners.beat(Duration.ofMinutes(1));
            String now = listeners.now().orElseThrow().id(mark());
            return ears.values().stream().allMatch(it -> it.lastId().equals(now));
          });
      ears.forEach((filter, ear) -> told.put(filter, ofOurs(ear, field)));
      nobodyListensAnyMore();
    }
    return told;
  }

  /** This replica has read all that happened so far. */
  private void heardOf() throws Exception {
    relayed();
    try (Tape tape = new Tape(kafka, listeners.partitions().orElseThrow())) {
      Position end = tape.end();
      until(() -> listeners.now().orElseThrow().covers(end));
    }
  }

  private List<String> ofOurs(Ear ear, String field) {
    return ear.heard().stream()
        .map(it -> read(it.data()))
        .filter(it -> ours.contains(it.get("deadlineId")))
        .map(it -> String.valueOf(it.get(field)))
        .toList();
  }

  private List<String> listed(String list, String filter, String field) {
    List<Map<String, Object>> items = new ArrayList<>();
    String after = "";
    while (after != null) {
      var page =
          given()
              .urlEncodingEnabled(false)
              .get("/api/status/" + list + "?limit=500&after=" + after + "&" + filter)
              .then()
              .statusCode(200)
              .extract();
      items.addAll(page.path("items"));
      after = page.path("next");
    }
    return items.stream()
        .filter(it -> ours.contains(it.get("deadlineId")))
        .map(it -> String.valueOf(it.get(field)))
        .toList();
  }

  private static Map<?, ?> read(String data) {
    try {
      return Json.contract().readValue(data, Map.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static String q(String words) {
    return "q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  private void owed(String name, String title) {
    Map<String, Object> owed = window();
    String unit = "U-" + name + "-" + mark;
    owed.put("title", title);
    owed.put("unit", Map.of("id", unit, "code", unit, "name", "单位"));
    owed.put("measureId", "M-" + name + "-" + mark);
    ours.add(heard(owed));
  }

  private void measure(String name, String text) {
    var conference = Map.of("id", "K-" + name + "-" + mark);
    var topic = Map.of("id", "T-" + name + "-" + mark);
    tell(
        "measure",
        "M-" + name + "-" + mark,
        Map.of("text", text, "conference", conference, "topic", topic));
  }

  private void tell(String what, String id, Map<String, Object> more) {
    Map<String, Object> body = new LinkedHashMap<>(more);
    body.put("id", id);
    body.put("version", 1);
    byte[] bytes = json(body).getBytes(StandardCharsets.UTF_8);
    send("duban." + what + "s", id, "duban." + what + ".v1", bytes);
    roundsUntil("SELECT count(*) FROM " + what + " WHERE id = '" + id + "'", 1);
  }
}
