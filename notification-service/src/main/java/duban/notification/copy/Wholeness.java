package duban.notification.copy;

import duban.chassis.inbox.Inbox;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether the copies hold everything that was published when this service started. */
@ApplicationScoped
public class Wholeness {

  private final Inbox inbox;

  protected Wholeness(Inbox inbox) {
    this.inbox = inbox;
  }

  /** Until then a unit or a calendar may be missing of which a deadline speaks. */
  public boolean reached() {
    return inbox.caughtUp();
  }
}
