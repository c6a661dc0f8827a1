package duban.chassis.authorship;

import duban.chassis.rights.Access;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads who wrote what, as far as the caller may see. */
@ApplicationScoped
class Writings {

  /** One with its place in the list. */
  record Numbered(long number, Writing writing) {}

  private static final String ROWS =
      """
      SELECT w.number, w.thing, w.id, w.version, w.actor, w.unit, author.name, w.at
      FROM authorship w LEFT JOIN author ON author.actor = w.actor WHERE w.number > ?
      """;

  private final AgroalDataSource database;
  private final Access access;

  Writings(AgroalDataSource database, Access access) {
    this.database = database;
    this.access = access;
  }

  List<Numbered> after(
      long number, Optional<String> thing, Optional<String> id, Optional<String> actor, int most) {
    var seen = access.sight().condition("w.unit", "to_jsonb(ARRAY[w.unit])", "NULL", "false");
    var sql = new StringBuilder(ROWS);
    List<String> values = new ArrayList<>();
    equal("thing", thing, sql, values);
    equal("id", id, sql, values);
    equal("actor", actor, sql, values);
    sql.append(" AND ").append(seen.text()).append(" ORDER BY w.number LIMIT ").append(most);
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(sql.toString())) {
      int at = 1;
      select.setLong(at++, number);
      for (String value : values) {
        select.setString(at++, value);
      }
      for (var codes : seen.values()) {
        select.setArray(at++, connection.createArrayOf("text", codes.toArray()));
      }
      List<Numbered> found = new ArrayList<>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(new Numbered(rows.getLong(1), writing(rows)));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("It cannot be read who wrote what", e);
    }
  }

  private static void equal(
      String column, Optional<String> value, StringBuilder sql, List<String> values) {
    value.ifPresent(
        it -> {
          sql.append(" AND w.").append(column).append(" = ?");
          values.add(it);
        });
  }

  private static Writing writing(ResultSet row) throws SQLException {
    return new Writing(
        row.getString(2),
        row.getString(3),
        row.getLong(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getObject(8, OffsetDateTime.class).toInstant());
  }
}
