package duban.status.opening;

import duban.chassis.clock.BusinessClock;
import duban.status.chain.Chain;
import duban.status.chain.ChainHead;
import duban.status.chain.Sealed;
import duban.status.deadline.Deadline;
import duban.status.deadline.Deadlines;
import duban.status.fold.Event;
import duban.status.fold.Fold;
import duban.status.progress.ProgressBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Deadlines to which time alone makes something happen, one measure at a time. Two replicas take
 * turns at the end of the measure's chain; the second finds nothing left. While lost copies are
 * read again, nothing is done by an older rule than the one already acted upon.
 */
@ApplicationScoped
class Waiting {

  private static final int BATCH = 50;
  private static final String FROM =
      """
      FROM deadline d JOIN progress p ON p.deadline_id = d.id
      WHERE d.status = 'ACTIVE' AND NOT p.again AND p.deadline_version <= d.version AND\s""";

  private final EntityManager database;
  private final BusinessClock clock;
  private final Deadlines deadlines;
  private final Chain chain;
  private final ProgressBook book;

  Waiting(
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

  /** Those of which the condition holds, for a statement of one's own. */
  static String from(String condition) {
    return FROM + condition;
  }

  /**
   * Records for some of them what happens, in the caller's transaction.
   *
   * @param condition on a {@code deadline d} and its {@code progress p}; has its index
   * @param until the value of {@code ?1} in it
   * @return whether more may wait
   */
  boolean record(String condition, Object until, Function<Deadline, Event> happening) {
    List<?> measures =
        database
            .createNativeQuery("SELECT d.measure_id " + from(condition) + " LIMIT 1")
            .setParameter(1, until)
            .getResultList();
    if (measures.isEmpty()) {
      return false;
    }
    String measure = String.valueOf(measures.get(0));
    ChainHead head = chain.lock(measure);
    List<UUID> waiting = lock(condition, until, measure);
    // A moment taken before the lock could be older than what another replica just recorded.
    Instant moment = clock.now();
    waiting.stream()
        .map(deadlines::known)
        .forEach(it -> append(head.seal(happening.apply(it), moment), it));
    return !waiting.isEmpty();
  }

  /** One whose snapshot is just being read is left for the next round. */
  private List<UUID> lock(String condition, Object until, String measure) {
    List<?> found =
        database
            .createNativeQuery(
                "SELECT d.id "
                    + from(condition)
                    + " AND d.measure_id = ?2 ORDER BY d.id LIMIT ?3 FOR UPDATE OF p SKIP LOCKED")
            .setParameter(1, until)
            .setParameter(2, measure)
            .setParameter(3, BATCH)
            .getResultList();
    return found.stream().map(UUID.class::cast).toList();
  }

  private void append(Sealed sealed, Deadline deadline) {
    List<Event> before = chain.ofDeadline(deadline.id());
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
