package duban.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A bare producer with the settings of a service's relay; speaks for services that do not run. */
final class Topics implements AutoCloseable {

  private static final int PARTITIONS = 12;

  private static final List<String> CATALOG =
      List.of(
          Snapshots.UNITS,
          "duban.measures",
          Snapshots.CALENDARS,
          Snapshots.DEADLINES,
          "duban.yearly-lists");

  /** What is sent. */
  record Message(String topic, String key, String type, String id, byte[] body) {}

  private final String bootstrap;
  private final KafkaProducer<String, byte[]> producer;

  Topics(String bootstrap) {
    this.bootstrap = bootstrap;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", bootstrap,
                "acks", "all",
                "enable.idempotence", "true",
                "max.in.flight.requests.per.connection", "1",
                "linger.ms", "2",
                "key.serializer", StringSerializer.class.getName(),
                "value.serializer", ByteArraySerializer.class.getName()));
  }

  /**
   * Those of the catalog and some others, as their owners make them. A service says that it has
   * caught up only when all exist that it reads.
   */
  void make(String... others) throws Exception {
    var names = Stream.concat(CATALOG.stream(), Stream.of(others)).toArray(String[]::new);
    try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      var topics = new ArrayList<NewTopic>();
      for (var name : names) {
        topics.add(
            new NewTopic(name, Optional.of(PARTITIONS), Optional.empty())
                .configs(Map.of("cleanup.policy", "compact")));
      }
      admin.createTopics(topics).all().get();
    }
    beat(names);
  }

  /** Without a heartbeat in each partition nobody would dare to send on what was read. */
  void beat(String... names) throws Exception {
    var sent = new ArrayList<Future<RecordMetadata>>();
    for (var name : names) {
      for (int partition = 0; partition < PARTITIONS; partition++) {
        var body = "{\"at\": \"" + Instant.now() + "\"}";
        var record =
            new ProducerRecord<>(
                name, partition, "heartbeat-" + partition, body.getBytes(StandardCharsets.UTF_8));
        describe(record, "duban.heartbeat.v1", UUID.randomUUID().toString());
        sent.add(producer.send(record));
      }
    }
    acknowledged(sent);
  }

  /** Returns when all are acknowledged. */
  void send(List<Message> messages) throws Exception {
    var sent = new ArrayList<Future<RecordMetadata>>(messages.size());
    for (var message : messages) {
      sent.add(one(message));
    }
    producer.flush();
    acknowledged(sent);
  }

  Future<RecordMetadata> one(Message message) {
    var record = new ProducerRecord<>(message.topic(), message.key(), message.body());
    describe(record, message.type(), message.id());
    return producer.send(record);
  }

  private static void acknowledged(List<Future<RecordMetadata>> sent) throws Exception {
    for (var one : sent) {
      one.get();
    }
  }

  private static void describe(ProducerRecord<String, byte[]> record, String type, String id) {
    header(record, "ce_specversion", "1.0");
    header(record, "ce_type", type);
    header(record, "ce_id", id);
    header(record, "ce_source", "/duban/bench");
    header(record, "ce_time", "2027-10-25T01:00:00.000Z");
    header(record, "content-type", "application/json");
  }

  private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(2));
  }
}
