package duban.chassis.inbox;

import static org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation.DEFAULT;
import static org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation.LEAVE_GROUP;

import duban.chassis.loop.Work;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
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

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  private final Application application;
  private final Batches batches;
  private final Offsets offsets;
  private final CatchingUp catchingUp;
  private final Map<String, Object> kafka;
  private final Map<String, Object> configuration;
  private final Map<TopicPartition, Long> stored = new HashMap<>();
  private @Nullable Member member;
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
      var reading = member == null ? join() : member;
      var records = reading.poll();
      apply(reading, records);
      if (!catchingUp.done() || System.nanoTime() - lookedAt > BETWEEN_LOOKS.toNanos()) {
        seek(reading, reading.assignment());
      }
      if (!records.isEmpty()) {
        reading.commit(stored);
      }
      lag = reading.lag();
      return !records.isEmpty();
    } catch (Exception e) {
      if (!stopped(e)) {
        // Everything polled but not applied is polled again, from where the database then says.
        close(DEFAULT);
      }
      throw e;
    }
  }

  /**
   * Who is stopped leaves the group, in close(); an end as the same member would forestall that.
   */
  private static boolean stopped(Exception failure) {
    return failure instanceof InterruptedException || Thread.currentThread().isInterrupted();
  }

  private void apply(Member reading, ConsumerRecords<byte[], byte[]> records)
      throws SQLException, InterruptedException {
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
      seek(reading, reading.assignment());
    }
  }

  private Member join() {
    var joined = new Member(kafka, configuration, application.topics(), new Partitions());
    member = joined;
    return joined;
  }

  private final class Partitions implements ConsumerRebalanceListener {

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      stored.keySet().removeAll(partitions);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      try {
        seek(java.util.Objects.requireNonNull(member), partitions);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Stopped while looking where to read on", e);
      } catch (SQLException e) {
        throw new IllegalStateException("The stored offsets cannot be read", e);
      }
    }
  }

  /** Goes to where the database says that these partitions stand. */
  private void seek(Member reading, Collection<TopicPartition> partitions)
      throws SQLException, InterruptedException {
    var standing = offsets.table().stand(reading.partitions());
    for (var partition : partitions) {
      var next = standing.next().get(partition);
      if (next != null && !next.equals(stored.get(partition))) {
        reading.seek(partition, next);
        stored.put(partition, next);
      }
    }
    catchingUp.look(reading, application.topics(), standing.next());
    lookedAt = System.nanoTime();
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
    if (member != null) {
      member.end(membership);
      member = null;
    }
  }
}
