package duban.chassis.inbox;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** This replica's membership in its service's group, from joining to leaving. */
final class Member {

  private static final Duration POLL = Duration.ofMillis(250);

  private final Set<String> topics;
  private final Admin admin;
  private final KafkaConsumer<byte[], byte[]> consumer;

  Member(
      Map<String, Object> kafka,
      Map<String, Object> configuration,
      Set<String> topics,
      ConsumerRebalanceListener partitions) {
    this.topics = topics;
    this.admin = Admin.create(kafka);
    this.consumer = new KafkaConsumer<>(configuration);
    consumer.subscribe(topics, partitions);
  }

  /** What has come, after a quarter of a second at most. */
  ConsumerRecords<byte[], byte[]> poll() {
    return consumer.poll(POLL);
  }

  /** The partitions that it reads now. */
  Set<TopicPartition> assignment() {
    return consumer.assignment();
  }

  void seek(TopicPartition partition, long next) {
    consumer.seek(partition, next);
  }

  /** All partitions of the topics that exist, each with the id of its topic. */
  Map<TopicPartition, Uuid> partitions() throws InterruptedException {
    return TopicIds.of(admin, topics);
  }

  Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
    return consumer.endOffsets(partitions, Duration.ofSeconds(5));
  }

  /** Tells Kafka what the database says, for those who watch the lag there. */
  void commit(Map<TopicPartition, Long> stored) {
    var positions = new HashMap<TopicPartition, OffsetAndMetadata>();
    stored.forEach((partition, next) -> positions.put(partition, new OffsetAndMetadata(next)));
    consumer.commitAsync(positions, (committed, failure) -> {});
  }

  /** How many records wait in the partitions that it reads. */
  long lag() {
    return consumer.assignment().stream()
        .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
        .sum();
  }

  /** Waits for the network no longer than three seconds. */
  void end(CloseOptions.GroupMembershipOperation membership) {
    consumer.close(
        CloseOptions.timeout(Duration.ofSeconds(2)).withGroupMembershipOperation(membership));
    admin.close(Duration.ofSeconds(1));
  }
}
