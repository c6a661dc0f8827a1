package duban.chassis.inbox;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Gives each record to the reader of its topic and type. */
@ApplicationScoped
class Application {

  private static final Pattern VERSIONED = Pattern.compile("(.+)\\.v(\\d+)");

  private final Map<String, Reader> readers = new HashMap<>();

  Application(@All List<Reader> readers) {
    for (var reader : readers) {
      this.readers.put(reader.topic() + " " + reader.type(), reader);
    }
  }

  /** The topics that somebody here reads. */
  Set<String> topics() {
    var topics = new TreeSet<String>();
    readers.values().forEach(reader -> topics.add(reader.topic()));
    return topics;
  }

  /** In the caller's transaction. */
  void read(InboundRecord record) {
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
}
