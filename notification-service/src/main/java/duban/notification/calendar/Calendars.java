package duban.notification.calendar;

import duban.chassis.calendar.CalendarYear;
import duban.chassis.calendar.WorkingCalendar;
import duban.notification.copy.Copies;
import duban.notification.unit.Units;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The working calendar as it is known now. */
@ApplicationScoped
public class Calendars {

  private record Read(String mark, WorkingCalendar calendar) {}

  private record Placed(WorkingCalendar calendar, String units, Places places) {}

  private final Copies copies;
  private final Units units;
  private volatile @Nullable Read read;
  private volatile @Nullable Placed placed;

  Calendars(Copies copies, Units units) {
    this.copies = copies;
    this.units = units;
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

  /** The same for each unit, as the units stand now. */
  public Places places() {
    var calendar = working();
    var mark = calendar.special().isEmpty() ? "" : copies.mark(Copies.Table.UNIT);
    var last = placed;
    if (last == null || last.calendar() != calendar || !last.units().equals(mark)) {
      last =
          new Placed(
              calendar, mark, new Places(calendar, mark.isEmpty() ? Map.of() : units.byCode()));
      placed = last;
    }
    return last.places();
  }
}
