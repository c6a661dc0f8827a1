package duban.notification.message;

import duban.notification.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Who may send a message, until when, and how that ended. Leases run on the database's own clock;
 * the token grows with every claim.
 */
@ApplicationScoped
class Leases {

  private static final String EXPIRED = "state = 'SENDING' AND lease_until < clock_timestamp()";

  private final Sql sql;
  private final MailServerSettings patience;

  Leases(Sql sql, MailServerSettings patience) {
    this.sql = sql;
    this.patience = patience;
  }

  /** Takes the lease with a new token; what is in doubt is taken for its one repetition. */
  Envelope take(Messages.Turn turn) {
    return sql.first(
            """
            UPDATE message SET state = 'SENDING', token = token + 1, attempts = attempts + 1,
              repeated = ?, lease_until = clock_timestamp() + ? * interval '1 millisecond'
            WHERE id = ?
            RETURNING *
            """,
            Leases::envelope,
            turn.inDoubt(),
            patience.timeout().toMillis(),
            turn.id())
        .orElseThrow();
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
  boolean record(Ending ending, Instant now) {
    var envelope = ending.envelope();
    var outcome = ending.attempt().outcome();
    return sql.change(
            """
            UPDATE message SET state = ?, error = ?, sent_at = ?, lease_until = NULL,
              repeated = repeated AND ?, attempts = attempts - ?,
              next_attempt_at = clock_timestamp() + ? * interval '1 millisecond'
            WHERE id = ? AND token = ? AND state = 'SENDING'
            """,
            ending.state(),
            ending.attempt().error(),
            outcome == Outcome.SENT ? now : null,
            !outcome.certainlyNotSent(),
            outcome == Outcome.NOT_NOW ? 1 : 0,
            ending.pause(patience).toMillis(),
            envelope.id(),
            envelope.token())
        == 1;
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
