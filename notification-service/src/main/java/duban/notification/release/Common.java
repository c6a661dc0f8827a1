package duban.notification.release;

import duban.chassis.rights.Access;
import duban.chassis.rights.Concern;
import jakarta.enterprise.context.ApplicationScoped;

/** What the whole installation has in common, and whoever works in a part of it may know. */
@ApplicationScoped
public class Common {

  private final Access access;

  Common(Access access) {
    this.access = access;
  }

  /** Throws 403 unless the caller may read this over any unit of the installation. */
  public void check() {
    if (access.sight().scoped().isEmpty()) {
      access.require(Concern.ALL);
    }
  }
}
