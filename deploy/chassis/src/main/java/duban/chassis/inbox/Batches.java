package duban.chassis.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import duban.chassis.inbox.Place.Move;
import duban.chassis.sql.Passing;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Applies what one poll has brought, of all partitions, in one transaction. What nobody can read is
 * found before it and set aside in it, so that a storm of garbage holds up nobody. If anything else
 * fails, the halves get a transaction each, down to the one record that cannot be applied.
 */
@ApplicationScoped
public class Batches {

  static final String HEARTBEAT = "duban.heartbeat.v1";
  private static final Logger LOG = Logger.getLogger(Batches.class);

  /** What is done with records; heartbeats are kept from it. */
  public interface Applying<T> {

    /** Outside any transaction; what it throws becomes a dead letter, whatever it is. */
    T prepare(InboundRecord record);

    /** In the running transaction. */
    void apply(List<T> prepared);
  }

  private final DeadLetters deadLetters;

  Batches(DeadLetters deadLetters) {
    this.deadLetters = deadLetters;
  }

  /**
   * Returns when all are applied or set aside.
   *
   * @param place where it is noted how far the partitions were read
   * @param stored what is noted there of the partitions of these records; brought up to date
   *     whenever something was committed
   * @param records those of a partition in their order
   * @throws Place.Lost if a partition was moved on by somebody else
   * @throws RuntimeException what passes, such as a database that is away
   */
  public <T> void apply(
      Place place,
      Map<TopicPartition, Long> stored,
      List<InboundRecord> records,
      Applying<T> applying) {
    var living = new ArrayList<T>(records.size());
    var dead = new LinkedHashMap<InboundRecord, UnacceptableRecord>();
    for (var record : records) {
      if (!record.type().equals(HEARTBEAT)) {
        try {
          living.add(applying.prepare(record));
        } catch (RuntimeException e) {
          dead.put(record, DeadLetters.reasonOf(e));
        }
      }
    }
    var moves = moves(stored, records);
    try {
      commit(place, moves, () -> applying.apply(living), dead);
    } catch (Place.Lost e) {
      throw e;
    } catch (RuntimeException e) {
      if (Passing.is(e)) {
        throw e;
      }
      if (records.size() > 1) {
        var middle = records.size() / 2;
        apply(place, stored, records.subList(0, middle), applying);
        apply(place, stored, records.subList(middle, records.size()), applying);
        return;
      }
      dead.put(records.get(0), DeadLetters.reasonOf(e));
      commit(place, moves, () -> {}, dead);
    }
    moves.forEach(it -> stored.put(it.partition(), it.to()));
    complain(dead);
  }

  private void commit(
      Place place,
      Collection<Move> moves,
      Runnable apply,
      Map<InboundRecord, UnacceptableRecord> dead) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              place.move(moves);
              apply.run();
              deadLetters.addAll(dead);
            });
  }

  private static Collection<Move> moves(
      Map<TopicPartition, Long> stored, List<InboundRecord> records) {
    var moves = new HashMap<TopicPartition, Move>();
    for (var record : records) {
      var partition = new TopicPartition(record.topic(), record.partition());
      var before = moves.get(partition);
      var from = before == null ? stored.get(partition) : Long.valueOf(before.from());
      var heard = heard(record);
      if (heard == null && before != null) {
        heard = before.heardAt();
      }
      moves.put(
          partition,
          new Move(partition, java.util.Objects.requireNonNull(from), record.offset() + 1, heard));
    }
    return moves.values();
  }

  private static void complain(Map<InboundRecord, UnacceptableRecord> dead) {
    if (dead.isEmpty()) {
      return;
    }
    var first = dead.entrySet().iterator().next();
    LOG.warnf(
        "%d dead letters; the first, of %s-%d at offset %d, is %s: %s",
        dead.size(),
        first.getKey().topic(),
        first.getKey().partition(),
        first.getKey().offset(),
        first.getValue().reason(),
        first.getValue().detail());
  }

  /** The moment of a heartbeat, real time; of any other record null. */
  private static @Nullable Instant heard(InboundRecord record) {
    if (record.type().equals(HEARTBEAT)) {
      try {
        return Instant.parse(record.body(JsonNode.class).path("at").asText());
      } catch (DateTimeException | UnacceptableRecord e) {
        LOG.debugf("A heartbeat without a moment at %s %d", record.topic(), record.offset());
      }
    }
    return null;
  }
}
