package duban.chassis.inbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;

/** How far each partition was read, by whichever replica. */
@ApplicationScoped
class Offsets {

  private final AgroalDataSource database;
  private final PlaceTable table;

  Offsets(AgroalDataSource database) {
    this.database = database;
    this.table = new PlaceTable(database, "consumed");
  }

  PlaceTable table() {
    return table;
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
