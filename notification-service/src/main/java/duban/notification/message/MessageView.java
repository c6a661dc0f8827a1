package duban.notification.message;

import duban.notification.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A message as callers see it.
 *
 * @param recipient the id of a contact; absent of a list of which nobody is told
 * @param day the day of which it is the notice
 * @param reason why it is HELD: NOT_RELEASED, STALE, NO_CONTACT, RELATION (by the relation of its
 *     unit nobody may be told), YEAR_OVER
 * @param unit the code of the unit whose yearly list it carries
 * @param list the id of that list
 * @param messageId the Message-ID header
 * @param error what the mail server said, without addresses: the recipient's is with its contact
 * @param text absent in lists, and before it leaves; {@code html} says the same
 */
@Schema(examples = Examples.MESSAGE)
record MessageView(
    UUID id,
    String kind,
    @Nullable String recipient,
    String channel,
    LocalDate day,
    String state,
    @Nullable String reason,
    @Nullable String unit,
    @Nullable String list,
    int attempts,
    boolean repeated,
    String messageId,
    @Nullable String subject,
    @Nullable String error,
    Instant createdAt,
    @Nullable Instant sentAt,
    @Nullable String text,
    @Nullable String html) {

  private static final Pattern BEFORE_AT =
      Pattern.compile("[^\\s<>()\\[\\],;:\"]+@(?=[\\p{L}\\p{N}])");

  static MessageView listed(ResultSet row) throws SQLException {
    return of(row, null, null);
  }

  static MessageView whole(ResultSet row) throws SQLException {
    return of(row, row.getString("text"), row.getString("html"));
  }

  private static MessageView of(ResultSet row, @Nullable String text, @Nullable String html)
      throws SQLException {
    return new MessageView(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getString("recipient"),
        row.getString("channel"),
        row.getObject("day", LocalDate.class),
        row.getString("state"),
        row.getString("reason"),
        row.getString("unit"),
        row.getString("list"),
        row.getInt("attempts"),
        row.getBoolean("repeated"),
        row.getString("mail_id"),
        row.getString("subject"),
        masked(row.getString("error")),
        Objects.requireNonNull(Sql.moment(row, "created_at")),
        Sql.moment(row, "sent_at"),
        text,
        html);
  }

  /** Servers repeat the address that they refuse; who reads messages need not know it. */
  private static @Nullable String masked(@Nullable String error) {
    return error == null ? null : BEFORE_AT.matcher(error).replaceAll("***@");
  }
}
