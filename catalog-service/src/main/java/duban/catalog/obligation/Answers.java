package duban.catalog.obligation;

import duban.catalog.obligation.Applicability.Asked;
import duban.catalog.snapshot.SnapshotStore;
import duban.chassis.clock.BusinessClock;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** What staff answered where a duty asks of each unit whether it applies. */
@ApplicationScoped
public class Answers {
  private static final String PUT =
      """
      INSERT INTO applicability (obligation_id, unit_id, applies, recorded_at) VALUES (?, ?, ?, ?)
      ON CONFLICT (obligation_id, unit_id) DO UPDATE
        SET applies = excluded.applies, version = applicability.version + 1,
            recorded_at = excluded.recorded_at
        WHERE applicability.applies <> excluded.applies
      """;
  private static final String ALL = "SELECT obligation_id, unit_id, applies FROM applicability";

  private final AgroalDataSource database;
  private final SnapshotStore store;
  private final BusinessClock clock;

  Answers(AgroalDataSource database, SnapshotStore store, BusinessClock clock) {
    this.database = database;
    this.store = store;
    this.clock = clock;
  }

  public Applicability all() {
    Map<Asked, Boolean> answers = new HashMap<>();
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(ALL);
        var row = select.executeQuery()) {
      while (row.next()) {
        answers.put(new Asked(row.getString(1), row.getString(2)), row.getBoolean(3));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The answers cannot be read", e);
    }
    return new Applicability(answers);
  }

  void put(String obligation, String unit, boolean applies) {
    store.run(PUT, obligation, unit, applies, clock.now().atOffset(ZoneOffset.UTC));
  }

  /** How often the answer changed; 0 where there is none. */
  int version(String obligation, String unit) {
    String sql = "SELECT version FROM applicability WHERE obligation_id = ? AND unit_id = ?";
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      select.setString(1, obligation);
      select.setString(2, unit);
      try (var row = select.executeQuery()) {
        return row.next() ? row.getInt(1) : 0;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("An answer cannot be read", e);
    }
  }
}
