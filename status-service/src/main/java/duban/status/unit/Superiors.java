package duban.status.unit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What lies above units, one above the other. */
@ApplicationScoped
public class Superiors {

  // UNION leaves out what was found before, so that a circle of snapshots has an end.
  private static final String ABOVE =
      """
      WITH RECURSIVE above(id, unit) AS (
        SELECT given, given FROM unnest(?::text[]) AS given
        UNION
        SELECT a.id, s.superior FROM above a CROSS JOIN LATERAL (
          SELECT body -> 'superior' ->> 'id' AS superior FROM snapshot
          WHERE topic = '%s' AND key = a.unit AND heard_at <= ? ORDER BY version DESC LIMIT 1) s
        WHERE s.superior IS NOT NULL)
      SELECT id, unit FROM above WHERE unit = ANY (?)
      """
          .formatted(Units.TOPIC);

  private final AgroalDataSource database;

  Superiors(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * Of each of these units, which of {@code wanted} it is or lies below, as known at that moment;
   * none where it is none.
   */
  public Map<String, Set<String>> of(
      Collection<String> units, Collection<String> wanted, Instant moment) {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(ABOVE)) {
      select.setArray(1, connection.createArrayOf("text", units.toArray()));
      select.setObject(2, moment.atOffset(ZoneOffset.UTC));
      select.setArray(3, connection.createArrayOf("text", wanted.toArray()));
      Map<String, Set<String>> above = new HashMap<>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          above.computeIfAbsent(rows.getString(1), id -> new HashSet<>()).add(rows.getString(2));
        }
      }
      return above;
    } catch (SQLException e) {
      throw new IllegalStateException("The units cannot be read", e);
    }
  }
}
