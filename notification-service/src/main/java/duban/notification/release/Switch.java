package duban.notification.release;

import duban.chassis.clock.BusinessClock;
import duban.notification.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * HELD or RELEASED. Production begins held, the demonstration released; after that the row decides.
 */
@ApplicationScoped
public class Switch {

  private final Sql sql;
  private final BusinessClock clock;
  private final boolean demonstration;

  Switch(
      Sql sql,
      BusinessClock clock,
      @ConfigProperty(name = "duban.demonstration") boolean demonstration) {
    this.sql = sql;
    this.clock = clock;
    this.demonstration = demonstration;
  }

  public Release position() {
    return read()
        .orElseGet(
            () -> {
              var reason = demonstration ? "demonstration" : "not released yet";
              sql.change(
                  "INSERT INTO release (released, reason, changed_at) VALUES (?, ?, ?)"
                      + " ON CONFLICT DO NOTHING",
                  demonstration,
                  reason,
                  clock.now());
              return read().orElseThrow();
            });
  }

  private java.util.Optional<Release> read() {
    return sql.first(
        "SELECT released, reason, changed_at FROM release",
        row ->
            new Release(
                row.getBoolean("released"),
                row.getString("reason"),
                Objects.requireNonNull(Sql.moment(row, "changed_at"))));
  }

  Release turn(boolean released, String reason) {
    var now = clock.now();
    sql.change(
        """
        INSERT INTO release (released, reason, changed_at) VALUES (?, ?, ?)
        ON CONFLICT (one) DO UPDATE SET released = excluded.released, reason = excluded.reason,
          changed_at = excluded.changed_at
        """,
        released,
        reason,
        now);
    return new Release(released, reason, now);
  }
}
