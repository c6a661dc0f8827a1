package duban.chassis.inbox;

import duban.chassis.loop.Work;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The poll loop: what a service reads from Kafka. The offset lies in the database and moves with
 * what was read; Kafka's own committed offsets only show the lag.
 */
@ApplicationScoped
public class Inbox implements Work {

  private static final Duration POLL = Duration.ofMillis(250);

  private final Application application;
  private final Offsets offsets;
  private final CatchingUp catchingUp;
  private final Map<String, Object> configuration;
  private final Map<TopicPartition, Long> stored = new HashMap<>();
  private @Nullable Consumer<byte[], byte[]> consumer;

  Inbox(
      Application application,
      Offsets offsets,
      CatchingUp catchingUp,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      @ConfigProperty(name = "quarkus.application.name") String service,
      @ConfigProperty(name = "duban.instance") String instance) {
    this.application = application;
    this.offsets = offsets;
    this.catchingUp = catchingUp;
    this.configuration = ConsumerSettings.of(kafka, service, instance);
  }

  @Override
  public String name() {
    return "inbox";
  }

  /** Polling waits already. */
  @Override
  public Duration pause() {
    return application.topics().isEmpty() ? Duration.ofSeconds(10) : Duration.ZERO;
  }

  @Override
  public synchronized boolean round() throws Exception {
    if (application.topics().isEmpty()) {
      return false;
    }
    var polling = consumer == null ? open() : consumer;
    var records = polling.poll(POLL);
    catchingUp.look(polling, application.topics());
    for (var partition : records.partitions()) {
      var inbound = records.records(partition).stream().map(InboundRecord::of).toList();
      apply(polling, partition, inbound);
    }
    if (!records.isEmpty()) {
      showLag(polling);
    }
    return !records.isEmpty();
  }

  private void apply(
      Consumer<byte[], byte[]> polling, TopicPartition partition, List<InboundRecord> records)
      throws SQLException {
    var from = stored.get(partition);
    if (from == null) {
      return; // taken away since the poll; its new owner reads it
    }
    try {
      stored.put(partition, application.apply(partition, from, records));
    } catch (Offsets.Lost e) {
      seekToStored(polling, List.of(partition));
    } catch (RuntimeException e) {
      // It will pass: everything polled but not applied is polled again.
      seekToStored(polling, List.copyOf(stored.keySet()));
      throw e;
    }
  }

  private Consumer<byte[], byte[]> open() {
    var opened = new KafkaConsumer<byte[], byte[]>(configuration);
    opened.subscribe(
        application.topics(),
        new ConsumerRebalanceListener() {
          @Override
          public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            stored.keySet().removeAll(partitions);
          }

          @Override
          public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            try {
              seekToStored(opened, partitions);
            } catch (SQLException e) {
              throw new IllegalStateException("The stored offsets cannot be read", e);
            }
          }
        });
    consumer = opened;
    return opened;
  }

  private void seekToStored(Consumer<byte[], byte[]> polling, Collection<TopicPartition> partitions)
      throws SQLException {
    // Forget first: if the database is away, nothing may be read from an unknown position.
    stored.keySet().removeAll(partitions);
    try {
      for (var next : offsets.next(partitions).entrySet()) {
        polling.seek(next.getKey(), next.getValue());
        stored.put(next.getKey(), next.getValue());
      }
    } catch (SQLException | RuntimeException e) {
      close(); // the next round opens anew and seeks on assignment
      throw e;
    }
  }

  private void showLag(Consumer<byte[], byte[]> polling) {
    var positions = new HashMap<TopicPartition, OffsetAndMetadata>();
    stored.forEach((partition, next) -> positions.put(partition, new OffsetAndMetadata(next)));
    polling.commitAsync(positions, (committed, failure) -> {});
  }

  /** Whether everything was read that was there when this service started, by whichever replica. */
  public boolean caughtUp() {
    return application.topics().isEmpty() || catchingUp.done();
  }

  /**
   * Real time of the newest heartbeat of the quietest partition; empty while one has never been
   * heard. When it is old, what this service knows may be old.
   */
  public Optional<Instant> oldestHeartbeat() {
    return offsets.oldestHeartbeat(application.topics());
  }

  @Override
  public synchronized void close() {
    stored.clear();
    if (consumer != null) {
      consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(2)));
      consumer = null;
    }
  }
}
