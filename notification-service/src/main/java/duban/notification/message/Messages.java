package duban.notification.message;

import duban.notification.calendar.SendingHours;
import duban.notification.database.Sql;
import duban.notification.deadline.ToPlan;
import duban.notification.yearly.YearlyList;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows, from the first reminder that they carry to the words that are frozen. */
@ApplicationScoped
class Messages {

  /**
   * A message whose turn it is, locked.
   *
   * @param list the id of the yearly list that it carries; absent: it is a notice
   */
  record Turn(
      UUID id,
      String recipient,
      LocalDate day,
      boolean inDoubt,
      @Nullable String list,
      Instant begunAt) {}

  private final Sql sql;
  private final MailIds mailIds;

  Messages(Sql sql, MailIds mailIds) {
    this.sql = sql;
    this.mailIds = mailIds;
  }

  /** The notice of this recipient that has not left yet, locked. */
  Optional<UUID> ready(String recipient) {
    return sql.first(
        """
        SELECT id FROM message
        WHERE kind = 'NOTICE' AND recipient = ? AND channel = 'EMAIL' AND state = 'READY' FOR UPDATE
        """,
        row -> row.getObject(1, UUID.class),
        recipient);
  }

  /** Begins the notice of a day; empty if the recipient had one on that day. */
  Optional<UUID> begin(String recipient, LocalDate day, Instant now) {
    var id = UUID.randomUUID();
    var begun =
        sql.change(
            """
            INSERT INTO message (id, kind, recipient, channel, day, state, mail_id, created_at)
            VALUES (?, 'NOTICE', ?, 'EMAIL', ?, 'READY', ?, ?) ON CONFLICT DO NOTHING
            """,
            id,
            recipient,
            day,
            mailIds.of(id),
            now);
    return begun == 1 ? Optional.of(id) : Optional.empty();
  }

  /**
   * Begins a message that carries a yearly list, unless it is there.
   *
   * @param reason why it does not leave; absent: it is ready
   */
  void begin(
      UUID id, YearlyList list, @Nullable String recipient, @Nullable String reason, Instant now) {
    var sentBy = list.sentBy();
    sql.change(
        """
        INSERT INTO message (id, kind, recipient, channel, day, state, reason, mail_id, created_at,
          list, unit, sent_by, deadlines)
        VALUES (?, 'LIST', ?, 'EMAIL', ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
        id,
        recipient,
        SendingHours.day(now),
        reason == null ? MessageState.READY : MessageState.HELD,
        reason,
        mailIds.of(id),
        now,
        list.id(),
        list.unit().code(),
        sentBy == null ? null : sentBy.code(),
        list.deadlines());
  }

  /** False if it has left meanwhile, or is just leaving. */
  boolean takeAway(UUID id) {
    return sql.change("DELETE FROM message WHERE id = ? AND state IN ('READY', 'HELD')", id) == 1;
  }

  /** Its recipient receives no more: until another does it does not leave. */
  void hold(UUID id) {
    sql.change("UPDATE message SET state = 'HELD', reason = 'NO_CONTACT' WHERE id = ?", id);
  }

  /**
   * The next that is ready or to be repeated, and about which nothing waits to be planned; locked,
   * and passed over by others.
   *
   * @param quiet to whom nothing goes now
   */
  Optional<Turn> next(List<String> quiet) {
    return sql.first(
        """
        SELECT id, recipient, day, state, list, created_at FROM message
        WHERE (state = 'READY' OR state = 'IN_DOUBT' AND NOT repeated)
          AND next_attempt_at <= clock_timestamp() AND NOT %s
          AND recipient <> ALL (?)
        ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
        """
            .formatted(ToPlan.waitsFor("message.recipient")),
        row ->
            new Turn(
                row.getObject("id", UUID.class),
                row.getString("recipient"),
                row.getObject("day", LocalDate.class),
                row.getString("state").equals("IN_DOUBT"),
                row.getString("list"),
                Objects.requireNonNull(Sql.moment(row, "created_at"))),
        quiet);
  }

  /** Freezes what is about to leave. */
  void freeze(UUID id, Writer.Written written, LocalDate day) {
    sql.change(
        "UPDATE message SET address = ?, subject = ?, text = ?, html = ?, deadlines = ?, units = ?,"
            + " day = ? WHERE id = ?",
        written.address(),
        written.page().subject(),
        written.page().text(),
        written.page().html(),
        written.deadlines(),
        written.units(),
        day,
        id);
  }

  /** Nothing is owed any more: it never leaves. */
  void drop(UUID id) {
    sql.change("UPDATE reminder SET message_id = NULL WHERE message_id = ?", id);
    sql.change("DELETE FROM message WHERE id = ?", id);
  }
}
