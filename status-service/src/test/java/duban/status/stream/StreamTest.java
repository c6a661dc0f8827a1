package duban.status.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import duban.chassis.backbone.TestTopics;
import duban.chassis.json.Json;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StreamTest extends ListeningTest {

  @Test
  void who_is_cut_off_hears_the_rest_and_nothing_twice() throws Exception {
    Map<String, Object> owed = window();
    String measure = String.valueOf(owed.get("measureId"));
    String id = heard(owed);
    Ear first = listen("?measure=" + measure + "&event=IMPLEMENTATION", null);
    happen(id, 4);
    until(() -> first.heard().size() == 4);
    happen(id, 3); // some of it was on the way
    relayed();
    live.round();
    List<Ear.Heard> taken = first.heard();
    first.close();
    happen(id, 5);
    relayed();
    Ear second =
        listen("?measure=" + measure + "&event=IMPLEMENTATION", taken.get(taken.size() - 1).id());
    happen(id, 3);
    until(() -> taken.size() + second.heard().size() >= 15);

    List<String> all = new ArrayList<>(taken.stream().map(Ear.Heard::data).toList());
    second.heard().forEach(it -> all.add(it.data()));
    assertThat(all).isEqualTo(sent("duban.implementation", measure)).hasSize(15);
    String early = taken.get(1).id();
    Ear third = listen("?measure=" + measure + "&event=IMPLEMENTATION&lastEventId=" + early, null);
    until(() -> third.heard().size() == 13);
    assertThat(third.heard().get(0).data()).isEqualTo(all.get(2));
  }

  @Test
  void each_hears_what_it_asked_for() throws Exception {
    String mark = UUID.randomUUID().toString();
    String group = "G-" + mark;
    String member = "U-" + mark;
    var body =
        Map.of("id", group, "version", 1, "code", group, "members", List.of(Map.of("id", member)));
    send("duban.units", group, "duban.unit.v1", json(body).getBytes(StandardCharsets.UTF_8));
    roundsUntil("SELECT count(*) FROM unit WHERE id = '" + group + "'", 1);
    Map<String, Object> owed = window();
    owed.put("unit", Map.of("id", member, "code", member, "name", "单位"));
    String ours = heard(owed);
    String theirs = heard(window());
    Ear ofGroup = listen("?unit=" + group, null);
    Ear counts = listen("?type=COUNTED", null);
    Ear progress = listen("?event=PROGRESS&deadline=" + theirs, null);
    until(() -> ofGroup.signs() > 0 && counts.signs() > 0 && progress.signs() > 0);
    post(counted(theirs, "laws", 1)).statusCode(201);
    post(event(ours, "CHECKED")).statusCode(201);
    until(() -> changes(ofGroup).size() + counts.heard().size() + changes(progress).size() >= 4);

    assertThat(ofGroup.head()).startsWith("HTTP/1.1 200").contains("text/event-stream");
    assertThat(changes(ofGroup))
        .allSatisfy(it -> assertThat(it.data()).contains(ours))
        .extracting(Ear.Heard::event)
        .containsExactlyInAnyOrder("implementation", "progress");
    assertThat(counts.heard())
        .singleElement()
        .satisfies(it -> assertThat(it.data()).contains(theirs, "\"type\":\"COUNTED\""));
    assertThat(changes(progress))
        .singleElement()
        .satisfies(it -> assertThat(it.data()).contains(theirs, "\"state\":\"IN_PROGRESS\""));
  }

  @Test
  void a_place_that_nobody_can_have_heard_up_to_is_refused() {
    String right = listeners.now().orElseThrow().id(mark());
    String other = listeners.now().orElseThrow().id(mark() + 1);
    Position beyond = listeners.now().orElseThrow();
    beyond.pass(0, beyond.next(0) + 1_000_000);
    String more =
        Base64.getUrlEncoder().encodeToString((right + right).getBytes(StandardCharsets.UTF_8));
    for (String wrong : List.of("17", "不是", "AAAA", other, beyond.id(mark()), right + "A", more)) {
      given()
          .queryParam("lastEventId", wrong)
          .get("/api/status/events/stream")
          .then()
          .statusCode(400)
          .contentType("application/problem+json")
          .body("type", endsWith("last-event-id-not-known"));
    }
    for (String wrong : List.of("unit=nobody", "type=DANCED", "event=ALL", "deadline=1")) {
      given().get("/api/status/events/stream?" + wrong).then().statusCode(400);
    }
    assertThat(listeners.count()).isZero();
  }

  @Test
  void who_does_not_read_is_cut_off_and_can_go_on_later() throws Exception {
    String from = listeners.now().orElseThrow().id(mark());
    String deadline = UUID.randomUUID().toString();
    Ear deaf = new Ear(address.getPort(), "?deadline=" + deadline, null, false);
    ears.add(deaf);
    until(() -> listeners.count() == 1);
    String pad = "x".repeat(60_000);
    var told =
        IntStream.rangeClosed(1, 160)
            .mapToObj(
                it ->
                    json(Map.of(
                            "deadlineId",
                            deadline,
                            "version",
                            it,
                            "state",
                            "NOT_OPEN",
                            "counted",
                            0,
                            "effectiveDueOn",
                            "2027-10-29",
                            "pad",
                            pad))
                        .getBytes(StandardCharsets.UTF_8))
            .toList();
    TestTopics.storm("duban.progress", deadline, "duban.progress.v1", told);
    until(
        () -> {
          listeners.beat(Duration.ofSeconds(1));
          return listeners.count() == 0;
        });

    Ear back = listen("?deadline=" + deadline, from);
    until(() -> back.heard().size() >= 160);
    var versions = new ArrayList<Integer>();
    for (Ear.Heard it : back.heard()) {
      versions.add(Json.contract().readTree(it.data()).get("version").asInt());
    }
    assertThat(versions).isEqualTo(IntStream.rangeClosed(1, 160).boxed().toList());
  }

  @Test
  void a_sign_of_life_says_where_to_go_on() throws Exception {
    Ear ear = listen("?measure=none", null);
    until(() -> ear.signs() > 0);
    String before = ear.lastId();
    post(event(heard(window()), "CHECKED")).statusCode(201);
    relayed();
    until(
        () -> {
          listeners.beat(Duration.ofMinutes(1));
          return !ear.lastId().equals(before);
        });
    assertThat(ear.heard()).isEmpty();
    assertThat(ear.head()).contains("retry:2000");
  }

  @Test
  void more_than_can_be_served_are_asked_to_come_back() throws Exception {
    for (int i = 0; i < 4; i++) {
      listen("", null);
    }
    until(() -> listeners.count() == 4);
    given()
        .get("/api/status/events/stream")
        .then()
        .statusCode(503)
        .header("Retry-After", equalTo("5"))
        .body("type", endsWith("too-many-listeners"));
  }

  /** Without what was told when the deadlines were heard of, which may still be on its way. */
  private static List<Ear.Heard> changes(Ear ear) {
    return ear.heard().stream().filter(it -> !it.data().contains("NOT_OPEN")).toList();
  }

  private void happen(String deadline, int times) {
    for (int i = 0; i < times; i++) {
      post(event(deadline, "CHECKED")).statusCode(201);
    }
  }

  private static List<String> sent(String topic, String key) {
    return TestTopics.read(topic).stream()
        .filter(it -> key.equals(it.key()))
        .map(it -> new String(it.value(), StandardCharsets.UTF_8))
        .toList();
  }
}
