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
import duban.status.sight.Entry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes a new event into the record, with all that follows from it, or nothing at all. */
@ApplicationScoped
class Recording {

  /**
   * @param first false if it was recorded before and this is the first answer again
   */
  record Recorded(EventView view, boolean first) {}

  private final Requests requests;
  private final Chain chain;
  private final Deadlines deadlines;
  private final ProgressBook book;
  private final Grounds grounds;
  private final HalfYears halfYears;
  private final Lights lights;
  private final Entry entry;
  private final Recorder recorder;
  private final EventAnswers answers;

  Recording(
      Requests requests,
      Chain chain,
      Deadlines deadlines,
      ProgressBook book,
      Grounds grounds,
      HalfYears halfYears,
      Lights lights,
      Entry entry,
      Recorder recorder,
      EventAnswers answers) {
    this.requests = requests;
    this.chain = chain;
    this.deadlines = deadlines;
    this.book = book;
    this.grounds = grounds;
    this.halfYears = halfYears;
    this.lights = lights;
    this.entry = entry;
    this.recorder = recorder;
    this.answers = answers;
  }

  @Transactional
  public Recorded record(NewEvent request) {
    Fact fact = requests.read(request);
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
    entry.require(fact.type(), deadline, found::members);
    List<Event> events = new ArrayList<>(found.events());
    Admission.kind(fact.type(), deadline, events);
    Admission.days(fact, deadline, today.day(), day -> halfYears.elsewhere(deadline, day));
    // Who takes out what was recorded must be one who may record it.
    Admission.voiding(fact.given().voids(), events)
        .ifPresent(it -> entry.require(it.type(), deadline, found::members));
    Author author = recorder.author();
    Admission.reviewing(fact.type(), events, author);

    Map<String, Object> personal = fact.given().personal();
    PrivatePart part = personal.isEmpty() ? null : PrivatePart.of(personal);
    Sealed sealed =
        head.seal(Drafts.of(fact, deadline, today.days(deadline), part, author), today.moment());
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
    Outcome outcome = outcome(folded, events, sealed.event(), deadline, standing.version(), today);
    StoredEvent stored =
        chain.append(sealed, part, fact.given().fingerprint(), outcome.json(), standing.told());
    if (closing != null) {
      chain.append(closing, null, null, null, List.of());
    }
    recorder.keepName();
    return new Recorded(answers.of(stored, part, outcome, deadline, today), true);
  }

  private static Outcome outcome(
      Folded folded,
      List<Event> events,
      Event event,
      Deadline deadline,
      long version,
      Lights.Today today) {
    Verdict verdict = folded.of(event);
    return new Outcome(
        verdict.effect(), verdict.why(), ProgressView.of(deadline, version, folded, events, today));
  }

  private Optional<Recorded> repeated(Fact fact) {
    return chain.findByIdOptional(fact.id()).map(stored -> again(stored, fact));
  }

  private Recorded again(StoredEvent stored, Fact fact) {
    Deadline deadline = deadlines.known(fact.deadlineId());
    entry.require(fact.type(), deadline);
    PrivatePart part = chain.privatePart(fact.id()).orElse(null);
    Lights.Today today = lights.now(List.of(deadline.unit().id()));
    String answer = stored.answer();
    if (stored.returned() && Repetition.of(fact, stored.event())) {
      Outcome present = present(deadline, stored.event(), today);
      return new Recorded(answers.of(stored, part, present, deadline, today), false);
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
    return new Recorded(answers.of(stored, part, Outcome.read(answer), deadline, today), false);
  }

  /** The first answer is lost; where the deadline stands now is known. */
  private Outcome present(Deadline deadline, Event event, Lights.Today today) {
    List<Event> events = chain.ofDeadline(deadline.id());
    Folded folded = Fold.of(deadline, events);
    return outcome(folded, events, event, deadline, book.version(deadline.id()), today);
  }
}
