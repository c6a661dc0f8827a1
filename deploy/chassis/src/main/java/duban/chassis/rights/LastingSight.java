package duban.chassis.rights;

import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * What a caller sees whose answer goes on, such as a stream: looked at anew each second, so that
 * units that move take their rights along there too.
 */
public final class LastingSight {

  private static final long KEPT = Duration.ofSeconds(1).toNanos();

  private final UnaryOperator<Sight> look;
  private Sight last;
  private long lookedAt = System.nanoTime();

  LastingSight(Sight first, UnaryOperator<Sight> look) {
    this.last = first;
    this.look = look;
  }

  /** May read the units, and throws IllegalStateException if they cannot be read. */
  public synchronized Sight now() {
    if (System.nanoTime() - lookedAt > KEPT) {
      last = look.apply(last);
      lookedAt = System.nanoTime();
    }
    return last;
  }
}
