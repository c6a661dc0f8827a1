package duban.status.opening;

import duban.chassis.clock.BusinessClock;
import duban.chassis.loop.Work;
import duban.status.chain.Chain;
import duban.status.chain.ChainHead;
import duban.status.deadline.Deadline;
import duban.status.deadline.Deadlines;
import duban.status.event.Drafts;
import duban.status.fold.Event;
import duban.status.fold.Fold;
import duban.status.progress.ProgressBook;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Assigns every deadline whose window has opened until now, one measure at a time. Two replicas
 * take turns at the end of the measure's chain; the second finds nothing left. While lost copies
 * are read again, nothing is assigned by an older rule than the one already acted upon.
 */
@ApplicationScoped
public class Opening implements Work {

  private static final int BATCH = 50;
  private static final String OPEN =
      """
      FROM deadline d JOIN progress p ON p.deadline_id = d.id
      WHERE d.status = 'ACTIVE' AND d.opens_on <= ?1
        AND NOT p.again AND p.deadline_version <= d.version
        AND NOT EXISTS (SELECT FROM event e WHERE e.deadline_id = d.id AND e.type = 'ASSIGNED')
      """;

  private final EntityManager database;
  private final BusinessClock clock;
  private final Deadlines deadlines;
  private final Chain chain;
  private final ProgressBook book;

  Opening(
      EntityManager database,
      BusinessClock clock,
      Deadlines deadlines,
      Chain chain,
      ProgressBook book) {
    this.database = database;
    this.clock = clock;
    this.deadlines = deadlines;
    this.chain = chain;
    this.book = book;
  }

  @Override
  public String name() {
    return "opening";
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(1);
  }

  @Override
  public boolean round() {
    return QuarkusTransaction.requiringNew().call(this::openSome);
  }

  private boolean openSome() {
    Instant now = clock.now();
    LocalDate today = now.atZone(BusinessClock.ZONE).toLocalDate();
    Optional<String> measure = measureWithOpenWindow(today);
    return measure.isPresent() && assignWaiting(measure.get(), today);
  }

  private boolean assignWaiting(String measure, LocalDate today) {
    ChainHead head = chain.lock(measure);
    List<UUID> waiting = waiting(measure, today);
    // A moment taken before the lock could be older than what another replica just recorded.
    Instant moment = clock.now();
    waiting.forEach(id -> assign(head, deadlines.known(id), moment));
    return !waiting.isEmpty();
  }

  private Optional<String> measureWithOpenWindow(LocalDate today) {
    List<?> found =
        database
            .createNativeQuery("SELECT d.measure_id " + OPEN + " LIMIT 1")
            .setParameter(1, today)
            .getResultList();
    return found.stream().map(String.class::cast).findFirst();
  }

  /** Locked; one whose snapshot is just being read is left for the next round. */
  private List<UUID> waiting(String measureId, LocalDate today) {
    List<?> found =
        database
            .createNativeQuery(
                "SELECT d.id "
                    + OPEN
                    + " AND d.measure_id = ?2 ORDER BY d.id LIMIT ?3 FOR UPDATE OF p SKIP LOCKED")
            .setParameter(1, today)
            .setParameter(2, measureId)
            .setParameter(3, BATCH)
            .getResultList();
    return found.stream().map(UUID.class::cast).toList();
  }

  private void assign(ChainHead head, Deadline deadline, Instant moment) {
    List<Event> before = chain.ofDeadline(deadline.id());
    var sealed = head.seal(Drafts.assigning(deadline), moment);
    List<Event> events = Stream.concat(before.stream(), Stream.of(sealed.event())).toList();
    ProgressBook.Stored stored =
        book.store(
            book.lock(deadline.id()),
            deadline,
            Fold.of(deadline, events).standing(),
            events.size());
    chain.append(sealed, null, null, null, stored.told());
  }
}
