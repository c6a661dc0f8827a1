package duban.status.progress;

import duban.chassis.page.Cursor;
import duban.chassis.page.Page;
import duban.chassis.page.Paging;
import duban.status.deadline.Deadline;
import duban.status.deadline.DeadlineRow;
import duban.status.listing.Clauses;
import duban.status.listing.Scope;
import duban.status.measure.Measures;
import duban.status.unit.Units;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The list of progress, by effective due day. A light depends on the day on which it is asked for,
 * so a filter by light looks through the list in the same order until the page is full.
 */
@ApplicationScoped
class ProgressList {

  private static final int LOOK_THROUGH = 500;

  private record Found(ProgressRow progress, Deadline deadline) {
    String unit() {
      return deadline.unit().id();
    }
  }

  private final EntityManager database;
  private final Lights lights;
  private final Units units;
  private final Measures measures;

  ProgressList(EntityManager database, Lights lights, Units units, Measures measures) {
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
        ProgressView view = view(row, today);
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
      after = Optional.of(cursor(view(found.get(found.size() - 1), today)));
    }
  }

  private List<Found> rows(Scope scope, ProgressFilter filter, Optional<String> after, int most) {
    Clauses clauses = scope.clauses(units, measures);
    filter.addTo(clauses);
    after.ifPresent(cursor -> ProgressFilter.behind(cursor, clauses));
    return clauses
        .rows(
            database,
            "select p, d from ProgressRow p join DeadlineRow d on d.id = p.deadlineId",
            "p.effectiveDueOn, p.deadlineId",
            most)
        .stream()
        .map(row -> new Found((ProgressRow) row[0], ((DeadlineRow) row[1]).deadline()))
        .toList();
  }

  private static ProgressView view(Found row, Lights.Today today) {
    ProgressRow progress = row.progress();
    return ProgressView.of(row.deadline(), progress.version(), progress.standing(), today);
  }

  private static String cursor(ProgressView view) {
    return Cursor.encode(view.effectiveDueOn().toString(), view.deadlineId().toString());
  }
}
