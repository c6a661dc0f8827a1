package duban.status.fold;

import duban.status.deadline.Deadline;
import duban.status.fold.Standing.DueFrom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One walk through the table of states, event by event in the order in which they were recorded.
 */
final class Walk {

  private final Deadline deadline;
  private final boolean checking;
  private final List<Event> occurrences = new ArrayList<>();

  private State state = State.NOT_OPEN;
  private boolean evidence;
  private @Nullable LocalDate assignedOn;
  private @Nullable LocalDate steppedOn;
  private @Nullable LocalDate claimedOn;
  private @Nullable Event rework;

  Walk(Deadline deadline, boolean checking) {
    this.deadline = deadline;
    this.checking = checking;
  }

  Verdict take(Event event) {
    if (event.type() == EventType.VOIDED) {
      return Verdict.EFFECTIVE;
    }
    if (event.type().byService()) {
      return follow(event);
    }
    if (!state.allows(event.type()) || beyondRated(event)) {
      return Verdict.refused("state-does-not-allow", notAllowed(event), null);
    }
    if (checking) {
      Verdict wrong = Steps.wrong(event, this);
      if (wrong != null) {
        return wrong;
      }
    }
    return event.type().fact() ? fact(event) : step(event);
  }

  private boolean beyondRated(Event event) {
    return event.type() == EventType.RATED && !deadline.rated();
  }

  private String notAllowed(Event event) {
    String rated = beyondRated(event) ? " and what it is about is not rated" : "";
    return "the state is "
        + state
        + " "
        + state.chinese()
        + rated
        + ", which does not allow "
        + event.type()
        + "; it allows "
        + state.allowed();
  }

  /** What the service wrote follows from something else, and falls with it. */
  private Verdict follow(Event event) {
    if (event.type() == EventType.ASSIGNED) {
      if (state == State.NOT_OPEN) {
        state = State.ASSIGNED;
        assignedOn = event.effectiveOn();
        return Verdict.EFFECTIVE;
      }
      return Verdict.without("work on it had begun already");
    }
    if (state == State.ACCEPTED && !deadline.rated()) {
      state = State.CLOSED;
      return Verdict.EFFECTIVE;
    }
    return Verdict.without("what it followed from has no effect any more");
  }

  private Verdict fact(Event event) {
    evidence |= event.hasEvidence();
    if (state == State.NOT_OPEN || state == State.ASSIGNED) {
      state = State.IN_PROGRESS;
    }
    String whyNot = null;
    if (event.type() == EventType.COUNTED) {
      occurrences.add(event);
      whyNot = Counting.of(deadline, occurrences).whyNot(event);
    }
    if (whyNot == null && completes(event)) {
      state = State.ACCEPTED;
      claimedOn = event.effectiveOn();
      steppedOn = event.effectiveOn();
    }
    return Verdict.EFFECTIVE;
  }

  boolean completes(Event event) {
    return deadline.checkpoints()
        && (state == State.IN_PROGRESS
            || state == State.REWORK
            || state == State.NOT_OPEN
            || state == State.ASSIGNED)
        && event.type().name().equals(deadline.completes());
  }

  private Verdict step(Event event) {
    switch (event.type()) {
      case SIGNED_FOR -> state = State.IN_PROGRESS;
      case COMPLETION_CLAIMED -> {
        state = State.CLAIMED;
        claimedOn = event.effectiveOn();
        evidence |= event.hasEvidence();
      }
      case ACCEPTED -> state = State.ACCEPTED;
      case REWORK_ORDERED -> orderRework(event);
      case RATED -> {
        if (event.rating() == Rating.DISSATISFIED) {
          orderRework(event);
        } else {
          state = State.CLOSED;
        }
      }
      default -> throw new IllegalStateException("no step: " + event.type());
    }
    if (event.type() != EventType.SIGNED_FOR) {
      steppedOn = event.effectiveOn();
    }
    return Verdict.EFFECTIVE;
  }

  private void orderRework(Event event) {
    state = State.REWORK;
    rework = event;
    claimedOn = null;
  }

  Folded end(Map<UUID, Verdict> verdicts) {
    Counting counting = Counting.of(deadline, occurrences);
    for (Event occurrence : occurrences) {
      String whyNot = counting.whyNot(occurrence);
      if (whyNot != null) {
        verdicts.put(occurrence.id(), Verdict.notCounted(whyNot));
      }
    }
    if (deadline.withdrawn()) {
      Map<UUID, Verdict> without = new HashMap<>();
      verdicts
          .keySet()
          .forEach(id -> without.put(id, Verdict.without("the deadline is withdrawn")));
      return new Folded(
          new Standing(State.WITHDRAWN, 0, deadline.dueOn(), DueFrom.RULE, null), without);
    }
    Dates dates = new Dates(deadline, claimedOn, rework);
    return new Folded(
        new Standing(
            state,
            counting.total(),
            dates.effectiveDueOn(),
            dates.dueFrom(),
            dates.fulfilledOn(counting)),
        verdicts);
  }

  Deadline deadline() {
    return deadline;
  }

  @Nullable LocalDate assignedOn() {
    return assignedOn;
  }

  @Nullable LocalDate steppedOn() {
    return steppedOn;
  }

  boolean evidence() {
    return evidence;
  }

  boolean recorded(@Nullable String occurrenceId) {
    return occurrenceId != null
        && occurrences.stream().anyMatch(it -> occurrenceId.equals(it.occurrenceId()));
  }

  /** Occurrences that count with effect up to and on that day. */
  int countedUntil(LocalDate day) {
    return Counting.of(deadline, occurrences).until(day);
  }
}
