package duban.status.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import duban.chassis.clock.BusinessClock;
import duban.chassis.inbox.Heard;
import duban.chassis.inbox.InboundRecord;
import duban.chassis.json.Json;
import duban.chassis.sql.Columns;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Every version of what other services say, with the moment at which it was heard, so that an
 * answer about what was known at a moment does not change when a newer one comes. The queries name
 * no result class: with one, Hibernate keeps a plan for each call and looks through all of them.
 */
@ApplicationScoped
public class Snapshots {

  private static final String KEEP =
      """
      INSERT INTO snapshot (topic, key, version, heard_at, body)
      SELECT topic, key, version, ?, CAST(body AS jsonb)
      FROM unnest(?::text[], ?::text[], ?::bigint[], ?::text[]) AS h(topic, key, version, body)
      ON CONFLICT DO NOTHING RETURNING key, version
      """;

  private final EntityManager database;
  private final AgroalDataSource jdbc;
  private final BusinessClock clock;

  Snapshots(EntityManager database, AgroalDataSource jdbc, BusinessClock clock) {
    this.database = database;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The body as text. */
  public static String json(InboundRecord record) {
    byte[] value = record.value();
    return value == null ? "" : new String(value, StandardCharsets.UTF_8);
  }

  /**
   * Keeps these versions.
   *
   * @return those that were not heard before
   */
  public <T> List<Heard<T>> keep(
      List<Heard<T>> batch, Function<T, String> key, ToLongFunction<T> version) {
    try (var connection = jdbc.getConnection();
        var insert = connection.prepareStatement(KEEP)) {
      insert.setObject(1, clock.now().atOffset(ZoneOffset.UTC));
      Columns.from(2, insert, batch)
          .text(it -> it.record().topic())
          .text(it -> key.apply(it.body()))
          .add("int8", it -> version.applyAsLong(it.body()))
          .text(it -> json(it.record()));
      var kept = new HashSet<String>();
      try (var rows = insert.executeQuery()) {
        while (rows.next()) {
          kept.add(rows.getLong(2) + " " + rows.getString(1));
        }
      }
      return batch.stream()
          .filter(it -> kept.remove(version.applyAsLong(it.body()) + " " + key.apply(it.body())))
          .toList();
    } catch (SQLException e) {
      throw new IllegalStateException("The snapshots cannot be kept", e);
    }
  }

  /**
   * The newest version that was known at that moment; if none was yet, the oldest: it says what the
   * thing is, even to who asks about a time before it was heard of.
   */
  public <T> Optional<T> knownAt(String topic, String key, Instant moment, Class<T> shape) {
    List<?> found =
        database
            .createNativeQuery(
                "SELECT CAST(body AS text) FROM snapshot WHERE topic = ?1 AND key = ?2"
                    + " ORDER BY heard_at > ?3, CASE WHEN heard_at > ?3 THEN version ELSE -version END"
                    + " LIMIT 1")
            .setParameter(1, topic)
            .setParameter(2, key)
            .setParameter(3, moment)
            .getResultList();
    return found.stream().findFirst().map(body -> read(body, shape));
  }

  /** The newest known version of each key. */
  public <T> List<T> allKnownAt(String topic, Instant moment, Class<T> shape) {
    List<?> found =
        database
            .createNativeQuery(
                "SELECT DISTINCT ON (key) CAST(body AS text) FROM snapshot"
                    + " WHERE topic = ?1 AND heard_at <= ?2 ORDER BY key, version DESC")
            .setParameter(1, topic)
            .setParameter(2, moment)
            .getResultList();
    return found.stream().<T>map(body -> read(body, shape)).toList();
  }

  /** What the newest known version of each key has in this field, where it has something. */
  public Map<String, String> fieldKnownAt(String topic, Instant moment, String field) {
    List<?> found =
        database
            .createNativeQuery(
                "SELECT key, body ->> ?3 FROM (SELECT DISTINCT ON (key) key, body FROM snapshot"
                    + " WHERE topic = ?1 AND heard_at <= ?2 ORDER BY key, version DESC) newest"
                    + " WHERE body ->> ?3 IS NOT NULL")
            .setParameter(1, topic)
            .setParameter(2, moment)
            .setParameter(3, field)
            .getResultList();
    return found.stream()
        .map(Object[].class::cast)
        .collect(Collectors.toUnmodifiableMap(it -> (String) it[0], it -> (String) it[1]));
  }

  private static <T> T read(Object body, Class<T> shape) {
    try {
      return Json.contract().readValue((String) body, shape);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A kept snapshot is no " + shape.getSimpleName(), e);
    }
  }
}
