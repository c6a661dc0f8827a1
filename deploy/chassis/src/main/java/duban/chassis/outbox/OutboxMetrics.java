package duban.chassis.outbox;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** How long the oldest row waits, in seconds: what an operator is alerted on. */
@Startup
@ApplicationScoped
class OutboxMetrics {

  private final AgroalDataSource database;

  OutboxMetrics(AgroalDataSource database, MeterRegistry metrics) {
    this.database = database;
    metrics.gauge("duban.outbox.oldest.seconds", this, OutboxMetrics::oldest);
  }

  private double oldest() {
    var sql =
        "SELECT coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0) FROM outbox";
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getDouble(1);
    } catch (SQLException e) {
      return Double.NaN;
    }
  }
}
