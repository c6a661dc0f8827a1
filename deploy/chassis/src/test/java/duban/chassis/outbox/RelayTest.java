package duban.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import duban.chassis.TestDatabase;
import duban.chassis.backbone.Backbone;
import duban.chassis.backbone.TestTopics;
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
        new RelayConnection(System.getProperty("test.url", url()), "duban_chassis", "password")) {
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
              return database.ask("SELECT count(*) FROM outbox").equals(List.of("0"));
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
