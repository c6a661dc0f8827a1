package duban.status.event;

import com.github.f4b6a3.uuid.UuidCreator;
import duban.chassis.clock.BusinessClock;
import duban.status.chain.Chain;
import duban.status.chain.ChainHead;
import duban.status.chain.Sealed;
import duban.status.deadline.Deadline;
import duban.status.deadline.Deadlines;
import duban.status.fold.Event;
import duban.status.fold.EventType;
import duban.status.fold.Fold;
import duban.status.fold.State;
import duban.status.fold.Verdict;
import duban.status.progress.Progress;
import duban.status.progress.ProgressBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Signs for many deadlines at once, each by an event of its own. Whether the caller may was asked
 * before, of what they stand in.
 */
@ApplicationScoped
public class Signing {

  /**
   * What became of one.
   *
   * @param state where it stands now; absent if it was not heard of yet
   * @param why it was not signed for
   */
  public record Signed(
      UUID deadlineId, boolean signed, @Nullable State state, @Nullable String why) {}

  private final Chain chain;
  private final Deadlines deadlines;
  private final ProgressBook book;
  private final Recorder recorder;
  private final BusinessClock clock;

  Signing(
      Chain chain, Deadlines deadlines, ProgressBook book, Recorder recorder, BusinessClock clock) {
    this.chain = chain;
    this.deadlines = deadlines;
    this.book = book;
    this.recorder = recorder;
    this.clock = clock;
  }

  /** Throws the problem if nothing can be signed for on that day. */
  public static void day(LocalDate day, LocalDate today) {
    Admission.day(day, today);
  }

  /**
   * In the caller's transaction.
   *
   * @param receipt of which the ids of the events are made
   * @param sentOn when they were sent, which assigns them
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Signed> sign(UUID receipt, LocalDate sentOn, List<UUID> ids, LocalDate day) {
    Map<String, ChainHead> heads = new TreeMap<>();
    // In one order, so that no two wait for each other.
    deadlines.found(ids).values().stream()
        .map(Deadline::measureId)
        .distinct()
        .sorted()
        .forEach(it -> heads.put(it, chain.lock(it)));
    Map<UUID, Progress> before = book.lock(ids);
    Map<UUID, Deadline> known = deadlines.found(ids);
    Map<UUID, List<Event>> events = chain.ofDeadlines(ids);
    List<Signed> signed = new ArrayList<>();
    for (UUID id : ids) {
      Deadline deadline = known.get(id);
      Optional<Progress> stood = Optional.ofNullable(before.get(id));
      ChainHead head = deadline == null ? null : heads.get(deadline.measureId());
      long atLeast = stood.map(Progress::deadlineVersion).orElse(0L);
      if (deadline == null || head == null || deadline.version() < atLeast) {
        signed.add(new Signed(id, false, null, "it was not heard of yet; sign again for it"));
      } else {
        List<Event> happened = new ArrayList<>(events.getOrDefault(id, List.of()));
        UUID event = UuidCreator.getNameBasedSha1(receipt, id.toString());
        signed.add(new One(head, deadline, stood, happened).sign(event, sentOn, day));
      }
    }
    recorder.keepName();
    return signed;
  }

  /** One of them, locked. */
  private final class One {
    private final ChainHead head;
    private final Deadline deadline;
    private final Optional<Progress> stood;
    private final List<Event> happened;
    private final List<Sealed> fresh = new ArrayList<>();

    One(ChainHead head, Deadline deadline, Optional<Progress> stood, List<Event> happened) {
      this.head = head;
      this.deadline = deadline;
      this.stood = stood;
      this.happened = happened;
    }

    Signed sign(UUID id, LocalDate sentOn, LocalDate day) {
      if (deadline.withdrawn()) {
        return new Signed(deadline.id(), false, State.WITHDRAWN, "it is withdrawn");
      }
      if (happened.stream().noneMatch(it -> it.type() == EventType.ASSIGNED)) {
        seal(Drafts.assigning(deadline, sentOn));
      }
      String whyNot = null;
      // It may have come back from Kafka while the receipt itself was lost.
      if (happened.stream().noneMatch(it -> it.id().equals(id))) {
        Event signing = Drafts.signing(id, deadline, day, recorder.author());
        Verdict verdict = Fold.judge(deadline, happened, signing);
        if (verdict.refused()) {
          whyNot = verdict.why();
        } else {
          seal(signing);
        }
      }
      return new Signed(deadline.id(), whyNot == null, append(), whyNot);
    }

    private void seal(Event event) {
      Sealed sealed = head.seal(event, clock.now());
      fresh.add(sealed);
      happened.add(sealed.event());
    }

    private State append() {
      var standing = Fold.of(deadline, happened).standing();
      if (!fresh.isEmpty()) {
        var stored = book.store(stood, deadline, standing, happened.size());
        for (int i = 0; i < fresh.size(); i++) {
          boolean last = i == fresh.size() - 1;
          chain.append(fresh.get(i), null, null, null, last ? stored.told() : List.of());
        }
      }
      return standing.state();
    }
  }
}
