package duban.status.progress;

import duban.chassis.inbox.Inbox;
import duban.chassis.loop.Work;
import duban.status.chain.Chain;
import duban.status.deadline.Deadline;
import duban.status.deadline.Deadlines;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Computes progress that is missing, or may be wrong, from the events: after copies were lost,
 * after the database was restored, or when an operator wishes. Begins when everything was read, so
 * that nobody is told of a state on the way.
 */
@ApplicationScoped
public class Rebuild implements Work {

  private static final int BATCH = 50;
  private static final String DUE =
      """
      SELECT d.id FROM deadline d LEFT JOIN progress p ON p.deadline_id = d.id
      WHERE p.deadline_id IS NULL OR (p.again AND p.deadline_version <= d.version) LIMIT ?1
      """;

  private final EntityManager database;
  private final Inbox inbox;
  private final Chain chain;
  private final Deadlines deadlines;
  private final ProgressTable table;
  private final ProgressBook book;
  private final boolean atStart;

  Rebuild(
      EntityManager database,
      Inbox inbox,
      Chain chain,
      Deadlines deadlines,
      ProgressTable table,
      ProgressBook book,
      @ConfigProperty(name = "duban.status.rebuild-progress") boolean atStart) {
    this.database = database;
    this.inbox = inbox;
    this.chain = chain;
    this.deadlines = deadlines;
    this.table = table;
    this.book = book;
    this.atStart = atStart;
  }

  void start(@Observes StartupEvent event) {
    if (atStart) {
      all();
    }
  }

  /** Has all of it computed anew. */
  public void all() {
    QuarkusTransaction.requiringNew().run(() -> table.computeAgain());
  }

  @Override
  public String name() {
    return "rebuild";
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(2);
  }

  @Override
  public boolean round() {
    if (!inbox.caughtUp()) {
      return false;
    }
    List<UUID> due = QuarkusTransaction.requiringNew().call(this::due);
    // Each in a transaction of its own, so that recording goes on.
    due.forEach(id -> QuarkusTransaction.requiringNew().run(() -> compute(id)));
    return !due.isEmpty();
  }

  private List<UUID> due() {
    List<?> found = database.createNativeQuery(DUE).setParameter(1, BATCH).getResultList();
    return found.stream().map(UUID.class::cast).toList();
  }

  /** The end of the chain is locked first, as by whoever records. */
  private void compute(UUID id) {
    chain.lock(deadlines.measureOf(id));
    Optional<Progress> before = book.lock(id);
    Deadline deadline = deadlines.known(id);
    if (before.map(Progress::deadlineVersion).orElse(0L) <= deadline.version()) {
      book.compute(deadline, before);
    }
  }
}
