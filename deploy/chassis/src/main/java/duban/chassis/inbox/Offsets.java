package duban.chassis.inbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far each partition was read, kept beside what was read from it. */
@ApplicationScoped
class Offsets {

  /** Another replica has moved this partition on: what was about to be applied must be dropped. */
  static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Lost(TopicPartition partition) {
      super("Another reader has moved " + partition + " on", null, false, false);
    }
  }

  private final AgroalDataSource database;

  Offsets(AgroalDataSource database) {
    this.database = database;
  }

  /** The next offset of each, 0 for one never read. */
  Map<TopicPartition, Long> next(Collection<TopicPartition> partitions) throws SQLException {
    var next = new HashMap<TopicPartition, Long>();
    try (var connection = database.getConnection()) {
      insertMissing(connection, partitions);
      try (var select =
          connection.prepareStatement(
              "SELECT next_offset FROM consumed WHERE topic = ? AND partition = ?")) {
        for (var partition : partitions) {
          select.setString(1, partition.topic());
          select.setInt(2, partition.partition());
          try (var row = select.executeQuery()) {
            row.next();
            next.put(partition, row.getLong(1));
          }
        }
      }
    }
    return next;
  }

  private static void insertMissing(Connection connection, Collection<TopicPartition> partitions)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "INSERT INTO consumed (topic, partition, next_offset) VALUES (?, ?, 0)"
                + " ON CONFLICT DO NOTHING")) {
      for (var partition : partitions) {
        insert.setString(1, partition.topic());
        insert.setInt(2, partition.partition());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /**
   * Within the transaction of what was read. Throws {@link Lost} if {@code from} is no longer true.
   */
  void move(TopicPartition partition, long from, long to, @Nullable Instant heardAt) {
    var sql =
        "UPDATE consumed SET next_offset = ?, heard_at = coalesce(?, heard_at)"
            + " WHERE topic = ? AND partition = ? AND next_offset = ?";
    try (var connection = database.getConnection();
        var update = connection.prepareStatement(sql)) {
      update.setLong(1, to);
      update.setObject(2, heardAt == null ? null : heardAt.atOffset(ZoneOffset.UTC));
      update.setString(3, partition.topic());
      update.setInt(4, partition.partition());
      update.setLong(5, from);
      if (update.executeUpdate() != 1) {
        throw new Lost(partition);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The offset of " + partition + " cannot be stored", e);
    }
  }

  /** The newest heartbeat of the quietest partition; empty while one has never been heard. */
  Optional<Instant> oldestHeartbeat(Set<String> topics) {
    var sql =
        "SELECT min(heard_at), count(*) - count(heard_at), count(DISTINCT topic)"
            + " FROM consumed WHERE topic = ANY (?)";
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      select.setArray(1, connection.createArrayOf("text", topics.toArray()));
      try (var row = select.executeQuery()) {
        row.next();
        var complete = row.getLong(2) == 0 && row.getLong(3) == topics.size();
        return complete
            ? Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The heartbeats cannot be read", e);
    }
  }
}
