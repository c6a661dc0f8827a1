package duban.notification.message;

import duban.notification.calendar.SendingHours;
import duban.notification.database.Sql;
import duban.notification.yearly.ListNotice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Messages that left before the database was restored, and of which it learns from others. */
@ApplicationScoped
class LeftBefore {
  private final Sql sql;
  private final MailIds mailIds;

  LeftBefore(Sql sql, MailIds mailIds) {
    this.sql = sql;
    this.mailIds = mailIds;
  }

  /**
   * It was sent, as this database once knew; false if it cannot be told of here because another is
   * the notice of that day.
   */
  boolean add(UUID id, String recipient, LocalDate day, Instant at) {
    var made =
        sql.change(
            """
            INSERT INTO message
              (id, kind, recipient, channel, day, state, mail_id, created_at, sent_at, returned, units)
            VALUES (?, 'NOTICE', ?, 'EMAIL', ?, 'SENT', ?, ?, ?, true,
              ARRAY(SELECT unit FROM contact_unit WHERE contact_id = ?)) ON CONFLICT DO NOTHING
            """,
            id,
            recipient,
            day,
            mailIds.of(id),
            at,
            at,
            recipient);
    return made == 1 || turnedSent(id, at);
  }

  /** The same of one that carried a yearly list. */
  void add(ListNotice told) {
    var made =
        sql.change(
            """
            INSERT INTO message (id, kind, recipient, channel, day, state, mail_id, created_at,
              sent_at, returned, list, unit, sent_by, deadlines, units)
            VALUES (?, 'LIST', ?, 'EMAIL', ?, 'SENT', ?, ?, ?, true, ?, ?, ?, ?,
              ARRAY(SELECT unit FROM contact_unit WHERE contact_id = ?)) ON CONFLICT DO NOTHING
            """,
            told.id(),
            told.recipient(),
            SendingHours.day(told.sentAt()),
            mailIds.of(told.id()),
            told.sentAt(),
            told.sentAt(),
            told.list(),
            told.unit(),
            told.sentBy(),
            told.deadlinesOrNone(),
            told.recipient());
    if (made == 0) {
      turnedSent(told.id(), told.sentAt());
    }
  }

  private boolean turnedSent(UUID id, Instant at) {
    var turned =
        sql.change(
            "UPDATE message SET state = 'SENT', sent_at = ?, lease_until = NULL, error = NULL, reason = NULL,"
                + " returned = text IS NULL WHERE id = ? AND state <> 'SENT'",
            at,
            id);
    if (turned == 1) {
      // What it carries is said to be sent by the records that follow; the rest is not on it.
      sql.change(
          "WITH freed AS (UPDATE reminder SET message_id = NULL WHERE message_id = ?"
              + " AND state IN ('PLANNED', 'HELD') RETURNING deadline_id)"
              + " INSERT INTO to_plan (deadline_id) SELECT DISTINCT deadline_id FROM freed",
          id);
    }
    return known(id);
  }

  boolean known(UUID id) {
    return sql.first("SELECT 1 FROM message WHERE id = ?", row -> true, id).isPresent();
  }
}
