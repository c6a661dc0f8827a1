package duban.status.fold;

import duban.status.deadline.Deadline;
import java.time.LocalDate;
import java.util.ArrayList;
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
  private @Nullable LocalDate explainedOn;
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
    Verdict refused = InState.wrong(event, state, deadline, checking);
    if (refused != null) {
      return refused;
    }
    if (checking) {
      Verdict wrong = Steps.wrong(event, this);
      if (wrong != null) {
        return wrong;
      }
    }
    return event.type().fact() ? fact(event) : step(event);
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
    if (deadline.tally() ? state.open() : state == State.ACCEPTED && !deadline.rated()) {
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
      case VERIFIED -> verify(event);
      case EXPLAINED -> explainedOn = event.effectiveOn();
      case EXPLANATION_ACCEPTED -> state = State.UNMET;
      default -> throw new IllegalStateException("no step: " + event.type());
    }
    if (event.type() != EventType.SIGNED_FOR && event.type() != EventType.EXPLAINED) {
      steppedOn = event.effectiveOn();
    }
    return Verdict.EFFECTIVE;
  }

  private void verify(Event event) {
    Finding found = event.outcome() == null ? Finding.MET : event.outcome();
    state = found.state();
    if (found == Finding.MET) {
      claimedOn = event.effectiveOn();
    }
  }

  private void orderRework(Event event) {
    state = State.REWORK;
    rework = event;
    claimedOn = null;
    explainedOn = null;
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
      return Folded.withdrawn(deadline, verdicts.keySet());
    }
    Dates dates = dates();
    return new Folded(
        new Standing(
            state,
            counting.total(),
            dates.effectiveDueOn(),
            dates.dueFrom(),
            dates.fulfilledOn(counting),
            explainedOn),
        verdicts);
  }

  private Dates dates() {
    return new Dates(deadline, claimedOn, rework);
  }

  Deadline deadline() {
    return deadline;
  }

  LocalDate effectiveDueOn() {
    return dates().effectiveDueOn();
  }

  @Nullable LocalDate explainedOn() {
    return explainedOn;
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
