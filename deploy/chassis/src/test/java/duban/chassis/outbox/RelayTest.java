package duban.chassis.outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import duban.chassis.TestDatabase;
import duban.chassis.backbone.Backbone;
import duban.chassis.backbone.TestTopics;
import duban.chassis.loop.Settled;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backbone.class)
class RelayTest {

  private static final String TOPIC = "test.facts";

  @Inject Relay relay;
  @Inject Outbox outbox;
  @Inject TestDatabase database;
  @Inject Facts facts;
  @Inject Settled settled;

  @Inject
  @Identifier("default-kafka-broker")
  Map<String, Object> kafka;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void sendsTheExactBytesInOrderAndDeletesWhatWasAcknowledged() throws Exception {
    var key = UUID.randomUUID().toString();
    for (int i = 0; i < 1200; i++) {
      var body = bytes("{\"第\":  " + i + "}");
      var id = key + "/" + i;
      QuarkusTransaction.requiringNew().run(() -> outbox.add(TOPIC, key, "test.fact.v1", id, body));
    }
    relayAll();
    var mine = TestTopics.read(TOPIC).stream().filter(it -> key.equals(it.key())).toList();
    assertThat(mine)
        .extracting(it -> new String(it.value(), StandardCharsets.UTF_8))
        .containsExactlyElementsOf(
            IntStream.range(0, 1200).mapToObj(i -> "{\"第\":  " + i + "}").toList());
    var first = mine.get(0);
    assertThat(header(first, "ce_specversion")).isEqualTo("1.0");
    assertThat(header(first, "ce_type")).isEqualTo("test.fact.v1");
    assertThat(header(first, "ce_id")).isEqualTo(key + "/0");
    assertThat(header(first, "ce_source")).isEqualTo("/duban/chassis");
    assertThat(header(first, "content-type")).isEqualTo("application/json");
  }

  @Test
  void sendsNothingOfAChangeThatWasRolledBack() throws Exception {
    var key = UUID.randomUUID().toString();
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          outbox.add(TOPIC, key, "test.fact.v1", key, bytes("{}"));
                          throw new IllegalStateException("changed my mind");
                        }))
        .isInstanceOf(IllegalStateException.class);
    relay.round();
    assertThat(TestTopics.read(TOPIC)).noneMatch(it -> key.equals(it.key()));
  }

  @Test
  void isWrittenOnlyWithinTheChangeThatItTellsOf() {
    assertThatThrownBy(() -> outbox.add(TOPIC, "k", "test.fact.v1", "i", bytes("{}")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void onlyOneReplicaRelaysAtATime() throws Exception {
    relay.round();
    var key = UUID.randomUUID().toString();
    QuarkusTransaction.requiringNew()
        .run(() -> outbox.add(TOPIC, key, "test.fact.v1", key, bytes("{}")));
    try (var other =
        new RelayConnection(
            System.getProperty("test.url", url()), "duban_chassis", "password", "SELECT 1")) {
      assertThat(other.lock()).isFalse();
      relay.close();
      await().until(other::lock);
      assertThat(relay.round()).isFalse();
      assertThat(TestTopics.read(TOPIC)).noneMatch(it -> key.equals(it.key()));
    }
    relayAll();
    assertThat(TestTopics.read(TOPIC)).filteredOn(it -> key.equals(it.key())).hasSize(1);
  }

  /**
   * PostgreSQL ends a session, and frees its lock, some time after the client has left: rounds
   * until then do nothing.
   */
  private void relayAll() {
    await()
        .until(
            () -> {
              relay.round();
              return database
                  .ask(
                      "SELECT (SELECT count(*) FROM outbox) + (SELECT count(*) FROM republication)")
                  .equals(List.of("0"));
            });
  }

  private static String url() {
    return org.eclipse.microprofile.config.ConfigProvider.getConfig()
        .getValue("quarkus.datasource.jdbc.url", String.class);
  }

  @Test
  void beatsInEachPartitionOfItsSnapshotsOnly() throws Exception {
    await()
        .untilAsserted(
            () -> {
              relay.round();
              assertThat(TestTopics.read("test.snapshots"))
                  .filteredOn(it -> TestTopics.type(it).equals("duban.heartbeat.v1"))
                  .extracting(ConsumerRecord::partition)
                  .contains(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
            });
    assertThat(TestTopics.read(TOPIC))
        .noneMatch(it -> TestTopics.type(it).equals("duban.heartbeat.v1"));
  }

  @Test
  void takesBackWhatItsDatabaseForgotAndSendsNothingTwice() {
    var key = UUID.randomUUID().toString();
    var ids = IntStream.range(0, 700).mapToObj(i -> key + "/" + i).toList();
    send(key, ids);
    relayAll();

    // As after a backup: it no longer knows what it sent, and some of it waits again.
    database.run("UPDATE relayed SET next_offset = 0 WHERE topic = '" + TOPIC + "'");
    send(key, ids.subList(690, 700));
    relay.close();
    relayAll();

    assertThat(facts.taken()).filteredOn(it -> it.startsWith(key)).isEqualTo(ids);
    assertThat(TestTopics.read(TOPIC)).filteredOn(it -> key.equals(it.key())).hasSize(700);
  }

  @Test
  void sendsEverythingAgainIntoATopicThatWasLost() throws Exception {
    var key = UUID.randomUUID().toString();
    send(key, List.of(key));
    relayAll();
    var before = TestTopics.read(TOPIC).size();
    relay.close();
    TestTopics.lose(TOPIC);
    facts.stored().addAll(List.of("一", "二", "三"));
    relayAll();
    assertThat(before).isPositive();
    assertThat(TestTopics.read(TOPIC)).hasSize(3);

    given().post("/republish").then().statusCode(202).body("topics", contains(TOPIC));
    relayAll();
    assertThat(TestTopics.read(TOPIC)).hasSize(6);
    facts.stored().clear();
  }

  @Test
  void nothingIsWrittenBeforeItIsSettled() {
    settled.set(false);
    try {
      given()
          .post("/republish")
          .then()
          .statusCode(503)
          .header("Retry-After", "1")
          .body("type", equalTo("urn:duban:problem:not-settled"));
      given().get("/dead-letters").then().statusCode(200);
    } finally {
      settled.set(true);
    }
    assertThat(database.ask("SELECT topic FROM republication")).isEmpty();
  }

  private void send(String key, List<String> ids) {
    QuarkusTransaction.requiringNew()
        .run(() -> ids.forEach(id -> outbox.add(TOPIC, key, "test.fact.v1", id, bytes("{}"))));
  }

  @Test
  void waitsForAllReplicasAndNeverSendsTwiceWithinAProducer() {
    var weak = new java.util.HashMap<>(kafka);
    weak.put("acks", "1");
    weak.put("enable.idempotence", "false");
    var effective = new ProducerConfig(RelayProducer.configuration(weak));
    assertThat(effective.getString(ProducerConfig.ACKS_CONFIG)).isEqualTo("-1");
    assertThat(effective.getBoolean(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG)).isTrue();
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
