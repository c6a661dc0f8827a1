package duban.notification.calendar;

import duban.chassis.calendar.CalendarYear;
import duban.chassis.calendar.WorkingCalendar;
import duban.notification.copy.Copies;
import jakarta.enterprise.context.ApplicationScoped;

/** The working calendar as it is known now. */
@ApplicationScoped
public class Calendars {

  private final Copies copies;

  Calendars(Copies copies) {
    this.copies = copies;
  }

  public WorkingCalendar working() {
    return new WorkingCalendar(copies.all(Copies.Table.CALENDAR, CalendarYear.class));
  }
}
