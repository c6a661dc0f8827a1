package duban.status.stream;

import duban.chassis.inbox.ConsumerSettings;
import duban.status.chain.Chain;
import duban.status.progress.ProgressBook;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** A consumer without a group, which reads from where it is told. Closed with its owner. */
final class Tape implements AutoCloseable {

  static final Set<String> TOPICS = Set.of(Chain.TOPIC, ProgressBook.TOPIC);

  private static final Duration POLL = Duration.ofMillis(200);
  private static final String AT_ONCE = String.valueOf(Listener.MOST_WAITING / 2);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Partitions partitions;

  Tape(Map<String, Object> kafka, Partitions partitions) {
    this(kafka, partitions, Duration.ofMillis(500));
  }

  /**
   * @param wait how long Kafka waits for news before it answers that there are none; whoever is
   *     sent elsewhere meanwhile hears nothing from there before that answer
   */
  Tape(Map<String, Object> kafka, Partitions partitions, Duration wait) {
    Map<String, Object> settings = new HashMap<>(ConsumerSettings.alone(kafka));
    // Where nothing can be read any more somebody must be told, not skipped ahead.
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, AT_ONCE);
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, Math.toIntExact(wait.toMillis()));
    this.consumer = new KafkaConsumer<>(settings);
    this.partitions = partitions;
    consumer.assign(partitions.all());
  }

  Partitions partitions() {
    return partitions;
  }

  Position end() {
    var ends = consumer.endOffsets(partitions.all());
    return Position.at(
        partitions.all().stream().mapToLong(it -> ends.getOrDefault(it, 0L)).toArray());
  }

  void seek(Position to) {
    for (int slot = 0; slot < partitions.size(); slot++) {
      consumer.seek(partitions.all().get(slot), to.next(slot));
    }
  }

  ConsumerRecords<byte[], byte[]> poll() {
    return consumer.poll(POLL);
  }

  /** Behind what was polled last, and behind what compaction removed there. */
  Position position() {
    return Position.at(partitions.all().stream().mapToLong(consumer::position).toArray());
  }

  @Override
  public void close() {
    consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(1)));
  }
}
