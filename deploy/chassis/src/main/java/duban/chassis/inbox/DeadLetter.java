package duban.chassis.inbox;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as it is shown.
 *
 * @param value the body as text, as far as it is text
 * @param state OPEN, REPLAYED or DISCARDED
 */
public record DeadLetter(
    long id,
    String topic,
    int partition,
    long offset,
    @Nullable String key,
    @Nullable String type,
    @Nullable String value,
    String reason,
    String detail,
    String state,
    @Nullable String settledWhy,
    Instant receivedAt,
    @Nullable Instant settledAt) {

  static DeadLetter of(ResultSet row) throws SQLException {
    var value = row.getBytes("value");
    var settled = row.getObject("settled_at", OffsetDateTime.class);
    return new DeadLetter(
        row.getLong("id"),
        row.getString("topic"),
        row.getInt("partition"),
        row.getLong("offset"),
        row.getString("key"),
        row.getString("type"),
        value == null ? null : new String(value, StandardCharsets.UTF_8),
        row.getString("reason"),
        row.getString("detail"),
        row.getString("state"),
        row.getString("settled_why"),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        settled == null ? null : settled.toInstant());
  }
}
