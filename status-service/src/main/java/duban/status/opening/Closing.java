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
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Closes what is only counted when its half-year is over, with the number that it came to, one
 * measure at a time. Two replicas take turns as for {@link Opening}.
 */
@ApplicationScoped
public class Closing implements Work {

  private static final int BATCH = 50;
  private static final String OPEN =
      """
      FROM deadline d JOIN progress p ON p.deadline_id = d.id
      WHERE d.status = 'ACTIVE' AND d.body ->> 'tally' = 'true' AND d.body ->> 'dueOn' < ?1
        AND p.state NOT IN ('CLOSED', 'UNMET', 'EXEMPT', 'WITHDRAWN')
        AND NOT p.again AND p.deadline_version <= d.version
      """;
  private static final String CLOSED =
      "(SELECT FROM event e WHERE e.deadline_id = d.id AND e.type = 'CLOSED')";
  private static final String OVER = OPEN + " AND NOT EXISTS " + CLOSED;

  /** A pod of a release that knows no tallies took one for a duty that it closed itself. */
  private static final String FORGOTTEN =
      "UPDATE progress SET again = true WHERE deadline_id IN (SELECT d.id "
          + OPEN
          + " AND p.state <> 'SUSPENDED' AND EXISTS "
          + CLOSED
          + ")";

  private final EntityManager database;
  private final BusinessClock clock;
  private final Deadlines deadlines;
  private final Chain chain;
  private final ProgressBook book;

  Closing(
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
    return "closing";
  }

  /** Nobody waits for it: what happened may still be recorded afterwards. */
  @Override
  public Duration pause() {
    return Duration.ofSeconds(20);
  }

  @Override
  public boolean round() {
    return QuarkusTransaction.requiringNew().call(this::closeSome);
  }

  private boolean closeSome() {
    String today = clock.today().toString();
    database.createNativeQuery(FORGOTTEN).setParameter(1, today).executeUpdate();
    List<?> measures =
        database
            .createNativeQuery("SELECT d.measure_id " + OVER + " LIMIT 1")
            .setParameter(1, today)
            .getResultList();
    return !measures.isEmpty() && closeAll(String.valueOf(measures.get(0)), today);
  }

  private boolean closeAll(String measure, String today) {
    ChainHead head = chain.lock(measure);
    List<UUID> over = over(measure, today);
    // A moment taken before the lock could be older than what another replica just recorded.
    Instant moment = clock.now();
    over.forEach(id -> close(head, deadlines.known(id), moment));
    return !over.isEmpty();
  }

  /** Locked; one whose snapshot is just being read is left for the next round. */
  private List<UUID> over(String measure, String today) {
    List<?> found =
        database
            .createNativeQuery(
                "SELECT d.id "
                    + OVER
                    + " AND d.measure_id = ?2 ORDER BY d.id LIMIT ?3 FOR UPDATE OF p SKIP LOCKED")
            .setParameter(1, today)
            .setParameter(2, measure)
            .setParameter(3, BATCH)
            .getResultList();
    return found.stream().map(UUID.class::cast).toList();
  }

  private void close(ChainHead head, Deadline tally, Instant moment) {
    List<Event> before = chain.ofDeadline(tally.id());
    var sealed = head.seal(Drafts.closing(tally), moment);
    List<Event> events = Stream.concat(before.stream(), Stream.of(sealed.event())).toList();
    ProgressBook.Stored stored =
        book.store(book.lock(tally.id()), tally, Fold.of(tally, events).standing(), events.size());
    chain.append(sealed, null, null, null, stored.told());
  }
}
