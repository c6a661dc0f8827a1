package duban.status.listing;

import io.agroal.api.AgroalDataSource;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Conditions of a query, with their values, which are bound and never written into it. */
public final class Clauses {

  /** What becomes of a row. */
  public interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final List<String> texts = new ArrayList<>(List.of("true"));
  private final List<Object> values = new ArrayList<>();

  public Clauses equal(String column, Object value) {
    return and(column + " = ?", value);
  }

  /** One of these. A single one has a plan that PostgreSQL keeps; several have one each time. */
  public Clauses among(String column, Collection<String> several) {
    return several.size() == 1
        ? equal(column, several.iterator().next())
        : and(column + " = ANY (?)", several);
  }

  /**
   * One more that holds.
   *
   * @param text with a {@code ?} for each value; for several texts, write {@code = ANY (?)}
   */
  public Clauses and(String text, Object... bound) {
    texts.add(text);
    values.addAll(List.of(bound));
    return this;
  }

  /**
   * The first rows of the query.
   *
   * @param from up to where the conditions begin
   */
  public <T> List<T> rows(
      AgroalDataSource database, String from, String order, int most, Reading<T> reading) {
    // As a parameter PostgreSQL would plan for a tenth of all rows, and walk through them in order.
    var sql =
        "%s WHERE %s ORDER BY %s LIMIT %d"
            .formatted(from, String.join(" AND ", texts), order, most);
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      bind(select);
      List<T> found = new ArrayList<>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(reading.read(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("The list cannot be read", e);
    }
  }

  private void bind(PreparedStatement select) throws SQLException {
    int at = 0;
    for (Object value : values) {
      at++;
      if (value instanceof Collection<?> several) {
        select.setArray(at, select.getConnection().createArrayOf("text", several.toArray()));
      } else if (value instanceof Instant moment) {
        select.setObject(at, moment.atOffset(ZoneOffset.UTC));
      } else {
        select.setObject(at, value);
      }
    }
  }

  /** For {@code like … escape '!'}: contains the text, whose % and _ mean themselves. */
  static String pattern(String text) {
    return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
  }
}
