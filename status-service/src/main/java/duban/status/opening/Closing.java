package duban.status.opening;

import duban.chassis.clock.BusinessClock;
import duban.chassis.loop.Work;
import duban.status.event.Drafts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;

/** Closes what is only counted when its half-year is over, with the number that it came to. */
@ApplicationScoped
public class Closing implements Work {

  private static final String OPEN =
      "d.body ->> 'tally' = 'true' AND d.body ->> 'dueOn' < ?1"
          + " AND p.state NOT IN ('CLOSED', 'UNMET', 'EXEMPT', 'WITHDRAWN')";
  private static final String CLOSED =
      "EXISTS (SELECT FROM event e WHERE e.deadline_id = d.id AND e.type = 'CLOSED')";

  /** A pod of a release that knows no tallies took one for a duty that it closed itself. */
  private static final String FORGOTTEN =
      "UPDATE progress SET again = true WHERE deadline_id IN (SELECT d.id "
          + Waiting.from(OPEN + " AND p.state <> 'SUSPENDED' AND " + CLOSED)
          + ")";

  private final EntityManager database;
  private final BusinessClock clock;
  private final Waiting waiting;

  Closing(EntityManager database, BusinessClock clock, Waiting waiting) {
    this.database = database;
    this.clock = clock;
    this.waiting = waiting;
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
    String today = clock.today().toString(); // ISO dates sort as texts
    database.createNativeQuery(FORGOTTEN).setParameter(1, today).executeUpdate();
    return waiting.record(OPEN + " AND NOT " + CLOSED, today, Drafts::closing);
  }
}
