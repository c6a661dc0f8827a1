package duban.status.fold;

import static duban.status.fold.EventType.COMPLETION_CLAIMED;
import static duban.status.fold.EventType.COUNTED;
import static duban.status.fold.EventType.EXPLAINED;
import static duban.status.fold.EventType.EXPLANATION_ACCEPTED;
import static duban.status.fold.EventType.RATED;
import static duban.status.fold.EventType.REWORK_ORDERED;
import static duban.status.fold.EventType.SIGNED_FOR;
import static duban.status.fold.EventType.VERIFIED;
import static duban.status.fold.EventType.VOIDED;

import duban.status.deadline.Deadline;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where a deadline stands. The names are the ones that pages show. */
public enum State {
  NOT_OPEN("未启动"),
  ASSIGNED("待签收"),
  IN_PROGRESS("办理中"),
  CLAIMED("待审核"),
  REWORK("退回重办"),
  ACCEPTED("审核通过"),
  CLOSED("已销号"),
  UNMET("期满未达标"),
  EXEMPT("不适用"),
  WITHDRAWN("撤销");

  private final String chinese;

  State(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }

  /** Claimed or further: what the unit had to do is done, as far as it says. */
  public boolean handedIn() {
    return this == CLAIMED || this == ACCEPTED || this == CLOSED;
  }

  /** Whether anything is still to come of it. */
  boolean open() {
    return this != CLOSED && this != UNMET && this != EXEMPT && this != WITHDRAWN;
  }

  /** The events that a client may record in this state, in the order of the table. */
  public List<EventType> allowed(Deadline deadline) {
    return Table.ALLOWED.getOrDefault(this, Set.of()).stream()
        .filter(type -> OfKind.whyNot(type, deadline) == null)
        .toList();
  }

  /** Asked of every event of a deadline, at each recording. */
  boolean allows(EventType type) {
    return Table.ALLOWED.getOrDefault(this, Set.of()).contains(type);
  }

  private static final class Table {
    static final Map<State, Set<EventType>> ALLOWED = new EnumMap<>(State.class);

    static {
      for (State state : values()) {
        ALLOWED.put(state, state.table());
      }
    }
  }

  private Set<EventType> table() {
    Set<EventType> allowed = EnumSet.of(VOIDED);
    allowed.addAll(
        switch (this) {
          case NOT_OPEN -> open(EventType.facts());
          case ASSIGNED -> open(with(SIGNED_FOR));
          case IN_PROGRESS, REWORK -> open(with(COMPLETION_CLAIMED));
          case CLAIMED -> open(EnumSet.of(COUNTED, EventType.ACCEPTED, REWORK_ORDERED));
          case ACCEPTED -> EnumSet.of(COUNTED, RATED);
          case CLOSED -> EnumSet.of(COUNTED);
          case UNMET, EXEMPT -> EnumSet.noneOf(EventType.class);
          case WITHDRAWN -> EventType.byClients();
        });
    return allowed;
  }

  /** What may happen to whatever is open. */
  private static Set<EventType> open(Set<EventType> allowed) {
    allowed.addAll(EnumSet.of(VERIFIED, EXPLAINED, EXPLANATION_ACCEPTED));
    return allowed;
  }

  private static Set<EventType> with(EventType more) {
    Set<EventType> all = EventType.facts();
    all.add(more);
    return all;
  }
}
