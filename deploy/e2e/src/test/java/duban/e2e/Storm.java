package duban.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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

  private static final Duration MOST_DELAY = Duration.ofSeconds(1);

  private static final String TOPIC = "duban.deadlines";
  private static final String TYPE = "duban.deadline.v1";

  private final Whole whole;
  private final KafkaProducer<String, byte[]> producer;

  /** For the good records: in the other they would wait behind the garbage before it is sent. */
  private final KafkaProducer<String, byte[]> quiet;

  private final ObjectNode good;

  /**
   * @param good the newest snapshot of a deadline
   */
  Storm(Whole whole, Record good) throws IOException {
    this.whole = whole;
    this.good = (ObjectNode) Whole.JSON.readTree(good.bytes());
    this.producer = producer(whole);
    this.quiet = producer(whole);
  }

  private static KafkaProducer<String, byte[]> producer(Whole whole) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", whole.duban().bootstrapServers(), "acks", "all"),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  /** How long each of so many good records took, one after the other, to be seen over HTTP. */
  List<Duration> probes(int number) throws Exception {
    var times = new ArrayList<Duration>();
    for (int i = 0; i < number; i++) {
      times.add(probe());
      Thread.sleep(100);
    }
    return times;
  }

  /** The same while the storm is on, until all of it is put away. */
  List<Duration> probesAmidTheStorm() throws Exception {
    var raging = CompletableFuture.runAsync(this::rage);
    var times = new ArrayList<Duration>();
    while (!raging.isDone() || deadLetters("status") < GARBAGE) {
      times.add(probe());
    }
    raging.join();
    return times;
  }

  private Duration probe() throws Exception {
    var version = good.path("version").asLong() + 1;
    var title = "第" + version + "版";
    good.put("version", version).put("title", title);
    quiet.send(record(TYPE, good.path("id").asText(), Whole.JSON.writeValueAsBytes(good))).get();
    var began = System.nanoTime();
    var path = "/api/status/progress/" + good.path("id").asText();
    await()
        .atMost(Duration.ofMinutes(1))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(25))
        .until(() -> whole.get(path).body().path("title").asText().equals(title));
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private void rage() {
    var began = System.nanoTime();
    for (int i = 0; i < GARBAGE; i++) {
      LockSupport.parkNanos(began + LASTS.toNanos() / GARBAGE * i - System.nanoTime());
      var key = "garbage-" + i;
      var text = "{\"id\": \"" + key + "\", \"version\": 1}";
      var kind =
          switch (i % 4) {
            case 0 -> record(TYPE, key, "{\"id\": \"half a rec".getBytes(StandardCharsets.UTF_8));
            case 1 -> record("duban.nonsense.v1", key, text.getBytes(StandardCharsets.UTF_8));
            case 2 -> new ProducerRecord<>(TOPIC, key, text.getBytes(StandardCharsets.UTF_8));
            default -> record("duban.deadline.v999", key, text.getBytes(StandardCharsets.UTF_8));
          };
      var unused = producer.send(kind);
    }
    producer.flush();
  }

  private static ProducerRecord<String, byte[]> record(String type, String key, byte[] body) {
    var record = new ProducerRecord<>(TOPIC, key, body);
    for (var header :
        Map.of("ce_specversion", "1.0", "ce_id", key, "ce_type", type, "ce_source", "/storm")
            .entrySet()) {
      record.headers().add(header.getKey(), header.getValue().getBytes(StandardCharsets.UTF_8));
    }
    return record;
  }

  /** How many a service has put away, by its database. */
  long deadLetters(String service) throws Exception {
    return Database.of(whole, service)
        .number("SELECT count(*) FROM dead_letter WHERE state = 'OPEN'");
  }

  private static Duration of(List<Duration> times, int percent) {
    var sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    return sorted.get((sorted.size() - 1) * percent / 100);
  }

  /**
   * A good record is seen a second later at most: judged by the middle one, for a single one may
   * meet a machine that was busy with something else.
   */
  static void judge(List<Duration> calm, List<Duration> amid) {
    System.out.printf(
        "a good record is seen after %d ms when it is calm, in the storm after %d ms, at most %d ms"
            + " (%d probes, 19 of 20 within %d ms)%n",
        of(calm, 50).toMillis(),
        of(amid, 50).toMillis(),
        Collections.max(amid).toMillis(),
        amid.size(),
        of(amid, 95).toMillis());
    assertThat(of(amid, 50).minus(of(calm, 50))).isLessThanOrEqualTo(MOST_DELAY);
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
    quiet.close(Duration.ofSeconds(5));
  }
}
