package duban.notification.stop;

import duban.notification.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Notices when the sender did not come round or was not let through, and remembers from when to
 * when.
 */
@ApplicationScoped
public class Stops {

  /** A shorter gap is a restart, not a stop. */
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

  private record Sender(Instant tickedAt, @Nullable Instant blockedSince, @Nullable String why) {}

  private final Sql sql;

  Stops(Sql sql) {
    this.sql = sql;
  }

  /**
   * Called when a round begins, in business time, before anything is sent.
   *
   * @param closed why nothing may be sent now
   */
  public void begin(Instant now, Optional<String> closed) {
    sql.change("INSERT INTO sender (ticked_at) VALUES (?) ON CONFLICT DO NOTHING", now);
    var last =
        sql.first(
                "SELECT ticked_at, blocked_since, blocked_why FROM sender FOR UPDATE",
                row ->
                    new Sender(
                        Objects.requireNonNull(Sql.moment(row, "ticked_at")),
                        Sql.moment(row, "blocked_since"),
                        row.getString("blocked_why")))
            .orElseThrow();
    if (longer(last.tickedAt(), now)) {
      add(new Stop(last.tickedAt(), now, Stop.Why.DOWN));
      end(now);
    }
    var since = last.blockedSince();
    if (closed.isEmpty() && since != null) {
      opened(new Stop(since, now, Stop.Why.valueOf(Objects.requireNonNull(last.why()))));
    }
    if (closed.isEmpty() != (since == null) || !closed.equals(Optional.ofNullable(last.why()))) {
      sql.change(
          "UPDATE sender SET blocked_since = ?, blocked_why = ?",
          closed.isEmpty() ? null : Objects.requireNonNullElse(since, now),
          closed.orElse(null));
    }
  }

  /** Called when a round has ended: what was due until then is on its way. */
  public void end(Instant now) {
    sql.change("UPDATE sender SET ticked_at = greatest(ticked_at, ?)", now);
  }

  /**
   * Somebody closed the switch on purpose, however shortly; old knowledge counts only if it lasted.
   */
  private void opened(Stop stop) {
    if (stop.why() == Stop.Why.NOT_RELEASED || longer(stop.from(), stop.to())) {
      add(stop);
    }
  }

  private static boolean longer(Instant from, Instant to) {
    return Duration.between(from, to).compareTo(LONGEST_PAUSE) > 0;
  }

  private void add(Stop stop) {
    sql.change(
        "INSERT INTO stop (from_at, to_at, why) VALUES (?, ?, ?)",
        stop.from(),
        stop.to(),
        stop.why());
  }

  /** Whether a moment lies in a stop. */
  public boolean covered(Instant at) {
    return sql.first("SELECT 1 FROM stop WHERE ? BETWEEN from_at AND to_at", row -> true, at)
        .isPresent();
  }

  /**
   * The stops for which a message has to account: one of its reminders should have left in them, on
   * an earlier day.
   */
  public List<Stop> of(UUID message) {
    return Stop.joined(
        sql.list(
            """
        SELECT DISTINCT from_at, to_at, why FROM stop
        JOIN reminder ON due_at BETWEEN from_at AND to_at
        JOIN message ON message.id = message_id
        WHERE message_id = ? AND (due_at AT TIME ZONE 'Asia/Shanghai')::date < day
        ORDER BY from_at
        """,
            Stops::read,
            message));
  }

  /** Those in which this moment lies, as one. */
  public List<Stop> at(Instant moment) {
    return Stop.joined(
        sql.list(
            "SELECT from_at, to_at, why FROM stop WHERE ? BETWEEN from_at AND to_at ORDER BY from_at",
            Stops::read,
            moment));
  }

  private static Stop read(ResultSet row) throws SQLException {
    return new Stop(
        Objects.requireNonNull(Sql.moment(row, "from_at")),
        Objects.requireNonNull(Sql.moment(row, "to_at")),
        Stop.Why.valueOf(row.getString("why")));
  }
}
