package duban.chassis.rights;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The units in the service's own database, whose view {@code unit_place} says where each stands.
 */
@DefaultBean
@ApplicationScoped
class UnitPlaces implements UnitTree {

  private static final String PLACE = "SELECT superior FROM unit_place WHERE code = ?";
  private static final String TOPS = "SELECT code FROM unit_place WHERE area AND superior IS NULL";
  private static final String BELOW =
      """
      WITH RECURSIVE below AS (
        SELECT code FROM unit_place WHERE code = ?
        UNION SELECT p.code FROM unit_place p JOIN below b ON p.superior = b.code)
      SELECT code FROM below
      """;

  @FunctionalInterface
  private interface Reading<T> {
    T read(ResultSet rows) throws SQLException;
  }

  private final AgroalDataSource database;
  private final boolean made;

  UnitPlaces(
      AgroalDataSource database,
      @ConfigProperty(name = "duban.rights.units-made-here") boolean made) {
    this.database = database;
    this.made = made;
  }

  @Override
  public boolean complete() {
    return made;
  }

  @Override
  public Optional<Place> place(String code) {
    return read(
        PLACE,
        rows ->
            rows.next()
                ? Optional.of(new Place(Optional.ofNullable(rows.getString(1))))
                : Optional.empty(),
        code);
  }

  @Override
  public Set<String> below(String code) {
    return read(BELOW, UnitPlaces::codes, code);
  }

  @Override
  public Set<String> tops() {
    return read(TOPS, UnitPlaces::codes);
  }

  private static Set<String> codes(ResultSet rows) throws SQLException {
    var codes = new HashSet<String>();
    while (rows.next()) {
      codes.add(rows.getString(1));
    }
    return codes;
  }

  private <T> T read(String sql, Reading<T> reading, String... values) {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        select.setString(i + 1, values[i]);
      }
      try (var rows = select.executeQuery()) {
        return reading.read(rows);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The units cannot be read", e);
    }
  }
}
