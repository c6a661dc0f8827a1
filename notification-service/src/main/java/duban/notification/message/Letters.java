package duban.notification.message;

import duban.notification.database.Sql;
import duban.notification.reminder.PlanningLock;
import duban.notification.reminder.Reminders;
import duban.notification.reminder.State;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Letters await a signature from their day on, not before: until then nobody is to sign one. */
@ApplicationScoped
class Letters {

  private final Reminders reminders;
  private final Sql sql;

  Letters(Reminders reminders, Sql sql) {
    this.reminders = reminders;
    this.sql = sql;
  }

  void comeDue(Instant now) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              if (PlanningLock.taken(sql)) {
                reminders.turn(
                    reminders.lettersDue(now), State.AWAITING_SIGNATURE, null, null, null);
              }
            });
  }
}
