package duban.notification.release;

import duban.chassis.clock.BusinessClock;
import duban.chassis.inbox.Inbox;
import duban.notification.copy.Wholeness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Whether anything may leave now. */
@ApplicationScoped
public class Gate {

  private static final Duration OLDEST_KNOWLEDGE = Duration.ofMinutes(10);

  private final Switch position;
  private final Wholeness copies;
  private final Inbox inbox;
  private final BusinessClock clock;

  Gate(Switch position, Wholeness copies, Inbox inbox, BusinessClock clock) {
    this.position = position;
    this.copies = copies;
    this.inbox = inbox;
    this.clock = clock;
  }

  /** NOT_RELEASED or STALE; empty: messages may leave. */
  public Optional<String> closed() {
    if (!position.position().released()) {
      return Optional.of("NOT_RELEASED");
    }
    var oldest = clock.realNow().minus(OLDEST_KNOWLEDGE);
    var fresh =
        copies.reached() && inbox.oldestHeartbeat().filter(it -> it.isAfter(oldest)).isPresent();
    return fresh ? Optional.empty() : Optional.of("STALE");
  }
}
