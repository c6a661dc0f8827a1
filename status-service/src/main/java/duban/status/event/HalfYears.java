package duban.status.event;

import duban.status.deadline.Deadline;
import duban.status.deadline.Deadlines;
import duban.status.listing.Clauses;
import duban.status.sight.Sights;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** The tallies of one duty and unit, a half-year each. */
@ApplicationScoped
class HalfYears {

  private final AgroalDataSource database;
  private final Deadlines deadlines;
  private final Sights sights;

  HalfYears(AgroalDataSource database, Deadlines deadlines, Sights sights) {
    this.database = database;
    this.deadlines = deadlines;
    this.sights = sights;
  }

  /** What to do with a day on which this one does not count. */
  String elsewhere(Deadline tally, LocalDate day) {
    return on(tally, day)
        .map(it -> "record it on " + it.period() + ", deadlineId " + it.id())
        .orElse("the unit has no half-year of this duty with that day, so it counts nowhere");
  }

  private Optional<Deadline> on(Deadline tally, LocalDate day) {
    String obligation = tally.obligationId();
    if (obligation == null) {
      return Optional.empty();
    }
    // ISO dates sort as texts.
    return new Clauses()
            .equal("d.unit_id", tally.unit().id())
            .equal("d.obligation_id", obligation)
            .equal("d.status", "ACTIVE")
            .and("d.body ->> 'tally' = 'true'")
            .and("d.body ->> 'periodFrom' <= ?", day.toString())
            .and("d.body ->> 'periodTo' >= ?", day.toString())
            .rows(
                database,
                "SELECT " + Deadlines.Copy.COLUMNS + " FROM deadline d",
                "d.id",
                1,
                row -> Objects.requireNonNull(Deadlines.Copy.of(row, 1)))
            .stream()
            .map(deadlines::known)
            .filter(sights::seesProgress)
            .findFirst();
  }
}
