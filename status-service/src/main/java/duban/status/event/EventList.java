package duban.status.event;

import duban.chassis.page.Page;
import duban.chassis.page.Paging;
import duban.status.chain.Chain;
import duban.status.listing.Clauses;
import duban.status.listing.Scope;
import duban.status.measure.Measures;
import duban.status.sight.Sights;
import duban.status.unit.Units;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The list of events, in the order of recording. */
@ApplicationScoped
class EventList {

  private final AgroalDataSource database;
  private final Chain chain;
  private final EventViews views;
  private final Units units;
  private final Measures measures;
  private final Sights sights;

  EventList(
      AgroalDataSource database,
      Chain chain,
      EventViews views,
      Units units,
      Measures measures,
      Sights sights) {
    this.database = database;
    this.chain = chain;
    this.views = views;
    this.units = units;
    this.measures = measures;
    this.sights = sights;
  }

  Page<EventView> page(Scope scope, EventFilter filter, Paging paging) {
    Clauses clauses = sights.only(scope.clauses(units, measures, sights.everything(), "d.unit_id"));
    filter.addTo(clauses);
    paging.after().ifPresent(cursor -> EventFilter.behind(cursor, clauses));
    List<UUID> found =
        clauses.rows(
            database,
            "SELECT e.id FROM event e JOIN deadline d ON d.id = e.deadline_id",
            "e.recorded_at, e.id",
            paging.limit() + 1,
            row -> row.getObject(1, UUID.class));
    return Page.of(views.of(chain.list(found)), paging.limit(), EventFilter::cursor);
  }
}
