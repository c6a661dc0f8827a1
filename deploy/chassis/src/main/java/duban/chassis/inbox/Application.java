package duban.chassis.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Applies records: a batch in one transaction, or, if one of them fails, each in its own. */
@ApplicationScoped
class Application {

  static final String HEARTBEAT = "duban.heartbeat.v1";
  private static final Logger LOG = Logger.getLogger(Application.class);
  private static final Pattern VERSIONED = Pattern.compile("(.+)\\.v(\\d+)");

  private final Map<String, Reader> readers = new HashMap<>();
  private final Offsets offsets;
  private final DeadLetters deadLetters;

  Application(@All List<Reader> readers, Offsets offsets, DeadLetters deadLetters) {
    for (var reader : readers) {
      this.readers.put(reader.topic() + " " + reader.type(), reader);
    }
    this.offsets = offsets;
    this.deadLetters = deadLetters;
  }

  /** The topics that somebody here reads. */
  java.util.Set<String> topics() {
    var topics = new TreeSet<String>();
    readers.values().forEach(reader -> topics.add(reader.topic()));
    return topics;
  }

  /**
   * The records of one partition, in order. {@code from} is the stored offset; returns the new one.
   */
  long apply(TopicPartition partition, long from, List<InboundRecord> records) {
    var next = records.get(records.size() - 1).offset() + 1;
    try {
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                offsets.move(partition, from, next, heard(records));
                records.forEach(this::read);
              });
      return next;
    } catch (Offsets.Lost e) {
      throw e;
    } catch (RuntimeException e) {
      if (Passing.is(e)) {
        throw e;
      }
      return applyOneByOne(partition, from, records);
    }
  }

  private long applyOneByOne(TopicPartition partition, long from, List<InboundRecord> records) {
    var stored = from;
    for (var record : records) {
      stored = applyOne(partition, stored, record);
    }
    return stored;
  }

  private long applyOne(TopicPartition partition, long from, InboundRecord record) {
    var next = record.offset() + 1;
    try {
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                offsets.move(partition, from, next, heard(List.of(record)));
                read(record);
              });
    } catch (Offsets.Lost e) {
      throw e;
    } catch (RuntimeException e) {
      if (Passing.is(e)) {
        throw e;
      }
      bury(partition, from, record, e);
    }
    return next;
  }

  private void bury(
      TopicPartition partition, long from, InboundRecord record, RuntimeException failure) {
    var unacceptable = DeadLetters.reasonOf(failure);
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              offsets.move(partition, from, record.offset() + 1, null);
              deadLetters.add(record, unacceptable);
            });
    LOG.warnf(
        "Dead letter: %s at offset %d, %s: %s",
        partition, record.offset(), unacceptable.reason(), unacceptable.detail());
  }

  /** In the caller's transaction. */
  void read(InboundRecord record) {
    if (record.type().equals(HEARTBEAT)) {
      return;
    }
    var reader = readers.get(record.topic() + " " + record.type());
    if (reader == null) {
      throw unknown(record);
    }
    reader.read(record);
  }

  boolean reads(String topic, String type) {
    return readers.containsKey(topic + " " + type);
  }

  private UnacceptableRecord unknown(InboundRecord record) {
    if (record.type().isEmpty()) {
      return new UnacceptableRecord(
          Reason.UNREADABLE, "The record carries no header ce_type: it is not a CloudEvent");
    }
    var type = VERSIONED.matcher(record.type());
    if (type.matches() && reads(record.topic(), type.group(1) + ".v1")) {
      return new UnacceptableRecord(
          Reason.NEWER, record.type() + " needs a newer release of this service");
    }
    return new UnacceptableRecord(
        Reason.UNKNOWN_TYPE, "Nobody here reads " + record.type() + " of " + record.topic());
  }

  /** The moment of the last heartbeat among these, real time. */
  private static @org.jspecify.annotations.Nullable Instant heard(List<InboundRecord> records) {
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
