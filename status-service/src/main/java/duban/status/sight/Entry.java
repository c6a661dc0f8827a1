package duban.status.sight;

import duban.chassis.rights.Access;
import duban.chassis.rights.Concern;
import duban.status.deadline.Deadline;
import duban.status.deadline.Deadlines;
import duban.status.fold.EventType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeSet;

/** Whether the caller may record an event. */
@ApplicationScoped
public class Entry {

  private final Access access;
  private final Sights sights;

  Entry(Access access, Sights sights) {
    this.access = access;
    this.sights = sights;
  }

  /** Throws the problem to answer; for who may not see the deadline there is none. */
  public void require(EventType type, Deadline deadline) {
    if (!sights.seesProgress(deadline)) {
      throw Deadlines.notKnown(deadline.id());
    }
    access.require(type.name(), concern(type, deadline));
  }

  /** A deadline that is not known has no unit by which it could be allowed or refused. */
  static Concern concern(EventType type, Deadline deadline) {
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
    return Sights.supervised(new Concern(Set.of(deadline.unit().codeOrId()), own, null), deadline);
  }

  /** Who is responsible, who acts at a checkpoint, and who organises a deputy. */
  private static void addDoers(Set<String> own, Deadline deadline) {
    Sights.add(own, deadline.unit());
    Sights.add(own, deadline.actor());
    Sights.add(own, deadline.organiser());
  }
}
