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
 * Assigns every deadline whose window has opened until now, or that its unit was sent in a yearly
 * list, one measure at a time. Two replicas take turns at the end of the measure's chain; the
 * second finds nothing left. While lost copies are read again, nothing is assigned by an older rule
 * than the one already acted upon.
 */
@ApplicationScoped
public class Opening implements Work {

  private static final int BATCH = 50;
  private static final String DUE = "d.opens_on <= ?1";
  private static final String SENT =
      "d.id IN (SELECT l.deadline_id FROM listed_deadline l WHERE NOT l.assigned"
          + " AND l.sent_on <= ?1)";
  private static final String OPEN =
      """
      FROM deadline d JOIN progress p ON p.deadline_id = d.id
      WHERE d.status = 'ACTIVE' AND %s
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

  /** Each by a statement of its own: either way has its index. */
  private boolean openSome() {
    return openSome(DUE) || openSome(SENT);
  }

  private boolean openSome(String why) {
    LocalDate today = clock.today();
    return measureWithWaiting(why, today)
        .map(measure -> assignWaiting(why, measure, today))
        .orElse(false);
  }

  private boolean assignWaiting(String why, String measure, LocalDate today) {
    ChainHead head = chain.lock(measure);
    List<UUID> waiting = waiting(why, measure, today);
    // A moment taken before the lock could be older than what another replica just recorded.
    Instant moment = clock.now();
    waiting.forEach(id -> assign(head, deadlines.known(id), today, moment));
    return !waiting.isEmpty();
  }

  private Optional<String> measureWithWaiting(String why, LocalDate today) {
    List<?> found =
        database
            .createNativeQuery("SELECT d.measure_id " + OPEN.formatted(why) + " LIMIT 1")
            .setParameter(1, today)
            .getResultList();
    return found.stream().map(String.class::cast).findFirst();
  }

  /** Locked; one whose snapshot is just being read is left for the next round. */
  private List<UUID> waiting(String why, String measureId, LocalDate today) {
    List<?> found =
        database
            .createNativeQuery(
                "SELECT d.id "
                    + OPEN.formatted(why)
                    + " AND d.measure_id = ?2 ORDER BY d.id LIMIT ?3 FOR UPDATE OF p SKIP LOCKED")
            .setParameter(1, today)
            .setParameter(2, measureId)
            .setParameter(3, BATCH)
            .getResultList();
    return found.stream().map(UUID.class::cast).toList();
  }

  private void assign(ChainHead head, Deadline deadline, LocalDate today, Instant moment) {
    List<Event> before = chain.ofDeadline(deadline.id());
    var sealed = head.seal(Drafts.assigning(deadline, sentOn(deadline, today)), moment);
    List<Event> events = Stream.concat(before.stream(), Stream.of(sealed.event())).toList();
    ProgressBook.Stored stored =
        book.store(
            book.lock(deadline.id()),
            deadline,
            Fold.of(deadline, events).standing(),
            events.size());
    chain.append(sealed, null, null, null, stored.told());
  }

  /** When it was first sent in a list that is not done with; the day itself if it was in none. */
  private LocalDate sentOn(Deadline deadline, LocalDate today) {
    List<?> found =
        database
            .createNativeQuery(
                "UPDATE listed_deadline SET assigned = true WHERE deadline_id = ?1 AND NOT assigned"
                    + " RETURNING sent_on")
            .setParameter(1, deadline.id())
            .getResultList();
    return found.stream()
        .map(it -> it instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) it)
        .min(LocalDate::compareTo)
        .orElse(today);
  }
}
