package duban.e2e;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A record of a topic as any consumer finds it. */
record Record(String key, String type, byte[] bytes) {

  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Everything that lies in the topic now but heartbeats, in order within each key. */
  static List<Record> all(String bootstrapServers, String topic) {
    var settings = Map.<String, Object>of("bootstrap.servers", bootstrapServers);
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(it -> new TopicPartition(topic, it.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var records = new ArrayList<Record>();
      while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
        for (var record : consumer.poll(Duration.ofMillis(500))) {
          var header = record.headers().lastHeader("ce_type");
          var type = header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
          if (!type.equals("duban.heartbeat.v1")) {
            records.add(new Record(record.key(), type, record.value()));
          }
        }
      }
      return records;
    }
  }
}
