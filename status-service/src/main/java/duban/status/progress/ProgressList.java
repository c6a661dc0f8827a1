package duban.status.progress;

import duban.chassis.page.Cursor;
import duban.chassis.page.Page;
import duban.chassis.page.Paging;
import duban.status.deadline.Deadline;
import duban.status.deadline.Deadlines;
import duban.status.fold.Standing;
import duban.status.listing.Clauses;
import duban.status.listing.Scope;
import duban.status.measure.Measures;
import duban.status.unit.Units;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The list of progress, by effective due day. A light depends on the day on which it is asked for,
 * so a filter by light looks through the list in the same order until the page is full.
 */
@ApplicationScoped
class ProgressList {

  private static final int LOOK_THROUGH = 500;

  private static final String ROWS =
      """
      SELECT d.id, d.body, p.version, p.state, p.counted, p.effective_due_on, p.due_from, p.fulfilled_on
      FROM progress p JOIN deadline d ON d.id = p.deadline_id""";

  private record Found(Deadline deadline, long version, Standing standing) {
    static Found of(ResultSet row) throws SQLException {
      UUID id = row.getObject(1, UUID.class);
      return new Found(
          Deadlines.known(id, row.getString(2), 0), row.getLong(3), ProgressTable.standing(row, 4));
    }

    String unit() {
      return deadline.unit().id();
    }

    ProgressView view(Lights.Today today) {
      return ProgressView.of(deadline, version, standing, today);
    }
  }

  private final AgroalDataSource database;
  private final Lights lights;
  private final Units units;
  private final Measures measures;

  ProgressList(AgroalDataSource database, Lights lights, Units units, Measures measures) {
    this.database = database;
    this.lights = lights;
    this.units = units;
    this.measures = measures;
  }

  Page<ProgressView> page(Scope scope, ProgressFilter filter, Paging paging) {
    int limit = paging.limit();
    Optional<Light> light = filter.wantedLight();
    List<ProgressView> views = new ArrayList<>();
    Optional<String> after = paging.after();
    int chunk = light.isPresent() ? LOOK_THROUGH : limit + 1;
    while (true) {
      List<Found> found = rows(scope, filter, after, chunk);
      Lights.Today today = lights.now(found.stream().map(Found::unit).distinct().toList());
      for (Found row : found) {
        ProgressView view = row.view(today);
        if (light.isEmpty() || light.get() == view.light()) {
          views.add(view);
        }
        if (views.size() > limit) {
          return Page.of(views, limit, ProgressList::cursor);
        }
      }
      if (found.size() < chunk) {
        return Page.of(views, limit, ProgressList::cursor);
      }
      after = Optional.of(cursor(found.get(found.size() - 1).view(today)));
    }
  }

  private List<Found> rows(Scope scope, ProgressFilter filter, Optional<String> after, int most) {
    Clauses clauses = scope.clauses(units, measures);
    filter.addTo(clauses);
    after.ifPresent(cursor -> ProgressFilter.behind(cursor, clauses));
    return clauses.rows(database, ROWS, "p.effective_due_on, p.deadline_id", most, Found::of);
  }

  private static String cursor(ProgressView view) {
    return Cursor.encode(view.effectiveDueOn().toString(), view.deadlineId().toString());
  }
}
