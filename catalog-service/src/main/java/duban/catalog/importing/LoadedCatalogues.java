package duban.catalog.importing;

import duban.catalog.snapshot.SnapshotStore;
import duban.chassis.clock.BusinessClock;
import duban.chassis.sql.LongWork;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
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
    return loaded().stream().anyMatch(it -> it.sha256().equals(sha256));
  }

  boolean hasName(String name) {
    return loaded().stream().anyMatch(it -> it.name().equals(name));
  }

  /** A duty begins with the next year; the demonstration's with the year of its first start. */
  LocalDate inForceFrom(LocalDate today, boolean demonstration) {
    return demonstration
        ? LocalDate.of(firstYear().orElse(today.getYear()), 1, 1)
        : LocalDate.of(today.getYear() + 1, 1, 1);
  }

  /** The year of the installation's first load. */
  private Optional<Integer> firstYear() {
    return loaded().stream()
        .map(Loaded::at)
        .min(Instant::compareTo)
        .map(at -> at.atZone(BusinessClock.ZONE).getYear());
  }

  void remember(String sha256, String name) {
    store.run(REMEMBER, sha256, name, clock.now().atOffset(ZoneOffset.UTC));
  }

  /**
   * One text that was loaded.
   *
   * @param name the setting or the document by which it was
   * @param sha256 of its bytes
   * @param at when it was loaded first
   */
  record Loaded(String name, String sha256, Instant at) {}

  /** In the order of loading. */
  List<Loaded> loaded() {
    List<Loaded> loaded = new ArrayList<>();
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT name, sha256, loaded_at FROM loaded_catalogue ORDER BY 3, 2")) {
      while (row.next()) {
        loaded.add(
            new Loaded(
                row.getString(1),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant()));
      }
      return loaded;
    } catch (SQLException e) {
      throw new IllegalStateException("The catalogue cannot be read", e);
    }
  }
}
