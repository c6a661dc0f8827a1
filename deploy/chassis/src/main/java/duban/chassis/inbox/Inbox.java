package duban.chassis.inbox;

import static org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation.DEFAULT;
import static org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation.LEAVE_GROUP;

import duban.chassis.loop.Work;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The poll loop: what a service reads from Kafka. The offset lies in the database and moves with
 * what was read; Kafka's own committed offsets only show the lag. Now and then it looks whether the
 * database still says where it stands: if its offsets were deleted, or a topic was made anew, it
 * reads from the beginning.
 */
@ApplicationScoped
public class Inbox implements Work {

  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  private final Application application;
  private final Batches batches;
  private final Offsets offsets;
  private final CatchingUp catchingUp;
  private final Map<String, Object> kafka;
  private final Map<String, Object> configuration;
  private final Map<TopicPartition, Long> stored = new HashMap<>();
  private @Nullable Consumer<byte[], byte[]> consumer;
  private @Nullable Admin admin;
  private long lookedAt;
  private volatile long lag;

  Inbox(
      Application application,
      Batches batches,
      Offsets offsets,
      CatchingUp catchingUp,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      @ConfigProperty(name = "quarkus.application.name") String service,
      @ConfigProperty(name = "duban.instance") String instance,
      MeterRegistry metrics) {
    this.application = application;
    this.batches = batches;
    this.offsets = offsets;
    this.catchingUp = catchingUp;
    this.kafka = kafka;
    this.configuration = ConsumerSettings.of(kafka, service, instance);
    metrics.gauge("duban.inbox.lag", this, it -> it.lag);
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
    try {
      var polling = consumer == null ? open() : consumer;
      var records = polling.poll(POLL);
      apply(polling, records);
      if (!catchingUp.done() || System.nanoTime() - lookedAt > BETWEEN_LOOKS.toNanos()) {
        seek(polling, polling.assignment());
      }
      if (!records.isEmpty()) {
        commit(polling);
      }
      lag = lag(polling);
      return !records.isEmpty();
    } catch (Exception e) {
      // Everything polled but not applied is polled again, from where the database then says.
      close(DEFAULT);
      throw e;
    }
  }

  private void apply(Consumer<byte[], byte[]> polling, ConsumerRecords<byte[], byte[]> records)
      throws Exception {
    var inbound =
        records.partitions().stream()
            .filter(stored::containsKey) // one taken away since the poll is read by its new owner
            .flatMap(partition -> records.records(partition).stream())
            .map(InboundRecord::of)
            .toList();
    if (inbound.isEmpty()) {
      return;
    }
    try {
      batches.apply(offsets.table(), stored, inbound, application);
    } catch (Place.Lost e) {
      stored.clear(); // so that all are sought: of the others too nothing was applied
      seek(polling, polling.assignment());
    }
  }

  private Consumer<byte[], byte[]> open() {
    admin = Admin.create(kafka);
    var opened = new KafkaConsumer<byte[], byte[]>(configuration);
    consumer = opened;
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
              seek(opened, partitions);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
              throw new IllegalStateException("Stopped while looking where to read on", e);
            } catch (Exception e) {
              throw new IllegalStateException("The stored offsets cannot be read", e);
            }
          }
        });
    return opened;
  }

  /** Goes to where the database says that these partitions stand. */
  private void seek(Consumer<byte[], byte[]> polling, Collection<TopicPartition> partitions)
      throws Exception {
    var looking = java.util.Objects.requireNonNull(admin);
    var standing = offsets.table().stand(TopicIds.of(looking, application.topics()));
    for (var partition : partitions) {
      var next = standing.next().get(partition);
      if (next != null && !next.equals(stored.get(partition))) {
        polling.seek(partition, next);
        stored.put(partition, next);
      }
    }
    catchingUp.look(polling, application.topics(), standing.next());
    lookedAt = System.nanoTime();
  }

  private void commit(Consumer<byte[], byte[]> polling) {
    var positions = new HashMap<TopicPartition, OffsetAndMetadata>();
    stored.forEach((partition, next) -> positions.put(partition, new OffsetAndMetadata(next)));
    polling.commitAsync(positions, (committed, failure) -> {});
  }

  /** How many records wait in the partitions that this replica reads. */
  private static long lag(Consumer<byte[], byte[]> polling) {
    return polling.assignment().stream()
        .mapToLong(partition -> polling.currentLag(partition).orElse(0))
        .sum();
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

  /** Leaves its partitions to the other replicas at once, or they would wait for its session. */
  @Override
  public synchronized void close() {
    close(LEAVE_GROUP);
  }

  private void close(CloseOptions.GroupMembershipOperation membership) {
    stored.clear();
    if (consumer != null) {
      consumer.close(
          CloseOptions.timeout(Duration.ofSeconds(2)).withGroupMembershipOperation(membership));
      consumer = null;
    }
    if (admin != null) {
      admin.close(Duration.ofSeconds(1));
      admin = null;
    }
  }
}
