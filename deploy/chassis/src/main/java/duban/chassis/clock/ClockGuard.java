package duban.chassis.clock;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses to start at a time that would falsify the record: with an offset outside the
 * demonstration, or before the newest recorded moment (each service's view {@code newest_moment}).
 */
@ApplicationScoped
class ClockGuard {

  private final BusinessClock clock;
  private final AgroalDataSource database;
  private final boolean demonstration;

  ClockGuard(
      BusinessClock clock,
      AgroalDataSource database,
      @ConfigProperty(name = "duban.demonstration") boolean demonstration) {
    this.clock = clock;
    this.database = database;
    this.demonstration = demonstration;
  }

  void check(@Observes @Priority(1) StartupEvent start) {
    if (!clock.offset().isZero() && !demonstration) {
      throw new IllegalStateException(
          "duban.clock.offset is "
              + clock.offset()
              + ": only a demonstration may move the clock; remove it or set duban.demonstration=true");
    }
    var now = clock.now();
    newestMoment()
        .filter(now::isBefore)
        .ifPresent(
            newest -> {
              throw new IllegalStateException(
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
