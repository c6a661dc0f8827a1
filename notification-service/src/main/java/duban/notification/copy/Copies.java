package duban.notification.copy;

import com.fasterxml.jackson.core.JsonProcessingException;
import duban.chassis.inbox.Heard;
import duban.chassis.inbox.Reason;
import duban.chassis.inbox.UnacceptableRecord;
import duban.chassis.json.Json;
import duban.notification.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The tables {@code *_copy}: one row a key, the newest version wins whatever the order of arrival.
 */
@ApplicationScoped
public class Copies {

  private static final String KEEP =
      """
      INSERT INTO %s AS kept (id, version, body)
      SELECT id, version::bigint, body::jsonb
      FROM unnest(?::text[], ?::text[], ?::text[]) AS h(id, version, body)
      ON CONFLICT (id) DO UPDATE SET version = excluded.version, body = excluded.body
      WHERE kept.version < excluded.version
      RETURNING id
      """;

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
    PROGRESS,
    YEARLY_LIST;

    private String sqlName() {
      return name().toLowerCase(java.util.Locale.ROOT) + "_copy";
    }
  }

  /** Refuses, with {@link UnacceptableRecord}, a snapshot without identity. */
  public static void identified(@Nullable String id, long version) {
    if (id == null || id.isBlank() || version < 1) {
      throw new UnacceptableRecord(
          Reason.UNREADABLE, "a snapshot has a key and a version from 1 on");
    }
  }

  /** Keeps snapshots; returns those that were newer than what was kept. */
  public <T> List<T> keep(
      Table table, List<Heard<T>> batch, Function<T, String> id, ToLongFunction<T> version) {
    var newest = Heard.newest(batch, id, version);
    var changed =
        sql.list(
            KEEP.formatted(table.sqlName()),
            row -> row.getString(1),
            newest.stream().map(it -> id.apply(it.body())).toList(),
            newest.stream().map(it -> version.applyAsLong(it.body())).toList(),
            newest.stream()
                .map(it -> new String(it.record().value(), StandardCharsets.UTF_8))
                .toList());
    var ids = Set.copyOf(changed);
    return newest.stream().map(Heard::body).filter(it -> ids.contains(id.apply(it))).toList();
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

  /** Those whose {@code field} is one of these. */
  public <T> List<T> with(Table table, String field, Collection<String> values, Class<T> shape) {
    return sql.list(
        "SELECT body FROM %s WHERE body ->> '%s' = ANY (?)".formatted(table.sqlName(), field),
        row -> read(row.getString(1), shape),
        values);
  }

  /** Other than before if any of a kind came, changed or went. */
  public String mark(Table table) {
    return sql.first(
            "SELECT string_agg(id || ':' || version, ',' ORDER BY id) FROM %s"
                .formatted(table.sqlName()),
            row -> Objects.requireNonNullElse(row.getString(1), ""))
        .orElseThrow();
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
