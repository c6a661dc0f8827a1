package duban.notification.message;

import duban.notification.database.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** What an operator is alerted on: what does not leave although it is due. */
@Startup
@ApplicationScoped
class MessageMetrics {

  /** Due and held back as a whole: the switch is closed, or what is known is old. */
  private static final String HELD =
      "SELECT count(*) FROM reminder WHERE state = 'HELD' AND reason IN ('NOT_RELEASED', 'STALE')";

  /** Refused or not taken, and tried again without anybody's help. */
  private static final String RETRYING =
      """
      SELECT count(*) FROM message WHERE channel = 'EMAIL'
        AND (state = 'READY' AND error IS NOT NULL
             OR state = 'IN_DOUBT' AND NOT repeated AND next_attempt_at < 'infinity')
      """;

  /** For staff to see to; of the last day, for nothing ends such a message. */
  private static final String STUCK =
      """
      SELECT count(*) FROM message WHERE channel = 'EMAIL'
        AND (state = 'FAILED' OR state = 'IN_DOUBT' AND (repeated OR next_attempt_at = 'infinity'))
        AND created_at > (SELECT max(ticked_at) FROM sender) - interval '1 day'
      """;

  private final Sql sql;

  MessageMetrics(Sql sql, MeterRegistry metrics) {
    this.sql = sql;
    var email = Tags.of("channel", "EMAIL");
    metrics.gauge("duban.reminders.held", this, it -> it.count(HELD));
    metrics.gauge("duban.messages.retrying", email, this, it -> it.count(RETRYING));
    metrics.gauge("duban.messages.stuck", email, this, it -> it.count(STUCK));
  }

  private double count(String query) {
    try {
      return sql.first(query, row -> row.getDouble(1)).orElse(0.0);
    } catch (RuntimeException e) {
      return Double.NaN; // the database is away: that is told by others
    }
  }
}
