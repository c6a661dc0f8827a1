package duban.chassis.inbox;

import duban.chassis.sql.Columns;
import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/**
 * The places in a table with the columns {@code topic, partition, topic_id, next_offset, heard_at}.
 * With the topic's id, because an offset means nothing in a topic that was made anew.
 */
public final class PlaceTable implements Place {

  /**
   * How far the partitions were read.
   *
   * @param next the next offset of each partition
   * @param anew the topics that were lost and made anew since they were last looked at; their
   *     places are at the beginning now
   */
  public record Standing(Map<TopicPartition, Long> next, Set<String> anew) {}

  private static final String SEEN =
      "WITH seen AS (SELECT * FROM unnest(?::text[], ?::int[], ?::text[]) AS s(topic, partition, id)) ";
  private static final String RESTART =
      "UPDATE %1$s p SET next_offset = 0, heard_at = NULL, topic_id = s.id FROM seen s"
          + " WHERE p.topic = s.topic AND p.partition = s.partition AND p.topic_id <> s.id"
          + " RETURNING p.topic";
  private static final String ADD =
      "INSERT INTO %1$s (topic, partition, topic_id, next_offset)"
          + " SELECT topic, partition, id, 0 FROM seen"
          + " ON CONFLICT (topic, partition) DO UPDATE SET topic_id = excluded.topic_id"
          + " WHERE %1$s.topic_id IS NULL";
  private static final String SELECT =
      "SELECT p.topic, p.partition, p.next_offset FROM %1$s p JOIN seen s USING (topic, partition)";

  private static final String MOVE =
      "UPDATE %1$s p SET next_offset = m.next, heard_at = coalesce(m.heard, p.heard_at)"
          + " FROM unnest(?::text[], ?::int[], ?::bigint[], ?::bigint[], ?::timestamptz[])"
          + " AS m(topic, partition, before, next, heard)"
          + " WHERE p.topic = m.topic AND p.partition = m.partition AND p.next_offset = m.before";

  private final AgroalDataSource database;
  private final String table;

  public PlaceTable(AgroalDataSource database, String table) {
    this.database = database;
    this.table = table;
  }

  /** Where these partitions stand; those never seen stand at 0 from now on. */
  public Standing stand(Map<TopicPartition, Uuid> topics) throws SQLException {
    try (var connection = database.getConnection()) {
      var anew = new TreeSet<String>();
      try (var restart = prepare(connection, RESTART, topics);
          var rows = restart.executeQuery()) {
        while (rows.next()) {
          anew.add(rows.getString(1));
        }
      }
      try (var add = prepare(connection, ADD, topics)) {
        add.executeUpdate();
      }
      var next = new HashMap<TopicPartition, Long>();
      try (var select = prepare(connection, SELECT, topics);
          var rows = select.executeQuery()) {
        while (rows.next()) {
          next.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
        }
      }
      return new Standing(next, anew);
    }
  }

  private PreparedStatement prepare(
      Connection connection, String sql, Map<TopicPartition, Uuid> topics) throws SQLException {
    var statement = connection.prepareStatement(SEEN + sql.formatted(table));
    Columns.of(statement, topics.entrySet())
        .text(it -> it.getKey().topic())
        .add("int4", it -> it.getKey().partition())
        .text(it -> it.getValue().toString());
    return statement;
  }

  @Override
  public void move(Collection<Move> moves) {
    try (var connection = database.getConnection();
        var update = connection.prepareStatement(MOVE.formatted(table))) {
      Columns.of(update, moves)
          .text(it -> it.partition().topic())
          .add("int4", it -> it.partition().partition())
          .add("int8", Move::from)
          .add("int8", Move::to)
          .add("timestamptz", Move::heardAt);
      if (update.executeUpdate() != moves.size()) {
        throw new Lost(moves);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The offsets of " + moves + " cannot be stored", e);
    }
  }
}
