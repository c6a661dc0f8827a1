package duban.status.progress;

import duban.chassis.outbox.Outbox;
import duban.status.chain.Chain;
import duban.status.deadline.Deadline;
import duban.status.deadline.DeadlineChanged;
import duban.status.fold.Fold;
import duban.status.fold.Standing;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** Keeps where each deadline stands, and tells others when it changes. */
@ApplicationScoped
public class ProgressBook implements PanacheRepositoryBase<ProgressRow, UUID>, DeadlineChanged {

  private static final String TOPIC = "duban.progress";
  private static final String TYPE = "duban.progress.v1";

  private final Chain chain;
  private final Outbox outbox;

  ProgressBook(Chain chain, Outbox outbox) {
    this.chain = chain;
    this.outbox = outbox;
  }

  /** Until the transaction ends nobody else changes where this deadline stands. */
  public void lock(UUID deadlineId) {
    findById(deadlineId, LockModeType.PESSIMISTIC_WRITE);
  }

  @Override
  public void changed(Deadline deadline) {
    lock(deadline.id());
    store(deadline, Fold.of(deadline, chain.ofDeadline(deadline.id())).standing());
  }

  /** Call with the deadline locked. Returns the version that holds now. */
  public long store(Deadline deadline, Standing standing) {
    ProgressRow row = findById(deadline.id());
    boolean tell = true;
    if (row == null) {
      row = new ProgressRow(deadline, firstVersion(deadline.id()), standing);
      persist(row);
    } else {
      tell = row.take(deadline, standing);
    }
    if (tell) {
      String key = deadline.id().toString();
      outbox.add(TOPIC, key, TYPE, key + "-" + row.version(), row.snapshot());
    }
    return row.version();
  }

  /**
   * 1 for a new deadline. When the row was lost, at least what was told before: each version had an
   * event or a snapshot of its own.
   */
  private long firstVersion(UUID deadlineId) {
    return (Long)
        getEntityManager()
            .createNativeQuery(
                "SELECT greatest(1, (SELECT count(*) FROM event WHERE deadline_id = ?1)"
                    + " + (SELECT count(*) FROM snapshot WHERE topic = 'duban.deadlines' AND key = ?2))",
                Long.class)
            .setParameter(1, deadlineId)
            .setParameter(2, deadlineId.toString())
            .getSingleResult();
  }
}
