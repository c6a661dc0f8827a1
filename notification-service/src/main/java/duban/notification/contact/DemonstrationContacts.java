package duban.notification.contact;

import duban.chassis.clock.BusinessClock;
import duban.notification.database.Sql;
import duban.notification.unit.UnitArrived;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * In the demonstration each unit has a mailbox under {@code .example}; what staff changed stays.
 */
@ApplicationScoped
class DemonstrationContacts {

  private final Sql sql;
  private final BusinessClock clock;
  private final boolean demonstration;

  DemonstrationContacts(
      Sql sql,
      BusinessClock clock,
      @ConfigProperty(name = "duban.demonstration") boolean demonstration) {
    this.sql = sql;
    this.clock = clock;
    this.demonstration = demonstration;
  }

  void make(@Observes UnitArrived arrived) {
    if (!demonstration) {
      return;
    }
    var unit = arrived.unit();
    var made =
        sql.change(
            "INSERT INTO contact (id, name, email, changed_at) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT DO NOTHING",
            unit.code(),
            unit.name(),
            unit.code().toLowerCase(Locale.ROOT) + "@chaoyang.example",
            clock.now());
    if (made > 0) {
      sql.change(
          "INSERT INTO contact_unit (contact_id, unit) VALUES (?, ?)", unit.code(), unit.code());
    }
  }
}
