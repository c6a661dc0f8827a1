package duban.notification.message;

import duban.notification.copy.Copies;
import duban.notification.database.Sql;
import duban.notification.deadline.Deadline;
import duban.notification.notice.Tally;
import duban.notification.progress.ProgressCopies;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The numbers that a recipient has not been shown yet of what is only counted. They never make a
 * notice: the first that goes to him after a half-year's end carries them, and no later one.
 */
@ApplicationScoped
class Numbers {

  /** Those of the half-year before this one; what was known only when it was over is left out. */
  private static final String ENDED =
      """
      SELECT DISTINCT body FROM told
      JOIN deadline_copy ON deadline_copy.id = told.deadline_id
      JOIN deadline_known USING (deadline_id)
      WHERE recipient = ? AND body->>'status' = 'ACTIVE' AND body->>'tally' = 'true'
        AND due_on < ? AND due_on >= ? AND (known_at AT TIME ZONE 'Asia/Shanghai')::date <= due_on
        AND NOT EXISTS (SELECT FROM message
                        WHERE message.recipient = told.recipient AND kind = 'NOTICE'
                          AND state IN ('SENDING', 'SENT', 'IN_DOUBT')
                          AND told.deadline_id = ANY (deadlines))
      """;

  private final ProgressCopies progress;
  private final Sql sql;

  Numbers(ProgressCopies progress, Sql sql) {
    this.progress = progress;
    this.sql = sql;
  }

  /** As they are now: what is recorded later is read in the lists. */
  List<Tally> of(String recipient, LocalDate today) {
    return sql
        .list(
            ENDED,
            row -> Copies.read(row.getString("body"), Deadline.class),
            recipient,
            today,
            today.minusMonths(6))
        .stream()
        .sorted(Comparator.comparing(Deadline::obligationId).thenComparing(it -> it.unit().code()))
        .flatMap(this::tally)
        .toList();
  }

  /** None of a unit that was exempted. */
  private Stream<Tally> tally(Deadline it) {
    var now = progress.of(it.id());
    var none = now.over(null).filter(why -> !why.equals("DONE")).isPresent();
    return none ? Stream.of() : Stream.of(new Tally(it, now.counted()));
  }
}
