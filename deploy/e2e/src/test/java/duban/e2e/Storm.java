package duban.e2e;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Somebody floods a topic with garbage; between it, good records come. */
final class Storm implements AutoCloseable {

  static final int GARBAGE = 100_000;

  /** How long it lasts: without this, what is measured is how fast garbage can be made. */
  private static final Duration LASTS = Duration.ofSeconds(Long.getLong("duban.storm", 30));

  /** From its beginning; who has not counted all by then is not waited for here. */
  private static final Duration UNTIL_COUNTED = LASTS.plusMinutes(2);

  private static final Duration CALM = Duration.ofSeconds(5);

  private static final String TOPIC = "duban.deadlines";
  private static final String TYPE = "duban.deadline.v1";

  /** What notification reads besides, with the type of the snapshots in it. */
  private static final Map<String, String> OTHER_TOPICS =
      Map.of(
          "duban.units", "duban.unit.v1",
          "duban.measures", "duban.measure.v1",
          "duban.calendars", "duban.calendar.v1",
          "duban.progress", "duban.progress.v1");

  /** How many of those each service reads. */
  private static final Map<String, Long> READ =
      Map.of("catalog", 1L, "status", 3L, "notification", 4L);

  private static final String WITHOUT_ID = "{\"version\": 1}";

  private final Whole whole;
  private final KafkaProducer<String, byte[]> producer;

  /** For the good records: in the other they would wait behind the garbage before it is sent. */
  private final KafkaProducer<String, byte[]> quiet;

  private final ObjectNode good;

  /** A copy of it, of which only the text is made bad. */
  private final ObjectNode otherwiseGood;

  /**
   * @param good the newest snapshot of a deadline
   */
  Storm(Whole whole, Record good) throws IOException {
    this.whole = whole;
    this.good = (ObjectNode) Whole.JSON.readTree(good.bytes());
    this.otherwiseGood = this.good.deepCopy();
    this.producer = producer(whole);
    this.quiet = producer(whole);
  }

  private static KafkaProducer<String, byte[]> producer(Whole whole) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", whole.duban().bootstrapServers(), "acks", "all"),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  /**
   * Sends one snapshot without an id to each other topic, and returns when all are counted: a
   * service that stumbles over one would read nothing of what follows.
   */
  void poison() throws Exception {
    for (var other : OTHER_TOPICS.entrySet()) {
      quiet.send(record(other.getKey(), other.getValue(), "nobody", WITHOUT_ID)).get();
    }
    for (var service : READ.entrySet()) {
      await(service.getKey() + " counts each without an id")
          .atMost(Duration.ofMinutes(1))
          .until(() -> deadLetters(service.getKey()), it -> it.equals(service.getValue()));
    }
  }

  /** How long good records took to be seen while it is calm, by service. */
  Map<String, List<Duration>> calm() throws Exception {
    var end = System.nanoTime() + CALM.toNanos();
    return probes().until(() -> System.nanoTime() > end);
  }

  /** The same while the storm is on, until all of it is put away. */
  Map<String, List<Duration>> amid() throws Exception {
    var began = System.nanoTime();
    var raging = CompletableFuture.runAsync(this::rage);
    var counting = CompletableFuture.runAsync(() -> awaitCounted(began, raging));
    var times = probes().until(counting::isDone);
    counting.join();
    return times;
  }

  private void awaitCounted(long began, CompletableFuture<Void> raging) {
    raging.join();
    await()
        .atMost(UNTIL_COUNTED.minusNanos(System.nanoTime() - began))
        .until(
            () ->
                deadLetters("status") == bad("status")
                    && deadLetters("notification") == bad("notification"));
  }

  private Probes probes() {
    return new Probes(
        whole,
        good,
        it -> {
          var unused = quiet.send(record(TOPIC, TYPE, good.path("id").asText(), it));
        });
  }

  private void rage() {
    var began = System.nanoTime();
    for (int i = 0; i < GARBAGE; i++) {
      LockSupport.parkNanos(began + LASTS.toNanos() / GARBAGE * i - System.nanoTime());
      var unused = producer.send(garbage(i));
    }
    producer.flush();
  }

  /** Of seven kinds, one after the other. */
  private ProducerRecord<String, byte[]> garbage(int i) {
    var key = new UUID(0, i).toString();
    var text = "{\"id\": \"" + key + "\", \"version\": 1}";
    return switch (i % 7) {
      case 0 -> record(TOPIC, TYPE, key, "{\"id\": \"half a rec");
      case 1 -> record(TOPIC, "duban.nonsense.v1", key, text);
      case 2 -> new ProducerRecord<>(TOPIC, key, text.getBytes(StandardCharsets.UTF_8));
      case 3 -> record(TOPIC, "duban.deadline.v999", key, text);
      case 4 -> record(TOPIC, TYPE, key, WITHOUT_ID);
      case 5 -> record(TOPIC, TYPE, key, otherwiseGood(key, "\\u0000"));
      default -> record(TOPIC, TYPE, key, otherwiseGood(key, "\\ud800"));
    };
  }

  /**
   * A whole deadline but for its title.
   *
   * @param escape of a character that PostgreSQL cannot keep
   */
  private String otherwiseGood(String key, String escape) {
    otherwiseGood.put("id", key).put("title", "TITLE");
    return otherwiseGood.toString().replace("TITLE", "第" + escape + "版");
  }

  private static ProducerRecord<String, byte[]> record(
      String topic, String type, String key, String body) {
    var record = new ProducerRecord<>(topic, key, body.getBytes(StandardCharsets.UTF_8));
    for (var header :
        Map.of("ce_specversion", "1.0", "ce_id", key, "ce_type", type, "ce_source", "/storm")
            .entrySet()) {
      record.headers().add(header.getKey(), header.getValue().getBytes(StandardCharsets.UTF_8));
    }
    return record;
  }

  /** How many bad records a service has met in the end; catalog reads no deadlines. */
  static long bad(String service) {
    return READ.get(service) + (service.equals("catalog") ? 0 : GARBAGE);
  }

  /** How many a service has put away, by its database. */
  long deadLetters(String service) throws Exception {
    return Database.of(whole, service)
        .number("SELECT count(*) FROM dead_letter WHERE state = 'OPEN'");
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
    quiet.close(Duration.ofSeconds(5));
  }
}
