package duban.catalog.snapshot;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what rules, units and calendars said before; the database keeps it with each change. */
@ApplicationScoped
public class Editions {
  /** Under which all that is known stands now. */
  public static final long NEWEST = Long.MAX_VALUE;

  private static final String AT =
      """
      SELECT DISTINCT ON (id) id, version, body, recorded_at FROM edition
      WHERE thing = ? AND number <= ? AND (?::text[] IS NULL OR id = ANY (?::text[]))
      ORDER BY id, number DESC
      """;

  private final AgroalDataSource database;

  Editions(AgroalDataSource database) {
    this.database = database;
  }

  /** All of a kind as they stood, in the order of their ids. */
  public List<Edition> all(String thing, long number) {
    return at(thing, number, null);
  }

  /** Those with these ids; what was not there yet is left out. */
  public List<Edition> of(String thing, Collection<String> ids, long number) {
    return at(thing, number, ids.toArray(String[]::new));
  }

  private List<Edition> at(String thing, long number, String @Nullable [] ids) {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(AT)) {
      var these = ids == null ? null : connection.createArrayOf("text", ids);
      select.setString(1, thing);
      select.setLong(2, number);
      select.setArray(3, these);
      select.setArray(4, these);
      List<Edition> found = new ArrayList<>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new Edition(
                  row.getString(1),
                  row.getInt(2),
                  row.getString(3),
                  row.getObject(4, OffsetDateTime.class).toInstant()));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("What stood before cannot be read", e);
    }
  }
}
