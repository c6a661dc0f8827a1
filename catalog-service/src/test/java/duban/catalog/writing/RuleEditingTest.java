package duban.catalog.writing;

import static duban.catalog.writing.Caller.body;
import static duban.catalog.writing.Caller.etag;
import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Caller.post;
import static duban.catalog.writing.Caller.put;
import static duban.catalog.writing.RuleDrafts.checkpoint;
import static duban.catalog.writing.RuleDrafts.checkpoints;
import static duban.catalog.writing.RuleDrafts.quota;
import static duban.catalog.writing.RuleDrafts.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import duban.catalog.Contracts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an edit of a rule does to its deadlines, for each kind of rule that there is. */
@QuarkusTest
class RuleEditingTest {
  private static final String SPRING = checkpoint("春", "--03-31", "RDCWH", "PLAN_HEARD");
  private static final String AUTUMN = checkpoint("秋", "--11-30", "RDCWH", "CHECKED");

  @Inject AgroalDataSource database;

  static Stream<Arguments> anotherDate() {
    return Stream.of(
        Arguments.of("o-r1", window("o-r1", 1, "--11-30"), window("o-r1", 1, "--11-24"), 27),
        Arguments.of("o-r2", quota("o-r2", 2, "--11-30"), quota("o-r2", 2, "--11-24"), 24),
        Arguments.of(
            "o-r3",
            checkpoints("o-r3", SPRING, AUTUMN),
            checkpoints("o-r3", SPRING, AUTUMN.replace("--11-30", "--11-24")),
            1));
  }

  @ParameterizedTest
  @MethodSource("anotherDate")
  void anotherDueDateMovesTheDeadlinesAndPublishesExactlyThese(
      String id, String form, String edited, int many) {
    create(form);
    long sent = sent();
    JsonNode tried = body(put("obligations/" + id + "?dryRun=true", edited));
    assertThat(sent()).isEqualTo(sent);
    assertThat(etag("obligations/" + id)).isEqualTo("\"1\"");

    Response done = put("obligations/" + id, edited);
    only(done, "moved", many)
        .header("ETag", "\"2\"")
        .body("deadlines.moved.from.unique()", equalTo(List.of("2028-11-30")))
        .body("deadlines.moved.to.unique()", equalTo(List.of("2028-11-24")))
        .body("deadlines.moved.why.unique()", equalTo(List.of("OBLIGATION")));
    assertThat(body(done)).isEqualTo(tried);
    assertThat(published(sent, done.path("deadlines.moved.id"), 2))
        .allSatisfy(
            it -> {
              assertThat(it.path("dueOn").asText()).isEqualTo("2028-11-24");
              assertThat(it.path("movedFrom").asText()).isEqualTo("2028-11-30");
            });
  }

  static Stream<Arguments> anotherCount() {
    return Stream.of(
        Arguments.of("o-r4", window("o-r4", 1, "--11-30"), window("o-r4", 3, "--11-30"), 27),
        Arguments.of("o-r5", quota("o-r5", 2, "--11-30"), quota("o-r5", 3, "--11-30"), 24));
  }

  @ParameterizedTest
  @MethodSource("anotherCount")
  void anotherCountChangesTheDeadlinesAndMovesNone(
      String id, String form, String edited, int many) {
    create(form);
    long sent = sent();
    Response done = put("obligations/" + id, edited);
    only(done, "changed", many);
    assertThat(published(sent, done.path("deadlines.changed.id"), 2))
        .allSatisfy(
            it -> {
              assertThat(it.path("required").asInt()).isEqualTo(3);
              assertThat(it.path("dueOn").asText()).isEqualTo("2028-11-30");
            });
  }

  @Test
  void aCheckpointThatIsAddedAppearsAndOneThatIsRemovedIsWithdrawnUntilItReturns() {
    create(checkpoints("o-r6", SPRING, AUTUMN));
    long sent = sent();
    String summer = checkpoint("夏", "--06-30", "RDCWH-ZR", "REVIEWED_AT_MEETING");
    Response added = put("obligations/o-r6", checkpoints("o-r6", SPRING, summer, AUTUMN));
    only(added, "appeared", 1).body("deadlines.appeared[0].to", equalTo("2028-06-30"));
    List<String> appeared = added.path("deadlines.appeared.id");
    isCheckpoint(published(sent, appeared, 1), "夏", "ACTIVE", "REVIEWED_AT_MEETING");

    long later = sent();
    Response removed = put("obligations/o-r6", checkpoints("o-r6", SPRING, AUTUMN));
    only(removed, "withdrawn", 1).body("deadlines.withdrawn.id", equalTo(appeared));
    isCheckpoint(published(later, appeared, 2), "夏", "WITHDRAWN", "REVIEWED_AT_MEETING");
    get("deadlines?obligation=o-r6&status=ACTIVE")
        .then()
        .body("items.checkpoint", equalTo(List.of("春", "秋")));

    long last = sent();
    Response again = put("obligations/o-r6", checkpoints("o-r6", SPRING, summer, AUTUMN));
    only(again, "appeared", 1).body("deadlines.appeared.id", equalTo(appeared));
    isCheckpoint(published(last, appeared, 3), "夏", "ACTIVE", "REVIEWED_AT_MEETING");
  }

  @Test
  void whatCompletesACheckpointChangesItAndAnotherNameMakesItAnother() {
    create(checkpoints("o-r7", SPRING, AUTUMN));
    long sent = sent();
    String heard = AUTUMN.replace("CHECKED", "REVIEWED_AT_MEETING");
    Response changed = put("obligations/o-r7", checkpoints("o-r7", SPRING, heard));
    only(changed, "changed", 1);
    List<String> autumn = changed.path("deadlines.changed.id");
    isCheckpoint(published(sent, autumn, 2), "秋", "ACTIVE", "REVIEWED_AT_MEETING");
    put("obligations/o-r7", checkpoints("o-r7", SPRING, heard.replace("秋", "年底")))
        .then()
        .statusCode(200)
        .body("deadlines.appeared.checkpoint", equalTo(List.of("年底")))
        .body("deadlines.withdrawn.id", equalTo(autumn))
        .body("deadlines.counts.moved", equalTo(0))
        .body("deadlines.counts.changed", equalTo(0));
  }

  private static void create(String form) {
    post("obligations", form).then().statusCode(201);
  }

  private static io.restassured.response.ValidatableResponse only(
      Response done, String what, int many) {
    return done.then()
        .statusCode(200)
        .body("deadlines.counts." + what, equalTo(many))
        .body("deadlines.counts.values().sum()", equalTo(many));
  }

  private static void isCheckpoint(
      List<JsonNode> published, String name, String status, String completes) {
    assertThat(published)
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.path("checkpoint").asText()).isEqualTo(name);
              assertThat(it.path("status").asText()).isEqualTo(status);
              assertThat(it.path("completes").asText()).isEqualTo(completes);
            });
  }

  /** Exactly these deadlines, each once, and nothing else on any topic. */
  private List<JsonNode> published(long sent, List<String> ids, int version) {
    List<JsonNode> published = Caller.waiting(database, sent, "duban.deadlines");
    assertThat(Caller.number(database, "SELECT count(*) FROM outbox WHERE id > " + sent))
        .isEqualTo(ids.size());
    assertThat(published)
        .allSatisfy(
            it -> {
              byte[] body = it.toString().getBytes(StandardCharsets.UTF_8);
              assertThat(Contracts.errors("deadline", body)).isEmpty();
              assertThat(it.path("version").asInt()).isEqualTo(version);
            })
        .extracting(it -> it.path("id").asText())
        .containsExactlyInAnyOrderElementsOf(ids);
    return published;
  }

  private long sent() {
    return Caller.number(database, "SELECT coalesce(max(id), 0) FROM outbox");
  }
}
