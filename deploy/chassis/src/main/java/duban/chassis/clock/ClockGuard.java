package duban.chassis.clock;

import duban.chassis.start.StartRefused;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Refuses to start at a time that would falsify the record: before the newest recorded moment (each
 * service's view {@code newest_moment}).
 */
@ApplicationScoped
class ClockGuard {

  private final BusinessClock clock;
  private final AgroalDataSource database;

  ClockGuard(BusinessClock clock, AgroalDataSource database) {
    this.clock = clock;
    this.database = database;
  }

  void check(@Observes @Priority(1) StartupEvent start) {
    var now = clock.now();
    newestMoment()
        .filter(now::isBefore)
        .ifPresent(
            newest -> {
              throw new StartRefused(
                  "It is "
                      + now
                      + ", but the record already reaches to "
                      + newest
                      + ": start at a later time (duban.clock.offset, or the database's clock)");
            });
  }

  private Optional<Instant> newestMoment() {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT max(at) FROM newest_moment")) {
      row.next();
      return Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
          .map(OffsetDateTime::toInstant);
    } catch (SQLException e) {
      throw new IllegalStateException("The newest recorded moment cannot be read", e);
    }
  }
}
