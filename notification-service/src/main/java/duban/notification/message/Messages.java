package duban.notification.message;

import duban.notification.database.Sql;
import duban.notification.deadline.ToPlan;
import duban.notification.notice.Letterhead;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The rows: leases and tokens run on the database's own clock. */
@ApplicationScoped
class Messages {

  /** A message whose turn it is, locked. */
  record Turn(UUID id, String recipient, LocalDate day, boolean inDoubt) {}

  private static final String EXPIRED = "state = 'SENDING' AND lease_until < clock_timestamp()";

  private final Sql sql;
  private final MailServerSettings patience;
  private final String domain;

  Messages(
      Sql sql,
      MailServerSettings patience,
      @ConfigProperty(name = "duban.mail.domain") String domain) {
    this.sql = sql;
    this.patience = patience;
    this.domain = domain;
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
            "<" + id + "@" + domain + ">",
            now);
    return begun == 1 ? Optional.of(id) : Optional.empty();
  }

  boolean someExpired() {
    return sql.first("SELECT 1 FROM message WHERE " + EXPIRED + " LIMIT 1", row -> true)
        .isPresent();
  }

  /**
   * Whoever held it sleeps or is gone: it may have arrived. Returns those that are not repeated any
   * more.
   */
  List<UUID> doubtExpired() {
    return sql.list(
        """
        WITH doubted AS (
          UPDATE message SET state = 'IN_DOUBT', error = 'the sender was lost',
            next_attempt_at = lease_until + ? * interval '1 millisecond'
          WHERE %s RETURNING id, repeated)
        SELECT id FROM doubted WHERE repeated
        """
            .formatted(EXPIRED),
        row -> row.getObject(1, UUID.class),
        patience.timeout().toMillis());
  }

  /** It stays in doubt and is not repeated. */
  void leaveInDoubt(UUID id) {
    sql.change("UPDATE message SET next_attempt_at = 'infinity' WHERE id = ?", id);
  }

  /**
   * The next that is ready or to be repeated, and about which nothing waits to be planned; locked,
   * and passed over by others.
   */
  Optional<Turn> next() {
    return sql.first(
        """
        SELECT id, recipient, day, state FROM message
        WHERE (state = 'READY' OR state = 'IN_DOUBT' AND NOT repeated)
          AND next_attempt_at <= clock_timestamp() AND NOT %s
        ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
        """
            .formatted(ToPlan.waitsFor("message.recipient")),
        row ->
            new Turn(
                row.getObject("id", UUID.class),
                row.getString("recipient"),
                row.getObject("day", LocalDate.class),
                row.getString("state").equals("IN_DOUBT")));
  }

  /** Freezes what is about to leave. */
  void freeze(UUID id, String address, Letterhead.Page page, LocalDate day) {
    sql.change(
        "UPDATE message SET address = ?, subject = ?, text = ?, html = ?, day = ? WHERE id = ?",
        address,
        page.subject(),
        page.text(),
        page.html(),
        day,
        id);
  }

  /** Takes the lease with a new token; what is in doubt is taken for its one repetition. */
  Envelope take(Turn turn) {
    return sql.first(
            """
            UPDATE message SET state = 'SENDING', token = token + 1, attempts = attempts + 1,
              repeated = ?, lease_until = clock_timestamp() + ? * interval '1 millisecond'
            WHERE id = ?
            RETURNING *
            """,
            Messages::envelope,
            turn.inDoubt(),
            patience.timeout().toMillis(),
            turn.id())
        .orElseThrow();
  }

  /** Nothing is owed any more: it never leaves. */
  void drop(UUID id) {
    sql.change("UPDATE reminder SET message_id = NULL WHERE message_id = ?", id);
    sql.change("DELETE FROM message WHERE id = ?", id);
  }

  /** Whether this claim is still the one that counts. */
  boolean holds(Envelope envelope) {
    return sql.first(
            """
            SELECT 1 FROM message
            WHERE id = ? AND token = ? AND state = 'SENDING' AND lease_until > clock_timestamp()
            """,
            row -> true,
            envelope.id(),
            envelope.token())
        .isPresent();
  }

  /** Records how it ended; false if another claim came in between: then nothing is recorded. */
  boolean record(Envelope envelope, Attempt attempt, Instant now) {
    var state = stateAfter(attempt.outcome(), envelope.repeat());
    var sent = attempt.outcome() == Outcome.SENT;
    return sql.change(
            """
            UPDATE message SET state = ?, error = ?, sent_at = ?, lease_until = NULL,
              repeated = repeated AND ?,
              next_attempt_at = clock_timestamp() + ? * interval '1 millisecond'
            WHERE id = ? AND token = ? AND state = 'SENDING'
            """,
            state,
            attempt.error(),
            sent ? now : null,
            attempt.outcome() != Outcome.NOT_NOW,
            pause(attempt.outcome(), envelope.attempts()).toMillis(),
            envelope.id(),
            envelope.token())
        == 1;
  }

  /** The state in which it stays, for staff to see to; empty if it arrived or is tried again. */
  static Optional<MessageState> stuck(Envelope envelope, Attempt attempt) {
    var ended =
        attempt.outcome() == Outcome.NEVER
            || (attempt.outcome() == Outcome.UNCLEAR && envelope.repeat());
    return ended ? Optional.of(stateAfter(attempt.outcome(), envelope.repeat())) : Optional.empty();
  }

  /** A repetition that was certainly refused leaves the doubt of the first attempt. */
  private static MessageState stateAfter(Outcome outcome, boolean repeat) {
    return switch (outcome) {
      case SENT -> MessageState.SENT;
      case NOT_NOW -> repeat ? MessageState.IN_DOUBT : MessageState.READY;
      case NEVER -> MessageState.FAILED;
      case UNCLEAR -> MessageState.IN_DOUBT;
    };
  }

  private Duration pause(Outcome outcome, int attempts) {
    if (outcome == Outcome.UNCLEAR) {
      return patience.timeout();
    }
    var doubled = patience.backoff().multipliedBy(1L << Math.min(attempts - 1, 10));
    return doubled.compareTo(Duration.ofHours(1)) > 0 ? Duration.ofHours(1) : doubled;
  }

  private static Envelope envelope(ResultSet row) throws SQLException {
    return new Envelope(
        row.getObject("id", UUID.class),
        row.getLong("token"),
        row.getBoolean("repeated"),
        row.getInt("attempts"),
        row.getString("mail_id"),
        row.getString("address"),
        row.getString("subject"),
        row.getString("text"),
        row.getString("html"));
  }
}
