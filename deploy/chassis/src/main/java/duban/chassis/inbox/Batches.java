package duban.chassis.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Applies the records of one partition, a batch in one transaction. What nobody can read is found
 * on the way and set aside in bulk, so that a storm of garbage holds up nobody; if anything else
 * fails, each record gets a transaction of its own.
 */
@ApplicationScoped
public class Batches {

  static final String HEARTBEAT = "duban.heartbeat.v1";
  private static final Logger LOG = Logger.getLogger(Batches.class);

  /**
   * What is done with the records of a partition.
   *
   * @param place where it is noted how far the partition was read
   * @param apply reads one record in the running transaction; heartbeats are kept from it
   */
  public record Reading(Place place, TopicPartition partition, Consumer<InboundRecord> apply) {}

  /** Rolls back what readers had written before they refused a record. */
  private static final class Unclean extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unclean() {
      super(null, null, false, false);
    }
  }

  private final DeadLetters deadLetters;

  Batches(DeadLetters deadLetters) {
    this.deadLetters = deadLetters;
  }

  /**
   * The records in their order.
   *
   * @param from the stored offset
   * @return the new one
   * @throws Place.Lost if the partition was moved on by somebody else; nothing was applied then
   * @throws RuntimeException what passes, such as a database that is away
   */
  public long apply(Reading reading, long from, List<InboundRecord> records) {
    try {
      var dead = applyUnlessDead(reading, from, records);
      if (!dead.isEmpty()) {
        applyLivingAndBury(reading, from, records, dead);
        complain(reading.partition(), dead);
      }
    } catch (Place.Lost e) {
      throw e;
    } catch (RuntimeException e) {
      if (Passing.is(e)) {
        throw e;
      }
      applyOneByOne(reading, from, records);
    }
    return behind(records);
  }

  /** Returns what is unreadable; then nothing was applied. */
  private static Map<InboundRecord, UnacceptableRecord> applyUnlessDead(
      Reading reading, long from, List<InboundRecord> records) {
    var dead = new LinkedHashMap<InboundRecord, UnacceptableRecord>();
    try {
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                move(reading, from, records);
                for (var record : records) {
                  try {
                    read(reading, record);
                  } catch (UnacceptableRecord e) {
                    dead.put(record, e);
                  }
                }
                if (!dead.isEmpty()) {
                  throw new Unclean();
                }
              });
    } catch (Unclean e) {
      // Said by what is returned.
    }
    return dead;
  }

  private void applyLivingAndBury(
      Reading reading,
      long from,
      List<InboundRecord> records,
      Map<InboundRecord, UnacceptableRecord> dead) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              move(reading, from, records);
              records.stream()
                  .filter(record -> !dead.containsKey(record))
                  .forEach(record -> read(reading, record));
              deadLetters.addAll(dead);
            });
  }

  private void applyOneByOne(Reading reading, long from, List<InboundRecord> records) {
    var stored = from;
    for (var record : records) {
      applyOne(reading, stored, record);
      stored = record.offset() + 1;
    }
  }

  private void applyOne(Reading reading, long from, InboundRecord record) {
    var alone = List.of(record);
    try {
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                move(reading, from, alone);
                read(reading, record);
              });
    } catch (Place.Lost e) {
      throw e;
    } catch (RuntimeException e) {
      if (Passing.is(e)) {
        throw e;
      }
      var dead = Map.of(record, DeadLetters.reasonOf(e));
      applyLivingAndBury(reading, from, alone, dead);
      complain(reading.partition(), dead);
    }
  }

  private static void read(Reading reading, InboundRecord record) {
    if (!record.type().equals(HEARTBEAT)) {
      reading.apply().accept(record);
    }
  }

  private static void move(Reading reading, long from, List<InboundRecord> records) {
    reading.place().move(reading.partition(), from, behind(records), heard(records));
  }

  private static long behind(List<InboundRecord> records) {
    return records.get(records.size() - 1).offset() + 1;
  }

  private static void complain(
      TopicPartition partition, Map<InboundRecord, UnacceptableRecord> dead) {
    var first = dead.entrySet().iterator().next();
    LOG.warnf(
        "%d dead letters from %s; the first, at offset %d, is %s: %s",
        dead.size(),
        partition,
        first.getKey().offset(),
        first.getValue().reason(),
        first.getValue().detail());
  }

  /** The moment of the last heartbeat among these, real time. */
  private static @Nullable Instant heard(List<InboundRecord> records) {
    Instant newest = null;
    for (var record : records) {
      if (record.type().equals(HEARTBEAT)) {
        try {
          newest = Instant.parse(record.body(JsonNode.class).path("at").asText());
        } catch (DateTimeException | UnacceptableRecord e) {
          LOG.debugf("A heartbeat without a moment at %s %d", record.topic(), record.offset());
        }
      }
    }
    return newest;
  }
}
