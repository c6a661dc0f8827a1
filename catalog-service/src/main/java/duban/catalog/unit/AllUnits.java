package duban.catalog.unit;

import duban.catalog.snapshot.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * All units as they stand in the caller's transaction. Each edit needs them all, and hardly ever
 * has one changed: what was read is kept until a row is another one.
 */
@ApplicationScoped
class AllUnits {
  /**
   * Tells how all rows were written: no two transactions have the same number, but in a database
   * that was restored, and there it was at another time.
   */
  private static final String WRITING =
      "SELECT count(*) || ' ' || coalesce(sum(hash_record_extended("
          + "row(id, xmin::text, version, recorded_at), 0)), 0) FROM unit";

  private static final String ROWS = "SELECT version, body::text FROM unit ORDER BY id";

  private record Known(String writing, Units units) {}

  private final EntityManager entities;
  private volatile Known known = new Known("", new Units(List.of()));

  AllUnits(EntityManager entities) {
    this.entities = entities;
  }

  Units now() {
    Known before = known;
    String writing = (String) entities.createNativeQuery(WRITING).getSingleResult();
    if (writing.equals(before.writing)) {
      return before.units;
    }
    Units units = read();
    if (writing.equals(entities.createNativeQuery(WRITING).getSingleResult())) {
      known = new Known(writing, units);
    }
    return units;
  }

  private Units read() {
    List<?> rows = entities.createNativeQuery(ROWS).getResultList();
    return new Units(rows.stream().map(it -> unit((Object[]) it)).toList());
  }

  private static Unit unit(Object[] row) {
    return Snapshot.read((String) row[1], Unit.class).at(((Number) row[0]).intValue());
  }
}
