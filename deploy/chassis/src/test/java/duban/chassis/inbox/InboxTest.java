package duban.chassis.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import duban.chassis.TestDatabase;
import duban.chassis.backbone.Backbone;
import duban.chassis.backbone.TestTopics;
import duban.chassis.outbox.Relay;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.InterruptException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backbone.class)
class InboxTest {

  private static final String TOPIC = "test.snapshots";

  @Inject Inbox inbox;
  @Inject Relay relay;
  @Inject TestDatabase database;
  @Inject NoteReader reader;

  @ConfigProperty(name = "quarkus.application.name")
  String service;

  @BeforeEach
  void ownerHasStarted() throws Exception {
    relay.round();
  }

  private static String send(String type, String body) {
    var id = UUID.randomUUID().toString();
    TestTopics.produce(
        TOPIC, "k", type, id, body.replace("$", id).getBytes(StandardCharsets.UTF_8));
    return id;
  }

  private void readUntil(String sql, String expected) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              inbox.round();
              assertThat(database.ask(sql)).containsExactly(expected);
            });
  }

  private String dead(String detail) {
    return "SELECT reason FROM dead_letter WHERE detail LIKE '%" + detail + "%'";
  }

  @Test
  void garbageBecomesDeadLettersAndTheRecordsBehindItGoOn() {
    var first = send("test.note.v1", "{\"id\": \"$\", \"text\": \"督办\"}");
    send("test.note.v1", "{{{ not json");
    send("", "no header");
    send("test.other.v1", "{}");
    send("test.note.v7", "{}");
    var forbidden = send("test.note.v1", "{\"id\": \"$\", \"text\": \"forbidden\"}");
    send("test.note.v1", "{\"id\": \"$\", \"text\": \"broken\"}");
    send("test.note.v1", "{\"id\": \"$\"}");
    send("test.note.v1", "{\"id\": \"$\", \"text\": \"a\\u0000b\"}");
    send("test.note.v1", "{\"id\": \"$\", \"text\": \"a\\ud800b\"}");
    var last = send("test.note.v1", "{\"id\": \"$\", \"text\": \"届\", \"newer\": 1}");

    readUntil("SELECT times FROM noted WHERE id = '" + last + "'", "1");

    assertThat(database.ask("SELECT times FROM noted WHERE id = '" + first + "'"))
        .containsExactly("1");
    assertThat(database.ask("SELECT text FROM noted WHERE id = '" + forbidden + "'")).isEmpty();
    assertThat(database.ask(dead("not a Note"))).contains("UNREADABLE");
    assertThat(database.ask(dead("no header ce_type"))).contains("UNREADABLE");
    assertThat(database.ask(dead("test.other.v1"))).contains("UNKNOWN_TYPE");
    assertThat(database.ask(dead("test.note.v7"))).contains("NEWER");
    assertThat(database.ask(dead("is forbidden"))).contains("NOT_ALLOWED");
    assertThat(database.ask(dead("a fault of ours"))).contains("FAILED");
    assertThat(database.ask(dead("NullPointerException"))).contains("FAILED");
    assertThat(database.ask(dead("the character NUL"))).contains("NOT_ALLOWED");
    assertThat(database.ask(dead("half of a surrogate pair"))).contains("NOT_ALLOWED");
  }

  @Test
  void aDatabaseThatIsAwayIsNoReasonForADeadLetter() {
    reader.away().set(2);
    var id = send("test.note.v1", "{\"id\": \"$\", \"text\": \"等\"}");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              try {
                inbox.round();
              } catch (IllegalStateException e) {
                assertThat(e).hasRootCauseMessage("away");
              }
              assertThat(database.ask("SELECT times FROM noted WHERE id = '" + id + "'"))
                  .containsExactly("1");
            });
    assertThat(reader.away()).hasValue(0);
    assertThat(database.ask(dead("away"))).isEmpty();
  }

  @Test
  void aReaderThatLostItsPartitionChangesNothing() {
    var before = send("test.note.v1", "{\"id\": \"$\", \"text\": \"前\"}");
    readUntil("SELECT times FROM noted WHERE id = '" + before + "'", "1");

    // Another replica has read on.
    database.run("UPDATE consumed SET next_offset = next_offset + 1 WHERE topic = '" + TOPIC + "'");
    var taken = send("test.note.v1", "{\"id\": \"$\", \"text\": \"中\"}");
    var after = send("test.note.v1", "{\"id\": \"$\", \"text\": \"后\"}");
    readUntil("SELECT times FROM noted WHERE id = '" + after + "'", "1");
    assertThat(database.ask("SELECT id FROM noted WHERE id = '" + taken + "'")).isEmpty();
  }

  @Test
  void aRestartGoesOnWhereTheDatabaseSays() {
    var before = send("test.note.v1", "{\"id\": \"$\", \"text\": \"一\"}");
    readUntil("SELECT times FROM noted WHERE id = '" + before + "'", "1");
    inbox.close();
    var after = send("test.note.v1", "{\"id\": \"$\", \"text\": \"二\"}");
    readUntil("SELECT times FROM noted WHERE id = '" + after + "'", "1");
    assertThat(database.ask("SELECT times FROM noted WHERE id = '" + before + "'"))
        .containsExactly("1");
  }

  @Test
  void whoStopsLeavesItsPartitionsToTheOthersAtOnce() {
    var read = send("test.note.v1", "{\"id\": \"$\", \"text\": \"走\"}");
    readUntil("SELECT times FROM noted WHERE id = '" + read + "'", "1");
    assertThat(TestTopics.members(service)).isEqualTo(1);
    inbox.close();
    assertThat(TestTopics.members(service)).isZero();
  }

  @Test
  void whoIsStoppedWhileItWaitsLeavesThemToo() {
    var read = send("test.note.v1", "{\"id\": \"$\", \"text\": \"停\"}");
    readUntil("SELECT times FROM noted WHERE id = '" + read + "'", "1");
    Thread.currentThread().interrupt(); // as its loop is ended: in the middle of a round
    assertThatThrownBy(inbox::round).isInstanceOf(InterruptException.class);
    assertThat(Thread.interrupted()).isTrue();
    inbox.close();
    assertThat(TestTopics.members(service)).isZero();
  }

  @Test
  void aStormOfGarbageLosesNothing() {
    var count = "SELECT count(*) FROM dead_letter WHERE key = 'storm'";
    TestTopics.storm(
        TOPIC,
        "storm",
        "test.note.v1",
        IntStream.range(0, 5_000)
            .mapToObj(i -> ("{{{ " + i).getBytes(StandardCharsets.UTF_8))
            .toList());
    var behind = send("test.note.v1", "{\"id\": \"$\", \"text\": \"后\"}");
    readUntil("SELECT times FROM noted WHERE id = '" + behind + "'", "1");
    readUntil(count, "5000");
  }

  @Test
  void whatWasDeletedIsReadAgainFromTheBeginning() {
    var id = send("test.note.v1", "{\"id\": \"$\", \"text\": \"副本\"}");
    readUntil("SELECT times FROM noted WHERE id = '" + id + "'", "1");
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              database.run("DELETE FROM noted");
              database.run("DELETE FROM consumed");
            });
    readUntil("SELECT times FROM noted WHERE id = '" + id + "'", "1");
    await()
        .untilAsserted(
            () -> {
              inbox.round();
              assertThat(inbox.caughtUp()).isTrue();
            });
  }

  @Test
  void aTopicThatWasMadeAnewIsReadFromItsBeginning() {
    var id = send("test.note.v1", "{\"id\": \"$\", \"text\": \"新\"}");
    readUntil("SELECT times FROM noted WHERE id = '" + id + "'", "1");
    database.run(
        "UPDATE consumed SET topic_id = 'of a topic before' WHERE topic = '" + TOPIC + "'");
    readUntil("SELECT times > 1 FROM noted WHERE id = '" + id + "'", "t");
    assertThat(database.ask("SELECT DISTINCT topic_id = 'of a topic before' FROM consumed"))
        .containsExactly("f");
  }

  @Test
  void knowsThatItHasReadEverythingAndWhenItLastHeardFromTheOwner() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              inbox.round();
              assertThat(inbox.caughtUp()).isTrue();
              assertThat(inbox.oldestHeartbeat()).isPresent();
            });
    database.run(
        "UPDATE consumed SET heard_at = NULL WHERE topic = '" + TOPIC + "' AND partition = 3");
    assertThat(inbox.oldestHeartbeat()).isEmpty();
    database.run(
        "UPDATE consumed SET heard_at = now() WHERE topic = '" + TOPIC + "' AND partition = 3");
  }

  @Test
  void aDeadLetterIsListedTriedAgainAndPutAside() {
    var id = send("test.note.v1", "{\"id\": \"$\", \"text\": \"forbidden\"}");
    var number = "SELECT id FROM dead_letter WHERE convert_from(value, 'UTF8') LIKE '%" + id + "%'";
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              inbox.round();
              assertThat(database.ask(number)).hasSize(1);
            });
    var letter = database.ask(number).get(0);

    given()
        .queryParam("reason", "NOT_ALLOWED")
        .queryParam("limit", 500)
        .get("/dead-letters")
        .then()
        .statusCode(200)
        .body("items.find { it.id == " + letter + " }.state", equalTo("OPEN"))
        .body("items.find { it.id == " + letter + " }.value", containsString("forbidden"));
    given()
        .post("/dead-letters/" + letter + "/replay")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("detail", containsString("This text is forbidden"));
    assertThat(database.ask("SELECT id FROM noted WHERE id = '" + id + "'")).isEmpty();
    given()
        .contentType("application/json")
        .body("{\"reason\": \" \"}")
        .post("/dead-letters/" + letter + "/discard")
        .then()
        .statusCode(400);
    given()
        .contentType("application/json")
        .body("{\"reason\": \"试验数据\"}")
        .post("/dead-letters/" + letter + "/discard")
        .then()
        .statusCode(200)
        .body("state", equalTo("DISCARDED"))
        .body("settledWhy", equalTo("试验数据"));
    given()
        .post("/dead-letters/" + letter + "/replay")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:duban:problem:dead-letter-settled"));
    for (var wrong : List.of("?limit=0", "?limit=x", "?after=%25", "?state=GONE")) {
      given().urlEncodingEnabled(false).get("/dead-letters" + wrong).then().statusCode(400);
    }
    given().post("/dead-letters/999999/replay").then().statusCode(404);
  }
}
