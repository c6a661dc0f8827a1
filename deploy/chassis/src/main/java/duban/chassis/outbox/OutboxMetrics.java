package duban.chassis.outbox;

import duban.chassis.loop.Settled;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/**
 * How many rows wait, how long the oldest has waited, in seconds, and whether the service is
 * settled (1) or not (0): what an operator is alerted on.
 */
@Startup
@ApplicationScoped
class OutboxMetrics {

  private final AgroalDataSource database;

  OutboxMetrics(AgroalDataSource database, Settled settled, MeterRegistry metrics) {
    this.database = database;
    metrics.gauge("duban.outbox.oldest.seconds", this, OutboxMetrics::oldest);
    metrics.gauge("duban.outbox.rows", this, OutboxMetrics::rows);
    metrics.gauge("duban.settled", settled, it -> it.settled() ? 1 : 0);
  }

  private double oldest() {
    return ask(
        "SELECT coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0) FROM outbox");
  }

  private double rows() {
    return ask("SELECT count(*) FROM outbox");
  }

  private double ask(String sql) {
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
