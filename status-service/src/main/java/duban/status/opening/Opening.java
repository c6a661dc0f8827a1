package duban.status.opening;

import duban.chassis.clock.BusinessClock;
import duban.chassis.loop.Work;
import duban.status.deadline.Deadline;
import duban.status.event.Drafts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * Assigns every deadline whose window has opened until now, or that its unit was sent in a yearly
 * list.
 */
@ApplicationScoped
public class Opening implements Work {

  private static final String UNASSIGNED =
      " AND NOT EXISTS (SELECT FROM event e WHERE e.deadline_id = d.id AND e.type = 'ASSIGNED')";
  private static final String DUE = "d.opens_on <= ?1" + UNASSIGNED;
  private static final String SENT =
      "d.id IN (SELECT l.deadline_id FROM listed_deadline l WHERE NOT l.assigned"
          + " AND l.sent_on <= ?1)"
          + UNASSIGNED;

  private final EntityManager database;
  private final BusinessClock clock;
  private final Waiting waiting;

  Opening(EntityManager database, BusinessClock clock, Waiting waiting) {
    this.database = database;
    this.clock = clock;
    this.waiting = waiting;
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
    LocalDate today = clock.today();
    return assign(DUE, today) || assign(SENT, today);
  }

  private boolean assign(String why, LocalDate today) {
    return waiting.record(why, today, it -> Drafts.assigning(it, sentOn(it, today)));
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
