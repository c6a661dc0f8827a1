package duban.chassis.inbox;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Gives each record to the reader of its topic and type. */
@ApplicationScoped
class Application implements Batches.Applying<Application.Understood<?>> {

  private static final Pattern VERSIONED = Pattern.compile("(.+)\\.v(\\d+)");

  /** What a record says, and who understood it. */
  record Understood<T>(Reader<T> reader, Heard<T> heard) {

    static <T> Understood<T> by(Reader<T> reader, InboundRecord record) {
      return new Understood<>(reader, new Heard<>(record, reader.parse(record)));
    }

    /** Gives all that this reader understood to it at once. */
    @SuppressWarnings("unchecked") // they have the same reader
    void apply(List<Understood<?>> allOfThisReader) {
      var batch = new ArrayList<Heard<T>>(allOfThisReader.size());
      allOfThisReader.forEach(it -> batch.add((Heard<T>) it.heard()));
      reader.apply(batch);
    }
  }

  private final Map<String, Reader<?>> readers = new HashMap<>();

  Application(@All List<Reader<?>> readers) {
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

  @Override
  public Understood<?> prepare(InboundRecord record) {
    var reader = readers.get(record.topic() + " " + record.type());
    if (reader == null) {
      throw unknown(record);
    }
    return Understood.by(reader, record);
  }

  @Override
  public void apply(List<Understood<?>> batch) {
    var byReader = new LinkedHashMap<Reader<?>, List<Understood<?>>>();
    batch.forEach(it -> byReader.computeIfAbsent(it.reader(), key -> new ArrayList<>()).add(it));
    byReader.values().forEach(all -> all.get(0).apply(all));
  }

  /** A single record, in the caller's transaction. */
  void read(InboundRecord record) {
    apply(List.of(prepare(record)));
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
