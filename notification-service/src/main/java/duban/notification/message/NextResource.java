package duban.notification.message;

import duban.chassis.clock.BusinessClock;
import duban.chassis.rights.Access;
import duban.notification.calendar.Calendars;
import duban.notification.calendar.SendingHours;
import duban.notification.database.Sql;
import duban.notification.release.Common;
import duban.notification.release.Gate;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** When notices leave next. */
@Path("next")
@Tag(name = "release")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class NextResource {

  private final Sql sql;
  private final Calendars calendars;
  private final Quiet quiet;
  private final Gate gate;
  private final BusinessClock clock;
  private final Common common;
  private final Access access;

  NextResource(
      Sql sql,
      Calendars calendars,
      Quiet quiet,
      Gate gate,
      BusinessClock clock,
      Common common,
      Access access) {
    this.sql = sql;
    this.calendars = calendars;
    this.quiet = quiet;
    this.gate = gate;
    this.clock = clock;
    this.common = common;
    this.access = access;
  }

  /**
   * The next batch, of those who receive for a unit in the caller's scope.
   *
   * @param at absent: nothing is planned
   * @param recipients how many get a notice or a yearly list then
   * @param held NOT_RELEASED or STALE: it will wait
   */
  @Schema(examples = Examples.NEXT)
  record Next(Instant now, @Nullable Instant at, int recipients, @Nullable String held) {}

  @GET
  @Extension(name = "x-problems", value = "unauthenticated forbidden")
  @Operation(summary = "Tell when the next notice leaves")
  @Transactional
  public Next get() {
    common.check();
    var now = clock.now();
    var hours = new SendingHours(calendars.working());
    var held = gate.closed().orElse(null);
    // Whoever had a notice today, or is sent nothing today, waits for the next working day.
    var today = SendingHours.day(now);
    var tomorrow = SendingHours.opens(hours.calendar().plus(today, 1));
    var sending = hours.next(now);
    var sight = access.sight();
    return sql.first(
            """
            WITH leaving AS (
              SELECT recipient, min(greatest(due_at,
                CASE WHEN recipient = ANY (?) OR EXISTS (SELECT 1 FROM message WHERE message.recipient = reminder.recipient
                                  AND kind = 'NOTICE' AND day = ? AND message.state <> 'READY')
                     THEN ?::timestamptz ELSE ?::timestamptz END)) AS at
              FROM reminder
              WHERE channel = 'EMAIL' AND state IN ('PLANNED', 'HELD') AND recipient IS NOT NULL
                AND coalesce(reason, 'STALE') IN ('NOT_RELEASED', 'STALE')
                AND (? OR recipient IN (SELECT contact_id FROM contact_unit WHERE unit = ANY (?)))
                AND (message_id IS NULL
                     OR EXISTS (SELECT 1 FROM message WHERE id = message_id AND state = 'READY'))
              GROUP BY recipient
              UNION SELECT recipient, CASE WHEN recipient = ANY (?) THEN ?::timestamptz ELSE ?::timestamptz END
              FROM message
              WHERE kind = 'LIST' AND (state = 'READY' OR state = 'HELD' AND reason IN ('NOT_RELEASED', 'STALE'))
                AND (? OR recipient IN (SELECT contact_id FROM contact_unit WHERE unit = ANY (?))))
            SELECT at, count(DISTINCT recipient) AS recipients FROM leaving GROUP BY at ORDER BY at LIMIT 1
            """,
            row ->
                new Next(
                    now,
                    Objects.requireNonNull(Sql.moment(row, "at")),
                    row.getInt("recipients"),
                    held),
            quiet.at(now),
            today,
            tomorrow,
            sending,
            sight.everything(),
            sight.scoped(),
            quiet.at(now),
            tomorrow,
            sending,
            sight.everything(),
            sight.scoped())
        .orElseGet(() -> new Next(now, null, 0, held));
  }
}
