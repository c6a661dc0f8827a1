package duban.status.progress;

import duban.chassis.inbox.InboundRecord;
import duban.chassis.inbox.Inbox;
import duban.chassis.inbox.Reason;
import duban.chassis.inbox.UnacceptableRecord;
import duban.chassis.outbox.Outbox;
import duban.chassis.outbox.OutboxRow;
import duban.status.chain.Chain;
import duban.status.deadline.Deadline;
import duban.status.deadline.DeadlineChanged;
import duban.status.fold.Event;
import duban.status.fold.Fold;
import duban.status.fold.Standing;
import duban.status.fold.State;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps where each deadline stands, and tells others when it changes. */
@ApplicationScoped
public class ProgressBook implements PanacheRepositoryBase<ProgressRow, UUID>, DeadlineChanged {

  public static final String TOPIC = "duban.progress";
  private static final String TYPE = "duban.progress.v1";
  private static final String TAKE_BACK =
      """
      INSERT INTO progress (deadline_id, version, state, counted, required, effective_due_on, due_from,
                            again)
      VALUES (?1, ?2, ?3, ?4, CAST(?5 AS integer), ?6, 'RULE', true)
      ON CONFLICT (deadline_id) DO UPDATE SET version = excluded.version, state = excluded.state,
        counted = excluded.counted, required = excluded.required,
        effective_due_on = excluded.effective_due_on, again = true
      WHERE progress.version < excluded.version
      """;

  private final Chain chain;
  private final Outbox outbox;
  private final Inbox inbox;

  ProgressBook(Chain chain, Outbox outbox, Inbox inbox) {
    this.chain = chain;
    this.outbox = outbox;
    this.inbox = inbox;
  }

  /**
   * Until the transaction ends nobody else changes where this deadline stands.
   *
   * @return the newest version of the deadline that it was computed by, 0 if it never was; while
   *     lost copies are read again, what is known of the deadline may be older
   */
  public long lock(UUID deadlineId) {
    ProgressRow row = findById(deadlineId, LockModeType.PESSIMISTIC_WRITE);
    return row == null ? 0 : row.deadlineVersion();
  }

  /**
   * While old snapshots are read (a copy was lost, or the database restored), what follows from
   * them is told to nobody: {@link Rebuild} looks when all were read.
   */
  @Override
  public void changed(Map<Deadline, Boolean> isNew) {
    Map<UUID, ProgressRow> rows = locked(isNew.keySet());
    boolean heardAll = inbox.caughtUp();
    List<Deadline> due = new ArrayList<>();
    isNew.forEach(
        (deadline, first) -> {
          ProgressRow row = rows.get(deadline.id());
          if (row == null) {
            if (first && heardAll) { // otherwise another transaction may be making it just now
              due.add(deadline);
            }
          } else if (row.again() || !heardAll) {
            row.computeAgain();
          } else if (row.deadlineVersion() <= deadline.version()) {
            due.add(deadline);
          }
        });
    compute(due, rows);
  }

  /** Those that exist, always in the same order, so that no two wait for each other. */
  private Map<UUID, ProgressRow> locked(Collection<Deadline> deadlines) {
    List<UUID> ids = deadlines.stream().map(Deadline::id).toList();
    return find("deadlineId in ?1 order by deadlineId", ids)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .stream()
        .collect(Collectors.toMap(ProgressRow::deadlineId, it -> it));
  }

  /** Call with the deadline locked. */
  void compute(Deadline deadline) {
    ProgressRow row = findById(deadline.id());
    compute(List.of(deadline), row == null ? Map.of() : Map.of(deadline.id(), row));
  }

  private void compute(List<Deadline> deadlines, Map<UUID, ProgressRow> rows) {
    Map<UUID, List<Event>> events =
        chain.ofDeadlines(deadlines.stream().map(Deadline::id).toList());
    List<OutboxRow> told = new ArrayList<>();
    for (Deadline deadline : deadlines) {
      List<Event> happened = events.getOrDefault(deadline.id(), List.of());
      Standing standing = Fold.of(deadline, happened).standing();
      store(deadline, standing, rows.get(deadline.id()), happened.size()).ifPresent(told::add);
    }
    outbox.addAll(told);
  }

  /** Call with the deadline locked. Returns the version that holds now. */
  public long store(Deadline deadline, Standing standing) {
    ProgressRow row = findById(deadline.id());
    long events = row == null ? count(deadline.id()) : 0;
    store(deadline, standing, row, events).ifPresent(told -> outbox.addAll(List.of(told)));
    return version(deadline.id());
  }

  /**
   * Returns what others have to be told.
   *
   * @param row absent for a new deadline, or when it was lost; then the first version is at least
   *     what was told before, for each had an event or a version of the deadline of its own
   */
  private Optional<OutboxRow> store(
      Deadline deadline, Standing standing, @Nullable ProgressRow row, long events) {
    if (row == null) {
      ProgressRow first = new ProgressRow(deadline, deadline.version() + events, standing);
      persist(first);
      return Optional.of(told(first.snapshot()));
    }
    return row.take(deadline, standing) ? Optional.of(told(row.snapshot())) : Optional.empty();
  }

  /** The one that was told last, 0 if none was. */
  public long version(UUID deadlineId) {
    return findByIdOptional(deadlineId).map(ProgressRow::version).orElse(0L);
  }

  /** To be computed when everything was read, and then told if it changed. */
  public void computeAgain(UUID deadlineId) {
    update("again = true where deadlineId = ?1", deadlineId);
  }

  /**
   * Takes over what was told to others by a later state of this database than the one that was
   * restored: {@link Rebuild} tells them only of what differs, with a higher version.
   */
  public void takeBack(InboundRecord record) {
    ProgressSnapshot told = record.body(ProgressSnapshot.class);
    if (!told.whole()) {
      throw new UnacceptableRecord(Reason.UNREADABLE, "Progress has all that its schema requires");
    }
    getEntityManager()
        .createNativeQuery(TAKE_BACK)
        .setParameter(1, told.deadlineId())
        .setParameter(2, told.version())
        .setParameter(3, told.state().name())
        .setParameter(4, told.counted())
        .setParameter(5, told.required())
        .setParameter(6, told.effectiveDueOn())
        .executeUpdate();
  }

  /** How others are told of a row of the table. */
  public static OutboxRow told(ResultSet row) throws SQLException {
    return told(
        new ProgressSnapshot(
            UUID.fromString(row.getString("deadline_id")),
            row.getLong("version"),
            State.valueOf(row.getString("state")),
            row.getInt("counted"),
            row.getObject("required", Integer.class),
            row.getObject("effective_due_on", LocalDate.class)));
  }

  static OutboxRow told(ProgressSnapshot snapshot) {
    String key = snapshot.deadlineId().toString();
    return new OutboxRow(TOPIC, key, TYPE, key + "-" + snapshot.version(), Outbox.bytes(snapshot));
  }

  private long count(UUID deadlineId) {
    return (Long)
        getEntityManager()
            .createNativeQuery("SELECT count(*) FROM event WHERE deadline_id = ?1")
            .setParameter(1, deadlineId)
            .getSingleResult();
  }
}
