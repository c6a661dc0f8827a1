package duban.status.sight;

import duban.chassis.rights.Access;
import duban.chassis.rights.Concern;
import duban.status.deadline.Deadline;
import duban.status.deadline.Deadlines;
import duban.status.fold.EventType;
import duban.status.unit.Units;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Whether the caller may record an event. */
@ApplicationScoped
public class Entry {

  private static final String RECORD = "POST events ";

  private final Access access;
  private final Sights sights;
  private final Units units;

  Entry(Access access, Sights sights, Units units) {
    this.access = access;
    this.units = units;
    this.sights = sights;
  }

  /** Throws the problem to answer; for who may not see the deadline there is none. */
  public void require(EventType type, Deadline deadline) {
    require(type, deadline, () -> units.members(deadline.unit().id()));
  }

  /**
   * The same with what was read already.
   *
   * @param members codes of those who form the unit, if it is a group
   */
  public void require(EventType type, Deadline deadline, Supplier<Set<String>> members) {
    if (!sights.seesProgress(deadline)) {
      throw Deadlines.notKnown(deadline.id());
    }
    Concern direct = concern(type, own(type, deadline), deadline);
    // Who else forms a group is asked only of whom the deadline itself does not name.
    access.require(
        type.name(),
        type == EventType.RATED || (own(direct) && access.may(RECORD + type.name(), direct))
            ? direct
            : concern(type, with(own(type, deadline), members.get()), deadline));
  }

  private boolean own(Concern concern) {
    return !Collections.disjoint(concern.own(), access.caller().units());
  }

  /**
   * Who acts for one of his units needs a grant over that one, and none over who is responsible.
   */
  private Concern concern(EventType type, Set<String> own, Deadline deadline) {
    Set<String> mine = new TreeSet<>(own);
    mine.retainAll(access.caller().units());
    Set<String> about = mine.isEmpty() ? Set.of(deadline.unit().codeOrId()) : mine;
    Concern concern = new Concern(about, own, null);
    return Sights.supervised(reachable(type, concern), deadline);
  }

  /** Of several units of his, the one over which he has the grant. */
  private Concern reachable(EventType type, Concern concern) {
    return concern.units().stream()
        .map(it -> new Concern(Set.of(it), concern.own(), null))
        .filter(it -> access.may(RECORD + type.name(), it))
        .findFirst()
        .orElse(concern);
  }

  private static Set<String> own(EventType type, Deadline deadline) {
    Set<String> own = new TreeSet<>();
    switch (type) {
      // Whom it was done for says how well it was done.
      case RATED -> Sights.add(own, deadline.addressee());
      case PROGRESS_REPORTED, EVIDENCE_ADDED -> {
        addDoers(own, deadline);
        deadline.coHandlers().forEach(it -> Sights.add(own, it));
      }
      default -> addDoers(own, deadline);
    }
    return own;
  }

  private static Set<String> with(Set<String> own, Set<String> members) {
    own.addAll(members);
    return own;
  }

  /** Who is responsible, who acts at a checkpoint, and who organises a deputy. */
  private static void addDoers(Set<String> own, Deadline deadline) {
    Sights.add(own, deadline.unit());
    Sights.add(own, deadline.actor());
    Sights.add(own, deadline.organiser());
  }
}
