package duban.notification.gap;

import duban.chassis.clock.BusinessClock;
import duban.chassis.rights.Access;
import duban.chassis.rights.Sight;
import duban.notification.contact.Mailboxes;
import duban.notification.reminder.Unreached;
import duban.notification.reminder.Unreached.Waiting;
import duban.notification.unit.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Looks for all units that nobody reaches, as far as the caller sees them. */
@ApplicationScoped
class Gaps {

  private final Unreached unreached;
  private final Mailboxes mailboxes;
  private final Access access;
  private final BusinessClock clock;

  Gaps(Unreached unreached, Mailboxes mailboxes, Access access, BusinessClock clock) {
    this.unreached = unreached;
    this.mailboxes = mailboxes;
    this.access = access;
    this.clock = clock;
  }

  /** In the order of their ids. */
  List<Gap> all() {
    var sight = access.sight();
    var seen =
        unreached.all().stream()
            .filter(it -> sees(sight, it))
            .collect(Collectors.groupingBy(it -> it.unit().code()));
    if (seen.isEmpty()) {
      return List.of();
    }
    var contacts = mailboxes.known();
    var today = clock.today();
    return seen.values().stream()
        .map(it -> draft(it, sight).gap(contacts, today))
        .sorted(Comparator.comparing(Gap::id))
        .toList();
  }

  /**
   * A unit is its own matter, and that of who has it in his scope; how much others owe of which it
   * is told is counted only for whom that reaches too.
   */
  private static boolean sees(Sight sight, Waiting it) {
    return sight.everything()
        || sight.own().contains(it.unit().code())
        || sight.scoped().containsAll(List.of(it.unit().code(), it.responsible()));
  }

  /** Whoever may not name a contact for the unit that receives may name one for the unit itself. */
  private static Draft draft(List<Waiting> waiting, Sight sight) {
    Unit unit = waiting.get(0).unit();
    Unit receiver = waiting.get(0).receiver();
    return new Draft(waiting, unit, matter(sight, receiver.code()) ? receiver : unit);
  }

  private static boolean matter(Sight sight, String code) {
    return sight.everything() || sight.scoped().contains(code) || sight.own().contains(code);
  }
}
