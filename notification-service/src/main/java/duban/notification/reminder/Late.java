package duban.notification.reminder;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What somebody is told who begins to receive, or by a step that was added, when the deadline was
 * known already: of the steps that went by the newest, and not even that one if his unit has heard
 * of it.
 *
 * @param existing the reminders of the deadline as they are
 * @param knownAt since when it is known with this date
 */
record Late(List<Planned> wanted, Collection<Reminder> existing, Instant knownAt, Instant now) {

  static final String REASON = "ENTERED_LATE";

  /** A reminder that is not there yet, as it should begin. */
  Planned begun(Planned planned) {
    if (!passed(planned)) {
      return planned;
    }
    var newest = wanted.stream().filter(it -> passed(it) && alike(it, planned)).max(BY_AGE);
    var goes = newest.filter(planned::equals).isPresent() && !heard(planned);
    return goes ? planned : planned.skipped(REASON);
  }

  private static final Comparator<Planned> BY_AGE =
      Comparator.<Planned, java.time.LocalDate>comparing(it -> it.step().on())
          .thenComparing(it -> it.step().rule().step());

  /** While the deadline was known; what went by before it was is planned as such. */
  private boolean passed(Planned planned) {
    return planned.state() == State.PLANNED
        && knownAt.isBefore(now)
        && !planned.leavesAt().isAfter(now);
  }

  private static boolean alike(Planned one, Planned other) {
    return one.channel() == other.channel() && one.to().equals(other.to());
  }

  /** Whether a colleague was told, or is about to be, of this step or a later one. */
  private boolean heard(Planned planned) {
    return existing.stream()
        .filter(it -> it.channel() == planned.channel())
        .filter(it -> it.effectiveDueOn().equals(planned.dueOn()))
        .filter(it -> !it.stepOn().isBefore(planned.step().on()))
        .anyMatch(it -> colleague(it, planned.to().unit()));
  }

  private boolean colleague(Reminder other, String unit) {
    var own =
        wanted.stream()
            .map(Planned::to)
            .filter(it -> receives(it, other))
            .map(Addressee::unit)
            .toList();
    return switch (other.state()) {
      // Who is not planned for any more counts for the unit: better told once than twice.
      case SENT -> own.isEmpty() || own.contains(unit);
      case PLANNED -> other.messageId() != null && own.contains(unit);
      default -> false;
    };
  }

  private static boolean receives(Addressee it, Reminder other) {
    return it.contact() != null && it.contact().equals(other.recipient());
  }
}
