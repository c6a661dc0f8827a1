package duban.chassis.outbox;

/**
 * A record to be sent.
 *
 * @param type the CloudEvents type, such as {@code duban.deadline.v1}
 * @param id the CloudEvents id
 * @param body the exact bytes of the value, at most 256 KB
 */
public record OutboxRow(String topic, String key, String type, String id, byte[] body) {}
