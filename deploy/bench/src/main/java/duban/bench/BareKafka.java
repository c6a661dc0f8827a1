package duban.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A producer and a consumer with nothing behind them, through a topic that no service reads. */
final class BareKafka {

  static final String TOPIC = "bench.bare";

  private final World world;
  private final Topics topics;
  private int keys;

  BareKafka(World world, Topics topics) {
    this.world = world;
    this.topics = topics;
  }

  /** When it is the turn of a call, by {@link System#nanoTime}. */
  static long turn(long began, int number, int rate) {
    return began + number * (1_000_000_000L / rate);
  }

  /** Until it is the turn of that number, at so many a second. */
  static void awaitTurn(long began, int number, int rate) {
    long at = turn(began, number, rate);
    for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** From sending to receiving, at so many a second. */
  double p99Millis(int rate, int seconds) throws Exception {
    int count = rate * seconds;
    int from = keys;
    keys += count;
    var sent = new long[count];
    var arrived = new double[count];
    try (var consumer =
        new KafkaConsumer<String, byte[]>(
            Map.<String, Object>of(
                "bootstrap.servers", world.bootstrap(),
                "group.id", "bench-" + from,
                "auto.offset.reset", "latest",
                "key.deserializer", StringDeserializer.class.getName(),
                "value.deserializer", ByteArrayDeserializer.class.getName()))) {
      consumer.subscribe(List.of(TOPIC));
      while (consumer.assignment().isEmpty()) {
        consumer.poll(Duration.ofMillis(100));
      }
      consumer.assignment().forEach(consumer::position);
      var producing = new Thread(() -> produce(from, sent, rate));
      producing.start();
      for (int seen = 0; seen < count; ) {
        for (var record : consumer.poll(Duration.ofMillis(250))) {
          if (record.key().startsWith("k")) {
            int number = Integer.parseInt(record.key().substring(1)) - from;
            arrived[number] = (System.nanoTime() - sent[number]) / 1e6;
            seen++;
          }
        }
      }
      producing.join();
    }
    return Samples.of(arrived).quantile(0.99);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // what does not arrive is missed by the consumer
  private void produce(int from, long[] sent, int rate) {
    long began = System.nanoTime();
    for (int i = 0; i < sent.length; i++) {
      awaitTurn(began, i, rate);
      var message = Snapshots.progress("k%09d".formatted(from + i), 1);
      sent[i] = System.nanoTime();
      topics.one(
          new Topics.Message(TOPIC, message.key(), message.type(), message.id(), message.body()));
    }
  }
}
