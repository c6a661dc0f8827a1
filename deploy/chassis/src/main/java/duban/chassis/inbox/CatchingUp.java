package duban.chassis.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Knows whether all was read that lay in the topics when this service first saw them. Counts what
 * any replica has read, for the copies are shared.
 */
@ApplicationScoped
class CatchingUp {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Offsets offsets;
  private @Nullable Map<TopicPartition, Long> ends;
  private volatile boolean done;

  CatchingUp(Offsets offsets) {
    this.offsets = offsets;
  }

  void look(Consumer<byte[], byte[]> consumer, Set<String> topics) throws SQLException {
    if (done) {
      return;
    }
    if (ends == null) {
      ends = endsOf(consumer, topics);
    }
    if (ends != null) {
      done = reached(ends);
    }
  }

  boolean done() {
    return done;
  }

  /** Null while a topic does not exist: its owner has never run. */
  private static @Nullable Map<TopicPartition, Long> endsOf(
      Consumer<byte[], byte[]> consumer, Set<String> topics) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (var topic : topics) {
      var known = consumer.partitionsFor(topic, PATIENCE);
      if (known == null || known.isEmpty()) {
        return null;
      }
      known.forEach(it -> partitions.add(new TopicPartition(topic, it.partition())));
    }
    return new HashMap<>(consumer.endOffsets(partitions, PATIENCE));
  }

  private boolean reached(Map<TopicPartition, Long> ends) throws SQLException {
    var next = offsets.next(ends.keySet());
    return ends.entrySet().stream()
        .allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }
}
