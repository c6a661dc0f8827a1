package duban.chassis.inbox;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What the consumer runs with, on top of {@code kafka.*}. */
public final class ConsumerSettings {

  private ConsumerSettings() {}

  static Map<String, Object> of(Map<String, Object> kafka, String service, String instance) {
    var configuration = alone(kafka);
    configuration.put(ConsumerConfig.GROUP_ID_CONFIG, service);
    // A static member comes back after a crash without waiting for its own session to end.
    configuration.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, service + "-" + instance);
    return configuration;
  }

  /** Without a group: for one who says himself what he reads. */
  public static Map<String, Object> alone(Map<String, Object> kafka) {
    var configuration = new HashMap<>(kafka);
    configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    configuration.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "1000");
    configuration.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    configuration.put(
        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
    configuration.put(
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
    return configuration;
  }
}
