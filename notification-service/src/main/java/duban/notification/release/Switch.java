package duban.notification.release;

import duban.chassis.authorship.Authorship;
import duban.chassis.clock.BusinessClock;
import duban.chassis.edit.Version;
import duban.notification.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * HELD or RELEASED. Production begins held, the demonstration released; after that the row decides.
 */
@ApplicationScoped
public class Switch {

  private final Sql sql;
  private final BusinessClock clock;
  private final Authorship authorship;
  private final boolean demonstration;

  Switch(
      Sql sql,
      BusinessClock clock,
      Authorship authorship,
      @ConfigProperty(name = "duban.demonstration") boolean demonstration) {
    this.sql = sql;
    this.clock = clock;
    this.authorship = authorship;
    this.demonstration = demonstration;
  }

  public Release position() {
    return read("")
        .orElseGet(
            () -> {
              var reason = demonstration ? "demonstration" : "not released yet";
              sql.change(
                  "INSERT INTO release (released, reason, changed_at) VALUES (?, ?, ?)"
                      + " ON CONFLICT DO NOTHING",
                  demonstration,
                  reason,
                  clock.now());
              return read("").orElseThrow();
            });
  }

  private Optional<Release> read(String lock) {
    return sql.first(
        "SELECT version, released, reason, changed_at FROM release" + lock,
        row ->
            new Release(
                row.getLong("version"),
                row.getBoolean("released"),
                row.getString("reason"),
                Objects.requireNonNull(Sql.moment(row, "changed_at"))));
  }

  /**
   * Throws 428, 412 or 400 unless the caller knows how it stands.
   *
   * @param ifMatch the ETag of the position that is changed
   */
  Release turn(boolean released, String reason, @Nullable String ifMatch) {
    position();
    var stands = read(" FOR UPDATE").orElseThrow();
    Version.require(ifMatch, stands.version(), "release");
    var turned = new Release(stands.version() + 1, released, reason, clock.now());
    sql.change(
        "UPDATE release SET version = ?, released = ?, reason = ?, changed_at = ?",
        turned.version(),
        released,
        reason,
        turned.changedAt());
    authorship.wrote("release", "release", turned.version());
    return turned;
  }
}
