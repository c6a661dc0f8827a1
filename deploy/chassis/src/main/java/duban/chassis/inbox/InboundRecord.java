package duban.chassis.inbox;

import duban.chassis.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was found.
 *
 * @param type the CloudEvents type, empty if it carries none
 */
public record InboundRecord(
    String topic,
    int partition,
    long offset,
    @Nullable String key,
    byte @Nullable [] value,
    String type,
    String id) {

  public static InboundRecord of(ConsumerRecord<byte[], byte[]> record) {
    var key = record.key();
    return new InboundRecord(
        record.topic(),
        record.partition(),
        record.offset(),
        key == null ? null : new String(key, StandardCharsets.UTF_8),
        record.value(),
        header(record, "ce_type"),
        header(record, "ce_id"));
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? ""
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** The body in the caller's own shape, without the fields that it does not use. */
  public <T> T body(Class<T> shape) {
    if (value == null) {
      throw new UnacceptableRecord(Reason.UNREADABLE, "The record has no body");
    }
    try {
      Storable.check(value);
      var body = Json.contract().readValue(value, shape);
      if (body == null) {
        throw new UnacceptableRecord(Reason.UNREADABLE, "The body is null");
      }
      return body;
    } catch (IOException e) {
      throw new UnacceptableRecord(
          Reason.UNREADABLE,
          "The body is not a " + shape.getSimpleName() + ": " + e.getMessage(),
          e);
    }
  }
}
