package duban.chassis.outbox;

import duban.chassis.inbox.Batches;
import duban.chassis.inbox.ConsumerSettings;
import duban.chassis.inbox.InboundRecord;
import duban.chassis.inbox.Place;
import duban.chassis.inbox.PlaceTable;
import duban.chassis.inbox.TopicIds;
import duban.chassis.sql.Columns;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * What lies in the owned topics beyond what the database knows to have sent. After a crash those
 * are the last rows, acknowledged but not yet deleted: they need not be sent again. After the
 * database was restored it is all that happened since the backup: whoever owns it takes it back.
 */
@ApplicationScoped
class Beyond {

  private static final Logger LOG = Logger.getLogger(Beyond.class);
  private static final Duration POLL = Duration.ofMillis(250);

  private final AgroalDataSource database;
  private final PlaceTable places;
  private final Batches batches;
  private final Map<String, Object> configuration;
  private final Map<String, Returned> owners = new HashMap<>();

  Beyond(
      AgroalDataSource database,
      Batches batches,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      @All List<Returned> owners) {
    this.database = database;
    this.places = new PlaceTable(database, "relayed");
    this.batches = batches;
    this.configuration = ConsumerSettings.alone(kafka);
    owners.forEach(it -> this.owners.put(it.topic(), it));
  }

  /**
   * Reads it, and leaves the places at the end of the topics.
   *
   * @return the topics that lost what was sent into them: made anew, or cut off
   */
  Set<String> read(Admin admin, List<String> topics) throws SQLException, InterruptedException {
    var standing = places.stand(TopicIds.of(admin, topics));
    var lost = new TreeSet<>(standing.anew());
    try (var consumer = new KafkaConsumer<byte[], byte[]>(configuration)) {
      var ends = consumer.endOffsets(standing.next().keySet(), Duration.ofSeconds(10));
      var behind = new HashMap<TopicPartition, Long>();
      standing
          .next()
          .forEach(
              (partition, next) -> {
                long end = ends.getOrDefault(partition, next);
                if (end < next) {
                  lost.add(partition.topic());
                  places.move(List.of(new Place.Move(partition, next, end, null)));
                } else if (end > next) {
                  behind.put(partition, next);
                }
              });
      read(consumer, behind, ends, new Taking(topics));
    }
    if (!lost.isEmpty()) {
      LOG.warnf("What was sent into %s is lost; it is sent again", lost);
    }
    return lost;
  }

  private void read(
      KafkaConsumer<byte[], byte[]> consumer,
      Map<TopicPartition, Long> behind,
      Map<TopicPartition, Long> ends,
      Taking taking) {
    consumer.assign(behind.keySet());
    behind.forEach(consumer::seek);
    var taken = 0;
    while (behind.keySet().stream()
        .anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
      var records = consumer.poll(POLL);
      var inbound = new ArrayList<InboundRecord>();
      records.forEach(it -> inbound.add(InboundRecord.of(it)));
      if (!inbound.isEmpty()) {
        batches.apply(places, behind, inbound, taking);
      }
      taken += inbound.size();
    }
    if (taken > 0) {
      LOG.infof("%d records lay in Kafka beyond what the database knew to have sent", taken);
    }
  }

  /** Gives back what was read, to its owners. */
  private final class Taking implements Batches.Applying<InboundRecord> {

    private final Comparator<InboundRecord> order;

    /**
     * @param topics in the order in which their rows are locked by whoever writes
     */
    Taking(List<String> topics) {
      this.order =
          Comparator.comparingInt((InboundRecord it) -> topics.indexOf(it.topic()))
              .thenComparing(it -> String.valueOf(it.key()))
              .thenComparingLong(InboundRecord::offset);
    }

    @Override
    public InboundRecord prepare(InboundRecord record) {
      return record;
    }

    @Override
    public void apply(List<InboundRecord> batch) {
      forget(batch);
      batch.stream()
          .sorted(order)
          .filter(it -> owners.containsKey(it.topic()))
          .forEach(it -> java.util.Objects.requireNonNull(owners.get(it.topic())).take(it));
    }
  }

  /** They were sent: their rows may still wait. */
  private void forget(List<InboundRecord> batch) {
    var sql =
        "DELETE FROM outbox USING unnest(?::text[], ?::text[]) AS sent(topic, event_id)"
            + " WHERE outbox.topic = sent.topic AND outbox.event_id = sent.event_id";
    try (var connection = database.getConnection();
        var delete = connection.prepareStatement(sql)) {
      Columns.of(delete, batch).text(InboundRecord::topic).text(it -> it.id().replace("\0", ""));
      delete.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The outbox cannot be read", e);
    }
  }
}
