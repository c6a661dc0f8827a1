package duban.status.event;

import duban.chassis.problem.Problems;
import duban.status.chain.Chain;
import duban.status.chain.ChainHead;
import duban.status.chain.PrivatePart;
import duban.status.chain.Sealed;
import duban.status.chain.StoredEvent;
import duban.status.deadline.Deadline;
import duban.status.deadline.Deadlines;
import duban.status.fold.Event;
import duban.status.fold.Fold;
import duban.status.fold.Folded;
import duban.status.fold.State;
import duban.status.fold.Verdict;
import duban.status.progress.Lights;
import duban.status.progress.Progress;
import duban.status.progress.ProgressBook;
import duban.status.progress.ProgressView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a new event into the record, with all that follows from it, or nothing at all. */
@ApplicationScoped
class Recording {

  /**
   * @param first false if it was recorded before and this is the first answer again
   */
  record Recorded(EventView view, boolean first) {}

  private final Chain chain;
  private final Deadlines deadlines;
  private final ProgressBook book;
  private final Grounds grounds;
  private final Lights lights;

  Recording(Chain chain, Deadlines deadlines, ProgressBook book, Grounds grounds, Lights lights) {
    this.chain = chain;
    this.deadlines = deadlines;
    this.book = book;
    this.grounds = grounds;
    this.lights = lights;
  }

  @Transactional
  public Recorded record(NewEvent request) {
    Fact fact = Form.check(request);
    return chain
        .lockOf(fact.deadlineId())
        .map(head -> append(head, fact))
        .orElseGet(() -> repeatOrBegin(fact));
  }

  /** Of a measure of which nothing is recorded, or a deadline that is not known (any more). */
  private Recorded repeatOrBegin(Fact fact) {
    return repeated(fact)
        .orElseGet(() -> append(chain.lock(deadlines.measureOf(fact.deadlineId())), fact));
  }

  private Recorded append(ChainHead head, Fact fact) {
    Optional<Progress> before = book.lock(fact.deadlineId());
    // Only now is it certain that nobody else is recording the same.
    return grounds
        .of(fact, before.map(Progress::deadlineVersion).orElse(0L))
        .map(found -> append(head, fact, before, found))
        .or(() -> repeated(fact))
        .orElseThrow();
  }

  private Recorded append(
      ChainHead head, Fact fact, Optional<Progress> before, Grounds.Found found) {
    Deadline deadline = found.deadline();
    Lights.Today today = found.today();
    List<Event> events = new ArrayList<>(found.events());
    Admission.days(fact, deadline, today.day());
    Admission.voiding(fact.given().voids(), events);

    Map<String, Object> personal = fact.given().personal();
    PrivatePart part = personal.isEmpty() ? null : PrivatePart.of(personal);
    Sealed sealed = head.seal(Drafts.of(fact, deadline, today.days(), part), today.moment());
    Admission.history(deadline, events, sealed.event());
    events.add(sealed.event());

    Folded folded = Fold.of(deadline, events);
    Sealed closing = null;
    if (folded.standing().state() == State.ACCEPTED && !deadline.rated()) {
      closing = head.seal(Drafts.closing(sealed.event()), today.moment());
      events.add(closing.event());
      folded = Fold.of(deadline, events);
    }
    ProgressBook.Stored standing = book.store(before, deadline, folded.standing(), events.size());
    Outcome outcome = outcome(folded, sealed.event(), deadline, standing.version(), today);
    StoredEvent stored =
        chain.append(sealed, part, fact.given().fingerprint(), outcome.json(), standing.told());
    if (closing != null) {
      chain.append(closing, null, null, null, List.of());
    }
    return new Recorded(view(stored, part, outcome), true);
  }

  private static Outcome outcome(
      Folded folded, Event event, Deadline deadline, long version, Lights.Today today) {
    Verdict verdict = folded.of(event);
    return new Outcome(
        verdict.effect(),
        verdict.why(),
        ProgressView.of(deadline, version, folded.standing(), today));
  }

  private Optional<Recorded> repeated(Fact fact) {
    return chain.findByIdOptional(fact.id()).map(stored -> again(stored, fact));
  }

  private Recorded again(StoredEvent stored, Fact fact) {
    PrivatePart part = chain.privatePart(fact.id()).orElse(null);
    String answer = stored.answer();
    if (stored.returned() && Repetition.of(fact, stored.event())) {
      return new Recorded(view(stored, part, present(fact.deadlineId(), stored.event())), false);
    }
    boolean same =
        fact.given().fingerprint().equals(stored.request())
            && (part == null || part.sameAs(fact.given().personal()));
    if (!same || answer == null) {
      throw Problems.conflict(
          "id-taken",
          "id is "
              + fact.id()
              + ", under which something else is recorded; give a new UUID for a new event, or the"
              + " same body as the first time");
    }
    return new Recorded(view(stored, part, Outcome.read(answer)), false);
  }

  /** The first answer is lost; where the deadline stands now is known. */
  private Outcome present(UUID deadlineId, Event event) {
    Deadline deadline = deadlines.known(deadlineId);
    Folded folded = Fold.of(deadline, chain.ofDeadline(deadlineId));
    return outcome(
        folded,
        event,
        deadline,
        book.version(deadlineId),
        lights.now(Set.of(deadline.unit().id())));
  }

  private static EventView view(StoredEvent stored, @Nullable PrivatePart part, Outcome outcome) {
    return EventView.of(stored, part, outcome.effect(), outcome.why(), outcome.progress());
  }
}
