package duban.notification.copy;

import com.fasterxml.jackson.core.JsonProcessingException;
import duban.chassis.inbox.InboundRecord;
import duban.chassis.inbox.Reason;
import duban.chassis.inbox.UnacceptableRecord;
import duban.chassis.json.Json;
import duban.notification.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The tables {@code *_copy}: one row a key, the newest version wins whatever the order of arrival.
 */
@ApplicationScoped
public class Copies {

  private final Sql sql;

  Copies(Sql sql) {
    this.sql = sql;
  }

  /** Where a kind of snapshot is kept. */
  public enum Table {
    UNIT,
    MEASURE,
    CALENDAR,
    DEADLINE,
    PROGRESS;

    private String sqlName() {
      return name().toLowerCase(java.util.Locale.ROOT) + "_copy";
    }
  }

  /**
   * Keeps a snapshot; false if what is kept is as new. Throws {@link UnacceptableRecord} for one
   * without identity.
   */
  public boolean keep(Table table, InboundRecord record, String id, long version) {
    if (id.isBlank() || version < 1) {
      throw new UnacceptableRecord(
          Reason.UNREADABLE, "a snapshot has a key and a version from 1 on");
    }
    var insert =
        "INSERT INTO %1$s AS kept (id, version, body) VALUES (?, ?, ?::jsonb) ON CONFLICT (id) DO UPDATE"
            + " SET version = excluded.version, body = excluded.body WHERE kept.version < excluded.version";
    var body = new String(record.value(), StandardCharsets.UTF_8);
    return sql.change(insert.formatted(table.sqlName()), id, version, body) > 0;
  }

  public <T> Optional<T> find(Table table, String id, Class<T> shape) {
    return sql.first(
        "SELECT body FROM %s WHERE id = ?".formatted(table.sqlName()),
        row -> read(row.getString(1), shape),
        id);
  }

  public <T> List<T> all(Table table, Class<T> shape) {
    return sql.list(
        "SELECT body FROM %s".formatted(table.sqlName()), row -> read(row.getString(1), shape));
  }

  /** A body that was kept. */
  public static <T> T read(String body, Class<T> shape) {
    try {
      return Json.contract().readValue(body, shape);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A kept snapshot is unreadable", e);
    }
  }
}
