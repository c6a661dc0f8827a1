package duban.status.deadline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import duban.chassis.json.Json;
import duban.chassis.problem.Problems;
import duban.status.snapshot.Snapshots;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of deadlines. */
@ApplicationScoped
public class Deadlines {

  private static final String READ =
      "SELECT " + Copy.COLUMNS + ", d.body FROM deadline d WHERE d.id = ANY (?)";
  private static final ObjectReader DEADLINE = Json.contract().readerFor(Deadline.class);
  private static final int KEPT = 2_000;

  /**
   * A copy as it was written: another one whenever anything is written of the deadline.
   *
   * @param writtenBy the transaction
   */
  public record Copy(UUID id, long version, long writtenBy) {

    /** For {@link #of}, of a {@code deadline d}. */
    public static final String COLUMNS = "d.id, d.version, d.xmin";

    /** From {@link #COLUMNS}; null if they are. */
    public static @Nullable Copy of(ResultSet row, int from) throws SQLException {
      UUID id = row.getObject(from, UUID.class);
      return id == null ? null : new Copy(id, row.getLong(from + 1), row.getLong(from + 2));
    }
  }

  private final AgroalDataSource database;
  private final Snapshots snapshots;
  // To write the body as text, send it and read it is most of what a list costs.
  private final Cache<Copy, Deadline> read = Caffeine.newBuilder().maximumSize(KEPT).build();

  Deadlines(AgroalDataSource database, Snapshots snapshots) {
    this.database = database;
    this.snapshots = snapshots;
  }

  /** As it is now, or the problem to answer: it may only not have been heard of yet. */
  public Deadline known(UUID id) {
    Deadline deadline = read(List.of(id)).get(id);
    if (deadline == null) {
      throw notKnown(id);
    }
    return deadline;
  }

  /** The same of a copy that was seen, which may have been replaced meanwhile. */
  public Deadline known(Copy copy) {
    Deadline kept = read.getIfPresent(copy);
    return kept == null ? known(copy.id()) : kept;
  }

  /** Of all these copies, by id. */
  public Map<UUID, Deadline> known(Collection<Copy> copies) {
    Map<UUID, Deadline> known = new HashMap<>();
    read.getAllPresent(copies).forEach((copy, deadline) -> known.put(copy.id(), deadline));
    List<UUID> missing =
        copies.stream().map(Copy::id).filter(it -> !known.containsKey(it)).distinct().toList();
    if (!missing.isEmpty()) {
      known.putAll(read(missing));
    }
    return known;
  }

  /** Those of these that are known, as they are now, by id. */
  public Map<UUID, Deadline> found(List<UUID> ids) {
    return read(ids);
  }

  private Map<UUID, Deadline> read(List<UUID> ids) {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(READ)) {
      select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      Map<UUID, Deadline> found = new HashMap<>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          Copy copy = Objects.requireNonNull(Copy.of(rows, 1));
          Deadline deadline = read(copy.id(), rows.getString(4));
          read.put(copy, deadline);
          found.put(copy.id(), deadline);
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("The deadlines cannot be read", e);
    }
  }

  private static Deadline read(UUID id, String body) {
    try {
      return DEADLINE.readValue(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The copy of deadline " + id + " is unreadable", e);
    }
  }

  /** The measure that it belongs to. */
  public String measureOf(UUID id) {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement("SELECT measure_id FROM deadline WHERE id = ?")) {
      select.setObject(1, id);
      try (var row = select.executeQuery()) {
        if (row.next()) {
          return row.getString(1);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The deadline cannot be read", e);
    }
    throw notKnown(id);
  }

  /** As it was known at that moment. */
  public Deadline knownAt(UUID id, Instant moment) {
    return snapshots
        .knownAt(DeadlineReader.TOPIC, id.toString(), moment, Deadline.class)
        .orElseThrow(() -> notKnown(id));
  }

  /**
   * The same of a copy that was seen along with something else, if any, and by nothing older than
   * this version: while lost copies are read again an old rule would judge wrongly.
   */
  public Deadline known(UUID id, @Nullable Copy copy, long atLeast) {
    if (copy == null || copy.version() < atLeast) {
      throw notKnown(id);
    }
    return known(copy);
  }

  /** The problem that answers for a deadline that is not known, or not to be known. */
  public static RuntimeException notKnown(UUID id) {
    return Problems.of(
        404,
        "deadline-not-known",
        "Not found",
        "deadlineId is "
            + id
            + ": no such deadline has been heard of yet; give the id of a deadline of the catalog,"
            + " or ask again in two seconds if it was made just now",
        Map.of("field", "deadlineId"),
        Map.of("Retry-After", "2"));
  }
}
