package duban.catalog.calendar;

import duban.catalog.snapshot.Snapshot;
import duban.chassis.calendar.CalendarYear;
import duban.chassis.calendar.WorkingCalendar;
import duban.chassis.problem.Problems;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Where calendars are read. */
@ApplicationScoped
public class CalendarRepository implements PanacheRepositoryBase<CalendarEntity, Integer> {

  public WorkingCalendar working() {
    return new WorkingCalendar(years());
  }

  public List<CalendarYear> years() {
    return listAll().stream().map(CalendarRepository::year).toList();
  }

  CalendarEntity known(String year) {
    return number(year)
        .flatMap(this::findByIdOptional)
        .orElseThrow(
            () ->
                Problems.notFound(
                    "calendar-not-known", "There is no calendar of the year '" + year + "'"));
  }

  static Optional<Integer> number(String text) {
    return text.matches("[1-9]\\d{3}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  static CalendarYear year(CalendarEntity entity) {
    return Snapshot.read(entity.body, CalendarYear.class).at(entity.version);
  }
}
