package duban.notification.reminder;

import duban.chassis.outbox.Outbox;
import duban.chassis.outbox.OutboxRow;
import duban.chassis.rights.Sight;
import duban.notification.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows, and what others are told of them. */
@ApplicationScoped
public class Reminders {

  static final String TOPIC = "duban.reminders";
  private static final String SELECT = "SELECT " + Reminder.COLUMNS + " FROM reminder ";

  private final Sql sql;
  private final Outbox outbox;

  Reminders(Sql sql, Outbox outbox) {
    this.sql = sql;
    this.outbox = outbox;
  }

  Optional<Reminder> find(UUID id, Sight.Condition seen) {
    var values = new ArrayList<@Nullable Object>(seen.values());
    values.add(id);
    return sql.first(
        SELECT + "WHERE " + seen.text() + " AND id = ?", Reminder::read, values.toArray());
  }

  List<Reminder> of(Collection<String> deadlines) {
    return sql.list(SELECT + "WHERE deadline_id = ANY (?)", Reminder::read, deadlines);
  }

  List<Reminder> locked(String deadlineId) {
    return sql.list(
        SELECT + "WHERE deadline_id = ? ORDER BY id FOR UPDATE", Reminder::read, deadlineId);
  }

  /** Of these, whose message has left or may still leave: they are not planned any more. */
  Set<UUID> leaving(Collection<Reminder> some) {
    var carried = some.stream().filter(it -> it.messageId() != null).toList();
    if (carried.isEmpty()) {
      return Set.of();
    }
    var leaving =
        Set.copyOf(
            sql.list(
                """
                SELECT id FROM message WHERE id = ANY (CAST(? AS uuid[]))
                  AND (state IN ('SENDING', 'SENT') OR state = 'IN_DOUBT' AND NOT repeated)
                """,
                row -> row.getObject(1, UUID.class),
                carried.stream().map(Reminder::messageId).distinct().toList()));
    return carried.stream()
        .filter(it -> leaving.contains(it.messageId()))
        .map(Reminder::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The open ones that this message carries, locked. */
  public List<Reminder> carriedBy(UUID message) {
    return sql.list(
        SELECT + "WHERE message_id = ? AND state IN ('PLANNED', 'HELD') ORDER BY id FOR UPDATE",
        Reminder::read,
        message);
  }

  /** The notices of one recipient that are due and on no message yet, oldest first, locked. */
  public List<Reminder> due(String recipient, Instant until) {
    return sql.list(
        SELECT + "WHERE recipient = ? AND " + DUE + " ORDER BY due_at, id FOR UPDATE",
        Reminder::read,
        recipient,
        until);
  }

  /** The letters whose day has come and about which nothing waits to be planned, locked. */
  public List<Reminder> lettersDue(Instant until) {
    return sql.list(
        SELECT
            + """
            WHERE channel = 'LETTER' AND state = 'PLANNED' AND due_at <= ?
              AND NOT EXISTS (SELECT 1 FROM to_plan WHERE to_plan.deadline_id IS NULL
                              OR to_plan.deadline_id = reminder.deadline_id)
            ORDER BY id FOR UPDATE
            """,
        Reminder::read,
        until);
  }

  /** Open, to be mailed, and no other reason against it than what the sender itself decides. */
  public static final String DUE =
      "channel = 'EMAIL' AND state IN ('PLANNED', 'HELD') AND message_id IS NULL"
          + " AND coalesce(reason, 'STALE') IN ('NOT_RELEASED', 'STALE') AND due_at <= ?";

  /** Writes new rows and changed ones, and publishes those that others are told of. */
  void save(List<Reminder> created, List<Reminder> changed) {
    insert(created);
    update(changed);
    publish(created);
  }

  private void insert(List<Reminder> created) {
    sql.changeAll(
        "INSERT INTO reminder (" + Reminder.COLUMNS + ") VALUES (" + "?, ".repeat(16) + "?)",
        created.stream().map(Reminders::values).toList());
  }

  /** Turns locked reminders and publishes them. */
  public void turn(
      Collection<Reminder> some,
      State to,
      @Nullable String reason,
      @Nullable UUID message,
      @Nullable Instant sentAt) {
    update(some.stream().map(it -> it.turned(to, reason, message, sentAt)).toList());
  }

  private void update(List<Reminder> changed) {
    write(changed);
    publish(changed);
  }

  private void write(List<Reminder> changed) {
    sql.changeAll(
        """
        UPDATE reminder SET version = ?, state = ?, reason = ?, message_id = ?, step_on = ?,
          due_at = ?, sent_at = ?, task = ?, policy = ?, unit = ? WHERE id = ?
        """,
        changed.stream()
            .map(
                it ->
                    new @Nullable Object[] {
                      it.version(),
                      it.state(),
                      it.reason(),
                      it.messageId(),
                      it.stepOn(),
                      it.dueAt(),
                      it.sentAt(),
                      it.task(),
                      it.policy(),
                      it.unit(),
                      it.id()
                    })
            .toList());
  }

  void delete(List<Reminder> unheardOf) {
    sql.changeAll(
        "DELETE FROM reminder WHERE id = ?",
        unheardOf.stream().map(it -> new @Nullable Object[] {it.id()}).toList());
  }

  void publish(List<Reminder> some) {
    outbox.addAll(
        some.stream()
            .filter(it -> it.state().published())
            .map(
                it ->
                    new OutboxRow(
                        TOPIC,
                        it.deadlineId(),
                        "duban.reminder.v1",
                        it.id() + "-" + it.version(),
                        Outbox.bytes(it)))
            .toList());
  }

  /**
   * Takes over what others were told of a reminder and this database no longer knows, though it was
   * restored from before. What was sent stays sent.
   *
   * @param message which carried it, if that is known here
   */
  public void takeBack(Reminder told, @Nullable UUID message) {
    var known = sql.first(SELECT + "WHERE id = ? FOR UPDATE", Reminder::read, told.id());
    var back = told.takenBack(known.orElse(null), message);
    if (known.isEmpty()) {
      insert(List.of(back));
    } else if (known.get().olderThan(told)) {
      write(List.of(back));
    }
  }

  private static @Nullable Object[] values(Reminder it) {
    return new @Nullable Object[] {
      it.id(), it.version(), it.deadlineId(), it.unit(), it.step(), it.number(),
      it.effectiveDueOn(), it.channel(), it.recipient(), it.state(), it.reason(), it.messageId(),
      it.stepOn(), it.dueAt(), it.sentAt(), it.task(), it.policy()
    };
  }
}
