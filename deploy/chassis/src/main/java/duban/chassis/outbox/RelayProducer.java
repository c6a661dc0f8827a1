package duban.chassis.outbox;

import duban.chassis.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The one producer of a service: CloudEvents in binary mode, in order, acknowledged by all
 * replicas.
 */
final class RelayProducer implements AutoCloseable {

  static final String HEARTBEAT = "duban.heartbeat.v1";

  private final KafkaProducer<String, byte[]> producer;
  private final String source;
  private volatile boolean failed;

  RelayProducer(Map<String, Object> kafka, String service) {
    this.producer = new KafkaProducer<>(configuration(kafka));
    this.source = "/duban/" + service;
  }

  /** What it runs with: on top of {@code kafka.*}, what must not be configured away. */
  static Map<String, Object> configuration(Map<String, Object> kafka) {
    var configuration = new HashMap<>(kafka);
    configuration.put(ProducerConfig.ACKS_CONFIG, "all");
    configuration.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
    configuration.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "30000");
    configuration.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "10000");
    configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "10000");
    // One at a time: beside a batch that a partition refuses while its leader changes, those
    // behind it were seen to be answered OUT_OF_ORDER_SEQUENCE_NUMBER until the delivery timed out.
    configuration.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, "1");
    configuration.put(ProducerConfig.LINGER_MS_CONFIG, "2");
    configuration.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName());
    configuration.put(
        ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
    return configuration;
  }

  /**
   * Returns when every row is acknowledged; throws if any was not, and is closed then: whatever
   * comes behind the first that fails must not overtake it.
   *
   * @return the offset behind the last record of each partition that got one
   */
  Map<TopicPartition, Long> send(List<RelayConnection.Waiting> rows)
      throws ExecutionException, InterruptedException {
    var sent = new ArrayList<Future<RecordMetadata>>(rows.size());
    for (var waiting : rows) {
      var row = waiting.row();
      var record = new ProducerRecord<>(row.topic(), row.key(), row.body());
      describe(record, row.type(), row.id(), waiting.at());
      sent.add(producer.send(record, this::closeIfFailed));
      if (failed) {
        break;
      }
    }
    producer.flush();
    return behind(sent);
  }

  /**
   * In the producer's own thread, or in the caller's if it did not come so far: a record for which
   * there is no metadata in time fails alone, and the next is sent.
   */
  private void closeIfFailed(@Nullable RecordMetadata at, @Nullable Exception failure) {
    if (failure != null) {
      failed = true;
      producer.close(Duration.ZERO);
    }
  }

  /**
   * Tells each partition that this service is alive and that all it had to say came before. Returns
   * as {@link #send} does.
   */
  Map<TopicPartition, Long> beat(String topic, OffsetDateTime now)
      throws ExecutionException, InterruptedException {
    var body = Json.contract().createObjectNode().put("at", now.toInstant().toString()).toString();
    var sent = new ArrayList<Future<RecordMetadata>>();
    for (var partition : producer.partitionsFor(topic)) {
      var record =
          new ProducerRecord<>(
              topic,
              partition.partition(),
              "heartbeat-" + partition.partition(),
              body.getBytes(StandardCharsets.UTF_8));
      describe(record, HEARTBEAT, UUID.randomUUID().toString(), now);
      sent.add(producer.send(record));
    }
    return behind(sent);
  }

  private static Map<TopicPartition, Long> behind(List<Future<RecordMetadata>> sent)
      throws ExecutionException, InterruptedException {
    var next = new HashMap<TopicPartition, Long>();
    for (var one : sent) {
      var at = one.get();
      next.merge(new TopicPartition(at.topic(), at.partition()), at.offset() + 1, Math::max);
    }
    return next;
  }

  private void describe(
      ProducerRecord<String, byte[]> record, String type, String id, OffsetDateTime at) {
    header(record, "ce_specversion", "1.0");
    header(record, "ce_type", type);
    header(record, "ce_id", id);
    header(record, "ce_source", source);
    header(record, "ce_time", at.toInstant().truncatedTo(ChronoUnit.MILLIS).toString());
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
