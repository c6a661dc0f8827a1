package duban.notification.reminder;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What becomes of a reminder that exists when its deadline is planned again. */
final class Reconciliation {

  private Reconciliation() {}

  /** The changed reminder; empty if it stays as it is. */
  static Optional<Reminder> with(Reminder existing, Planned wanted, Instant now) {
    var onItsWay = existing.messageId() != null && wanted.state() != State.CANCELLED;
    if (settled(existing) || onItsWay || letPass(existing, wanted, now)) {
      return Optional.empty();
    }
    var moved = existing.moved(wanted);
    var same =
        existing.state() == wanted.state() && Objects.equals(existing.reason(), wanted.reason());
    var stays = same || (turnedBySender(existing) && wanted.state() == State.PLANNED);
    if (!stays) {
      return Optional.of(turned(existing, wanted));
    }
    return moved.equals(existing) ? Optional.empty() : Optional.of(moved);
  }

  private static Reminder turned(Reminder existing, Planned wanted) {
    var planned = NewReminder.of(wanted);
    return planned.withVersion(existing.version() + (wanted.state().published() ? 1 : 0));
  }

  /** Sent, or passed over in a stop: what happened is not planned away. */
  private static boolean settled(Reminder existing) {
    var stopped = existing.state() == State.SKIPPED && "STOPPED".equals(existing.reason());
    return stopped || existing.state() == State.SENT;
  }

  /**
   * A duty that is owed again is not reminded of steps that went by while it was done, nor a
   * recipient who came later of those that went by before.
   */
  private static boolean letPass(Reminder existing, Planned wanted, Instant now) {
    var cameLate = existing.state() == State.SKIPPED && Late.REASON.equals(existing.reason());
    return (existing.state() == State.CANCELLED || cameLate)
        && wanted.state() != State.CANCELLED
        && !wanted.leavesAt().isAfter(now);
  }

  /** Held, or a letter whose day has come. */
  private static boolean turnedBySender(Reminder existing) {
    return switch (existing.state()) {
      case AWAITING_SIGNATURE -> true;
      case HELD -> "NOT_RELEASED".equals(existing.reason()) || "STALE".equals(existing.reason());
      default -> false;
    };
  }
}
