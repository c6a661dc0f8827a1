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
import duban.status.sight.Sights;
import duban.status.unit.Units;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The list of progress, by effective due day. A light depends on the day on which it is asked for,
 * so a filter by light looks through the list in the same order until the page is full.
 */
@ApplicationScoped
class ProgressList {

  private static final int LOOK_THROUGH = 500;

  private static final String ROWS =
      "SELECT p.version, p.state, p.counted, p.effective_due_on, p.due_from, p.fulfilled_on,"
          + " p.explained_on, "
          + Deadlines.Copy.COLUMNS
          + " FROM progress p JOIN deadline d ON d.id = p.deadline_id";

  private record Found(long version, Standing standing, Deadlines.Copy copy) {
    static Found of(ResultSet row) throws SQLException {
      return new Found(
          row.getLong(1),
          ProgressTable.standing(row, 2),
          Objects.requireNonNull(Deadlines.Copy.of(row, 8)));
    }

    Row of(Map<UUID, Deadline> known) {
      return new Row(Objects.requireNonNull(known.get(copy.id())), version, standing);
    }
  }

  private record Row(Deadline deadline, long version, Standing standing) {
    String unit() {
      return deadline.unit().id();
    }

    ProgressView view(Lights.Today today) {
      return ProgressView.of(deadline, version, standing, today);
    }
  }

  private final AgroalDataSource database;
  private final Deadlines deadlines;
  private final Lights lights;
  private final Units units;
  private final Measures measures;
  private final Sights sights;
  private final ProgressShown shown;
  private final CountedDays counted;

  ProgressList(
      AgroalDataSource database,
      Deadlines deadlines,
      Lights lights,
      Units units,
      Measures measures,
      Sights sights,
      ProgressShown shown,
      CountedDays counted) {
    this.database = database;
    this.deadlines = deadlines;
    this.lights = lights;
    this.units = units;
    this.measures = measures;
    this.sights = sights;
    this.shown = shown;
    this.counted = counted;
  }

  Page<ProgressView> page(Scope scope, ProgressFilter filter, Paging paging) {
    int limit = paging.limit();
    Optional<Light> light = filter.wantedLight();
    List<ProgressView> views = new ArrayList<>();
    Optional<String> after = paging.after();
    int chunk = light.isPresent() ? LOOK_THROUGH : limit + 1;
    while (true) {
      List<Row> found = rows(scope, filter, after, chunk);
      Lights.Today today = lights.now(found.stream().map(Row::unit).distinct().toList());
      Map<UUID, List<LocalDate>> days = counted.of(found.stream().map(Row::deadline).toList());
      Predicate<Deadline> colours = shown.colours(today);
      for (Row row : found) {
        ProgressView whole = row.view(today).on(days.get(row.deadline().id()));
        ProgressView view = colours.test(row.deadline()) ? whole : whole.withoutLight();
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

  private List<Row> rows(Scope scope, ProgressFilter filter, Optional<String> after, int most) {
    boolean everything = sights.everything();
    // By its index as it is sorted; what somebody may see is judged of deadlines, sooner found
    // first.
    String ofUnit = everything ? "p.unit_id" : "d.unit_id";
    Clauses clauses = sights.only(scope.clauses(units, measures, everything, ofUnit));
    filter.addTo(clauses);
    after.ifPresent(cursor -> ProgressFilter.behind(cursor, clauses));
    List<Found> found =
        clauses.rows(database, ROWS, "p.effective_due_on, p.deadline_id", most, Found::of);
    Map<UUID, Deadline> known = deadlines.known(found.stream().map(Found::copy).toList());
    return found.stream()
        .filter(it -> known.containsKey(it.copy().id())) // the copies may just be thrown away
        .map(it -> it.of(known))
        .toList();
  }

  private static String cursor(ProgressView view) {
    return Cursor.encode(view.effectiveDueOn().toString(), view.deadlineId().toString());
  }
}
