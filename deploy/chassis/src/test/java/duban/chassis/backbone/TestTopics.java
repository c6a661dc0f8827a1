package duban.chassis.backbone;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** The other side of Kafka in a test: another service, or somebody who sends garbage. */
public final class TestTopics {
  private static final Set<String> MADE = ConcurrentHashMap.newKeySet();
  private static @Nullable KafkaProducer<String, byte[]> producer;

  private TestTopics() {}

  private static String servers() {
    return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
  }

  /** Makes topics of other owners, as their services would at their start. */
  public static void make(String... topics) {
    var missing = Arrays.stream(topics).filter(it -> !MADE.contains(it)).toList();
    if (missing.isEmpty()) {
      return;
    }
    try (var admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
      for (var topic : missing) {
        make(admin, topic);
        MADE.add(topic);
      }
    }
  }

  private static void make(Admin admin, String topic) {
    try {
      admin.createTopics(List.of(new NewTopic(topic, 12, (short) 1))).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Deletes a topic with all that it holds, as if Kafka had been lost. */
  public static void lose(String topic) {
    MADE.remove(topic);
    try (var admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
      admin.deleteTopics(List.of(topic)).all().get();
      while (admin.listTopics().names().get().contains(topic)) {
        Thread.onSpinWait();
      }
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many consumers a group has. */
  public static int members(String group) {
    try (var admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
      return admin
          .describeConsumerGroups(List.of(group))
          .describedGroups()
          .get(group)
          .get()
          .members()
          .size();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends many records of one key quickly, in their order. */
  public static void storm(String topic, String key, String type, List<byte[]> values) {
    var producer = producer();
    for (var value : values) {
      var record = new ProducerRecord<>(topic, key, value);
      record.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
      var unused = producer.send(record);
    }
    producer.flush();
  }

  /** Sends one record and waits for it; an empty {@code type} sends no CloudEvents header. */
  public static void produce(String topic, String key, String type, String id, byte[] value) {
    make(topic);
    var record = new ProducerRecord<>(topic, key, value);
    if (!type.isEmpty()) {
      record.headers().add("ce_specversion", "1.0".getBytes(StandardCharsets.UTF_8));
      record.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
      record.headers().add("ce_id", id.getBytes(StandardCharsets.UTF_8));
    }
    try {
      producer().send(record).get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One for all tests: to make another takes longer than to send. */
  private static synchronized KafkaProducer<String, byte[]> producer() {
    var made = producer;
    if (made == null) {
      made =
          new KafkaProducer<>(
              Map.of("bootstrap.servers", servers(), "acks", "all"),
              new StringSerializer(),
              new ByteArraySerializer());
      producer = made;
    }
    return made;
  }

  /** All records that lie in the topic now, heartbeats included, by partition and offset. */
  public static List<ConsumerRecord<String, byte[]>> read(String topic) {
    var settings = Map.<String, Object>of("bootstrap.servers", servers());
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(it -> new TopicPartition(topic, it.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var records = new ArrayList<ConsumerRecord<String, byte[]>>();
      while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
      return records;
    }
  }

  /** The CloudEvents type of a record, or an empty text. */
  public static String type(ConsumerRecord<String, byte[]> record) {
    var header = record.headers().lastHeader("ce_type");
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
