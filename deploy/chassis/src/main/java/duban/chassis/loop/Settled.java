package duban.chassis.loop;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether this service knows everything that it ever sent. After a database was restored from a
 * backup Kafka knows more than it, and whatever were decided before reading that back could
 * contradict it: nothing is written, and no loop runs, until then.
 */
@ApplicationScoped
public class Settled {

  private volatile boolean settled;

  /** Loops that are driven by hand decide for themselves. */
  Settled(@ConfigProperty(name = "duban.loops") String mode) {
    this.settled = mode.equals("manual");
  }

  public boolean settled() {
    return settled;
  }

  /** For whoever reads back. */
  public void set(boolean settled) {
    this.settled = settled;
  }
}
