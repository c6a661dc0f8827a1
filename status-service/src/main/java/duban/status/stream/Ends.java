package duban.status.stream;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Whether the topics reach as far as somebody says that he has heard. */
@ApplicationScoped
class Ends {

  private final Map<String, Object> kafka;
  private final Listeners listeners;

  Ends(@Identifier("default-kafka-broker") Map<String, Object> kafka, Listeners listeners) {
    this.kafka = kafka;
    this.listeners = listeners;
  }

  /** Another replica may have read further than this one; only then Kafka is asked. */
  boolean reach(Partitions partitions, Position position) {
    return listeners.now().filter(it -> it.covers(position)).isPresent()
        || ends(partitions).covers(position);
  }

  private Position ends(Partitions partitions) {
    Map<TopicPartition, OffsetSpec> latest =
        partitions.all().stream().collect(Collectors.toMap(it -> it, it -> OffsetSpec.latest()));
    try (var admin = Admin.create(kafka)) {
      Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> found =
          admin.listOffsets(latest).all().get(5, TimeUnit.SECONDS);
      return Position.at(
          partitions.all().stream()
              .mapToLong(it -> java.util.Objects.requireNonNull(found.get(it)).offset())
              .toArray());
    } catch (ExecutionException | TimeoutException e) {
      throw Listeners.unavailable();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Listeners.unavailable();
    }
  }
}
