package duban.chassis.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Says in the log that a claim could not be read: once a minute, whoever sends how many. */
@ApplicationScoped
class Unreadable {

  private static final Logger LOG = Logger.getLogger(Unreadable.class);
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
  private static final int LONGEST = 100;

  private final AtomicLong said = new AtomicLong(System.nanoTime() - MINUTE);

  void report(Collection<String> elements) {
    if (elements.isEmpty()) {
      return;
    }
    var now = System.nanoTime();
    var before = said.get();
    if (now - before >= MINUTE && said.compareAndSet(before, now)) {
      var first = elements.iterator().next();
      LOG.warnf(
          "A token has %d grants or units that cannot be read, and that give nothing, such as %s;"
              + " a grant is \"supervisor:CY\" or {\"role\": \"supervisor\", \"unit\":"
              + " \"CY\"}",
          elements.size(), first.length() > LONGEST ? first.substring(0, LONGEST) + "…" : first);
    }
  }
}
