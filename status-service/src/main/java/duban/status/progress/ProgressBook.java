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
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps where each deadline stands, and tells others when it changes. */
@ApplicationScoped
public class ProgressBook implements DeadlineChanged {

  public static final String TOPIC = "duban.progress";
  private static final String TYPE = "duban.progress.v1";

  /**
   * What others are to be told, in the same transaction.
   *
   * @param version the one that holds now
   */
  public record Stored(long version, List<OutboxRow> told) {}

  private final Chain chain;
  private final ProgressTable table;
  private final Outbox outbox;
  private final Inbox inbox;

  ProgressBook(Chain chain, ProgressTable table, Outbox outbox, Inbox inbox) {
    this.chain = chain;
    this.table = table;
    this.outbox = outbox;
    this.inbox = inbox;
  }

  /**
   * Until the transaction ends nobody else changes where this deadline stands. Empty if that was
   * never computed.
   */
  public Optional<Progress> lock(UUID deadlineId) {
    return Optional.ofNullable(table.lock(List.of(deadlineId)).get(deadlineId));
  }

  /** The same of many, in one order, so that no two wait for each other. */
  public Map<UUID, Progress> lock(List<UUID> deadlineIds) {
    return table.lock(deadlineIds);
  }

  /**
   * While old snapshots are read (a copy was lost, or the database restored), what follows from
   * them is told to nobody: {@link Rebuild} looks when all were read.
   */
  @Override
  public void changed(Map<Deadline, Boolean> isNew) {
    Map<UUID, Progress> known = table.lock(isNew.keySet().stream().map(Deadline::id).toList());
    boolean heardAll = inbox.caughtUp();
    List<Deadline> due = new ArrayList<>();
    List<UUID> later = new ArrayList<>();
    isNew.forEach(
        (deadline, first) -> {
          Progress progress = known.get(deadline.id());
          if (progress == null) {
            if (first && heardAll) { // otherwise another transaction may be making it just now
              due.add(deadline);
            }
          } else if (progress.again() || !heardAll) {
            later.add(deadline.id());
          } else if (progress.deadlineVersion() <= deadline.version()) {
            due.add(deadline);
          }
        });
    table.computeAgain(later);
    compute(due, known);
  }

  /** Call with the deadline locked. */
  void compute(Deadline deadline, Optional<Progress> before) {
    compute(List.of(deadline), before.map(it -> Map.of(deadline.id(), it)).orElse(Map.of()));
  }

  private void compute(List<Deadline> deadlines, Map<UUID, Progress> known) {
    Map<UUID, List<Event>> events =
        chain.ofDeadlines(deadlines.stream().map(Deadline::id).toList());
    List<Progress> changed = new ArrayList<>();
    List<OutboxRow> told = new ArrayList<>();
    for (Deadline deadline : deadlines) {
      List<Event> happened = events.getOrDefault(deadline.id(), List.of());
      Optional<Progress> before = Optional.ofNullable(known.get(deadline.id()));
      Progress now = now(before, deadline, Fold.of(deadline, happened).standing(), happened.size());
      changed.add(now);
      told.addAll(told(before, now));
    }
    table.write(changed);
    outbox.addAll(told);
  }

  /**
   * Call with the deadline locked.
   *
   * @param before as it was locked
   * @param events how many are recorded of the deadline, with those that led to this
   */
  public Stored store(Optional<Progress> before, Deadline deadline, Standing standing, int events) {
    Progress now = now(before, deadline, standing, events);
    table.write(List.of(now));
    return new Stored(now.version(), told(before, now));
  }

  private static Progress now(
      Optional<Progress> before, Deadline deadline, Standing standing, int events) {
    return before
        .map(it -> it.then(deadline, standing))
        .orElseGet(() -> Progress.first(deadline, standing, events));
  }

  private static List<OutboxRow> told(Optional<Progress> before, Progress now) {
    boolean known = before.filter(it -> it.version() == now.version()).isPresent();
    return known ? List.of() : List.of(told(now.snapshot()));
  }

  /** The one that was told last, 0 if none was. */
  public long version(UUID deadlineId) {
    return table.version(deadlineId);
  }

  /** To be computed when everything was read, and then told if it changed. */
  public void computeAgain(UUID deadlineId) {
    table.computeAgain(List.of(deadlineId));
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
    table.takeBack(told);
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
}
