package duban.catalog.importing;

import duban.catalog.snapshot.SnapshotStore;
import duban.chassis.clock.BusinessClock;
import duban.chassis.sql.LongWork;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which files were loaded and when, so that none is loaded over what staff changed since. */
@ApplicationScoped
class LoadedCatalogues {
  private static final String REMEMBER =
      "INSERT INTO loaded_catalogue (sha256, name, loaded_at) VALUES (?, ?, ?)";

  private final AgroalDataSource database;
  private final SnapshotStore store;
  private final BusinessClock clock;

  LoadedCatalogues(AgroalDataSource database, SnapshotStore store, BusinessClock clock) {
    this.database = database;
    this.store = store;
    this.clock = clock;
  }

  /** Two replicas start at once: the second waits here and then finds it loaded. */
  void lock() {
    try (var connection = database.getConnection()) {
      LongWork.allow(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("The catalogue's lock cannot be had", e);
    }
    store.lock();
  }

  boolean has(String sha256) {
    return loaded().stream().anyMatch(it -> it.sha256.equals(sha256));
  }

  boolean hasName(String name) {
    return loaded().stream().anyMatch(it -> it.name.equals(name));
  }

  /** The year of the installation's first load. */
  Optional<Integer> firstYear() {
    return loaded().stream()
        .map(Loaded::at)
        .min(OffsetDateTime::compareTo)
        .map(at -> at.atZoneSameInstant(BusinessClock.ZONE).getYear());
  }

  void remember(String sha256, String name) {
    store.run(REMEMBER, sha256, name, clock.now().atOffset(ZoneOffset.UTC));
  }

  private record Loaded(String sha256, String name, OffsetDateTime at) {}

  private List<Loaded> loaded() {
    List<Loaded> loaded = new ArrayList<>();
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT sha256, name, loaded_at FROM loaded_catalogue")) {
      while (row.next()) {
        loaded.add(
            new Loaded(row.getString(1), row.getString(2), row.getObject(3, OffsetDateTime.class)));
      }
      return loaded;
    } catch (SQLException e) {
      throw new IllegalStateException("The catalogue cannot be read", e);
    }
  }
}
