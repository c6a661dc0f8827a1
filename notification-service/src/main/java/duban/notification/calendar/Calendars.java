package duban.notification.calendar;

import duban.chassis.calendar.CalendarYear;
import duban.chassis.calendar.WorkingCalendar;
import duban.notification.copy.Copies;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The working calendar as it is known now. */
@ApplicationScoped
public class Calendars {

  private record Read(String mark, WorkingCalendar calendar) {}

  private final Copies copies;
  private volatile @Nullable Read read;

  Calendars(Copies copies) {
    this.copies = copies;
  }

  /** Asked for with every message, and changed once a year: parsed only when it did. */
  public WorkingCalendar working() {
    var mark = copies.mark(Copies.Table.CALENDAR);
    var last = read;
    if (last == null || !last.mark().equals(mark)) {
      last =
          new Read(
              mark, new WorkingCalendar(copies.all(Copies.Table.CALENDAR, CalendarYear.class)));
      read = last;
    }
    return last.calendar();
  }
}
