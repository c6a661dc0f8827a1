package duban.notification.copy;

import duban.chassis.inbox.Inbox;
import duban.notification.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether the copies hold everything that was published when this service started. */
@ApplicationScoped
public class Wholeness {

  private final Inbox inbox;
  private final Sql sql;

  protected Wholeness(Inbox inbox, Sql sql) {
    this.inbox = inbox;
    this.sql = sql;
  }

  /** Until then a unit or a calendar may be missing of which a deadline speaks. */
  public boolean reached() {
    return inbox.caughtUp() && !justThrownAway();
  }

  /**
   * When somebody has the copies read again, each replica's inbox notices it by itself within
   * seconds; until all have, none relies on its own.
   */
  private boolean justThrownAway() {
    return sql.first(
            "SELECT 1 FROM copies_thrown_away WHERE at > clock_timestamp() - interval '30 seconds'",
            row -> true)
        .isPresent();
  }
}
