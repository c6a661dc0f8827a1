package duban.notification;

import duban.chassis.backbone.TestTopics;
import duban.chassis.inbox.Inbox;
import duban.chassis.json.Json;
import duban.notification.deadline.Deadline;
import duban.notification.progress.Progress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Catalog and status, as far as Kafka shows them. */
public final class Feed implements AutoCloseable {

  private static final List<String> TOPICS =
      List.of(
          "duban.units",
          "duban.measures",
          "duban.calendars",
          "duban.deadlines",
          "duban.progress",
          "duban.yearly-lists");

  private final Inbox inbox;
  private final KafkaProducer<String, byte[]> producer;
  private final List<Future<RecordMetadata>> sent = new ArrayList<>();
  private static boolean made;

  Feed(Inbox inbox) {
    this.inbox = inbox;
    if (!made) {
      TOPICS.forEach(TestTopics::make);
    }
    var servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** The owners have started once; their heartbeats stay in the topics. */
  void owners() {
    if (!made) {
      heartbeats();
      made = true;
    }
  }

  /**
   * As the relays of the owners write them, to every partition; then reads until everything is
   * known.
   */
  public void heartbeats() {
    var now = "{\"at\":\"" + java.time.Instant.now() + "\"}";
    for (var topic : TOPICS) {
      for (int partition = 0; partition < 12; partition++) {
        send(
            new ProducerRecord<>(topic, partition, "heartbeat-" + partition, bytes(now)),
            "duban.heartbeat.v1");
      }
    }
    read();
  }

  public Feed unit(String code, String name, String relation, String receives) {
    var body = new HashMap<String, Object>();
    body.putAll(Map.of("id", code, "code", code, "name", name, "relation", relation));
    if (receives != null) {
      body.put("receives", Year2027.ref(receives, receives));
    }
    return snapshot("duban.units", code, "duban.unit.v1", 1, body);
  }

  /** One that stands in the tree; {@code superior} may be empty. */
  public Feed unit(String code, String kind, String relation, String superior, String receives) {
    var body = new HashMap<String, Object>();
    body.putAll(Map.of("id", code, "code", code, "name", code, "kind", kind, "relation", relation));
    if (!superior.isEmpty()) {
      body.put("superior", Year2027.ref(superior, superior));
    }
    if (!receives.isEmpty()) {
      body.put("receives", Year2027.ref(receives, receives));
    }
    return snapshot("duban.units", code, "duban.unit.v1", 1, body);
  }

  public Feed calendar() {
    var off =
        Map.of("2027-10-01", "国庆节", "2027-10-02", "国庆节", "2027-10-03", "国庆节", "2027-09-15", "中秋");
    return snapshot(
        "duban.calendars",
        "2027",
        "duban.calendar.v1",
        1,
        Map.of("id", "2027", "year", 2027, "daysOff", off, "provisional", true));
  }

  public Feed deadline(Deadline deadline) {
    return raw("duban.deadlines", deadline.id(), "duban.deadline.v1", json(deadline));
  }

  public Feed progress(String deadline, long version, String state, int counted, int required) {
    return raw(
        "duban.progress",
        deadline,
        "duban.progress.v1",
        json(new Progress(deadline, version, state, counted, required, null)));
  }

  private Feed snapshot(
      String topic, String key, String type, long version, Map<String, Object> body) {
    var all = new HashMap<>(body);
    all.put("version", version);
    return raw(topic, key, type, json(all));
  }

  public Feed raw(String topic, String key, String type, byte[] body) {
    send(new ProducerRecord<>(topic, key, body), type);
    return this;
  }

  private void send(ProducerRecord<String, byte[]> record, String type) {
    record.headers().add("ce_specversion", bytes("1.0"));
    record.headers().add("ce_type", bytes(type));
    record.headers().add("ce_id", bytes(UUID.randomUUID().toString()));
    sent.add(producer.send(record));
  }

  /** Through the real inbox, until it has read all that was sent; nothing more is waited for. */
  public void read() {
    producer.flush();
    try {
      var ends = new TreeMap<String, Long>();
      for (var one : sent) {
        var at = one.get();
        ends.merge(at.topic() + "-" + at.partition(), at.offset() + 1, Math::max);
      }
      sent.clear();
      for (int rounds = 0; rounds == 0 || !inbox.caughtUp() || !reached(ends); rounds++) {
        if (rounds > 200) {
          throw new IllegalStateException("The inbox does not come to the end of " + ends);
        }
        inbox.round();
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean reached(Map<String, Long> ends) {
    var next = new HashMap<String, Long>();
    for (var row :
        RunningService.sql(
            "SELECT topic || '-' || partition || ' ' || next_offset FROM consumed")) {
      var words = row.split(" ");
      next.put(words[0], Long.valueOf(words[1]));
    }
    return ends.entrySet().stream()
        .allMatch(it -> next.getOrDefault(it.getKey(), 0L) >= it.getValue());
  }

  public static byte[] json(Object body) {
    try {
      return Json.contract().writeValueAsBytes(body);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close();
  }
}
