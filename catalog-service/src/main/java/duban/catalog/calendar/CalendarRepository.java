package duban.catalog.calendar;

import duban.catalog.snapshot.Snapshot;
import duban.chassis.calendar.CalendarYear;
import duban.chassis.calendar.WorkingCalendar;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Where calendars are read. */
@ApplicationScoped
public class CalendarRepository implements PanacheRepositoryBase<CalendarEntity, Integer> {

  public WorkingCalendar working() {
    return new WorkingCalendar(listAll().stream().map(CalendarRepository::year).toList());
  }

  static CalendarYear year(CalendarEntity entity) {
    return Snapshot.read(entity.body, CalendarYear.class).at(entity.version);
  }
}
