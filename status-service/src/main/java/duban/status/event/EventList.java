package duban.status.event;

import duban.chassis.page.Page;
import duban.chassis.page.Paging;
import duban.status.chain.StoredEvent;
import duban.status.listing.Clauses;
import duban.status.listing.Scope;
import duban.status.measure.Measures;
import duban.status.unit.Units;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;

/** The list of events, in the order of recording. */
@ApplicationScoped
class EventList {

  private final EntityManager database;
  private final EventViews views;
  private final Units units;
  private final Measures measures;

  EventList(EntityManager database, EventViews views, Units units, Measures measures) {
    this.database = database;
    this.views = views;
    this.units = units;
    this.measures = measures;
  }

  Page<EventView> page(Scope scope, EventFilter filter, Paging paging) {
    Clauses clauses = scope.clauses(units, measures);
    filter.addTo(clauses);
    paging.after().ifPresent(cursor -> EventFilter.behind(cursor, clauses));
    List<StoredEvent> found =
        clauses
            .rows(
                database,
                "select e, d from StoredEvent e join DeadlineRow d on d.id = e.deadlineId",
                "e.recordedAt, e.id",
                paging.limit() + 1)
            .stream()
            .map(row -> (StoredEvent) row[0])
            .toList();
    return Page.of(views.of(found), paging.limit(), EventFilter::cursor);
  }
}
