package duban.catalog.calendar;

import duban.catalog.edit.Refused;
import duban.chassis.calendar.CalendarYear;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** That a calendar has only days of its year, and makes up for them only on weekends. */
public final class CalendarCheck {
  private CalendarCheck() {}

  /** Throws Refused with the first thing that is wrong. */
  public static void check(CalendarYear year) {
    year.daysOff().keySet().forEach(day -> expectInYear("daysOff", day, year));
    for (LocalDate day : year.makeUpWorkingDays().keySet()) {
      expectInYear("makeUpWorkingDays", day, year);
      if (!Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek())) {
        throw refused("makeUpWorkingDays", day, "which is worked anyway");
      }
      if (year.daysOff().containsKey(day)) {
        throw refused("makeUpWorkingDays", day, "which is also a day off");
      }
    }
  }

  private static void expectInYear(String field, LocalDate day, CalendarYear year) {
    if (day.getYear() != year.year()) {
      throw refused(field, day, "a day of another year than " + year.year());
    }
  }

  private static Refused refused(String field, LocalDate day, String what) {
    return new Refused("invalid-calendar", field, field + " has " + day + ", " + what);
  }
}
