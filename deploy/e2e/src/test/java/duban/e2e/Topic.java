package duban.e2e;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A topic as a consumer sees it that was there all the time. */
final class Topic implements AutoCloseable {

  private final KafkaConsumer<String, byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final List<Record> records = new ArrayList<>();

  Topic(String bootstrapServers, String name) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", bootstrapServers,
                "request.timeout.ms", "4000",
                "reconnect.backoff.max.ms", "500",
                // Whoever skipped a part of the log would judge a gap that nobody else sees.
                "auto.offset.reset", "none"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    partitions =
        consumer.partitionsFor(name).stream()
            .map(it -> new TopicPartition(name, it.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Everything that was ever in it until now but heartbeats, in order within each key. */
  synchronized List<Record> records() {
    var ends = consumer.endOffsets(partitions);
    while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
      for (var record : consumer.poll(Duration.ofMillis(100))) {
        var header = record.headers().lastHeader("ce_type");
        var type = header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
        if (!type.equals("duban.heartbeat.v1")) {
          records.add(new Record(record.key(), type, record.value()));
        }
      }
    }
    return List.copyOf(records);
  }

  @Override
  public synchronized void close() {
    consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(2)));
  }
}
