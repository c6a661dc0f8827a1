package duban.status.progress;

import duban.chassis.clock.BusinessClock;
import duban.status.deadline.Deadline;
import duban.status.deadline.Deadlines;
import duban.status.fold.Standing;
import duban.status.sight.Sights;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The progress of one deadline as it stands, in one statement and no transaction. */
@ApplicationScoped
class ProgressNow {

  private static final String ONE =
      "SELECT "
          + Lights.columns("d.unit_id")
          + ", p.version, p.state, p.counted, p.effective_due_on, p.due_from, p.fulfilled_on, p.explained_on, "
          + Deadlines.Copy.COLUMNS
          + " FROM "
          + Lights.MOMENT
          + " JOIN deadline d ON d.id = ? JOIN progress p ON p.deadline_id = d.id";

  private final AgroalDataSource database;
  private final BusinessClock clock;
  private final Deadlines deadlines;
  private final Lights lights;
  private final Sights sights;
  private final ProgressShown shown;
  private final CountedDays counted;

  ProgressNow(
      AgroalDataSource database,
      BusinessClock clock,
      Deadlines deadlines,
      Lights lights,
      Sights sights,
      ProgressShown shown,
      CountedDays counted) {
    this.database = database;
    this.clock = clock;
    this.deadlines = deadlines;
    this.lights = lights;
    this.sights = sights;
    this.shown = shown;
    this.counted = counted;
  }

  private record Found(
      Lights.Seen seen, long version, Standing standing, Deadlines.Copy deadline) {}

  /** Empty if the caller sees no such deadline, or its progress was not computed yet. */
  Optional<ProgressView> of(UUID deadlineId) {
    return found(deadlineId).flatMap(this::view);
  }

  private Optional<Found> found(UUID deadlineId) {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(ONE)) {
      select.setLong(1, clock.offsetMicros());
      select.setObject(2, deadlineId);
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Found(
                    Lights.Seen.of(row),
                    row.getLong(4),
                    ProgressTable.standing(row, 5),
                    Objects.requireNonNull(Deadlines.Copy.of(row, 11))))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Progress cannot be read", e);
    }
  }

  private Optional<ProgressView> view(Found found) {
    Deadline deadline = deadlines.known(found.deadline());
    if (!sights.sees(deadline)) {
      return Optional.empty();
    }
    Lights.Today today = lights.now(found.seen(), deadline.unit().id());
    return Optional.of(
        shown.of(
            ProgressView.of(deadline, found.version(), found.standing(), today)
                .on(counted.of(List.of(deadline)).get(deadline.id())),
            deadline,
            today));
  }
}
