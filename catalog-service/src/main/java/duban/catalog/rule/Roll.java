package duban.catalog.rule;

import duban.chassis.calendar.WorkingCalendar;
import java.time.LocalDate;

/** Where a date goes that is no working day. */
public enum Roll {
  PREVIOUS {
    @Override
    LocalDate apply(LocalDate date, WorkingCalendar calendar) {
      return calendar.onOrBefore(date);
    }
  },
  NEXT {
    @Override
    LocalDate apply(LocalDate date, WorkingCalendar calendar) {
      return calendar.onOrAfter(date);
    }
  };

  abstract LocalDate apply(LocalDate date, WorkingCalendar calendar);
}
