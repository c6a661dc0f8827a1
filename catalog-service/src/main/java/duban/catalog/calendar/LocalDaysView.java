package duban.catalog.calendar;

import duban.catalog.snapshot.UnitRef;
import duban.chassis.calendar.LocalDays;
import java.time.LocalDate;
import java.util.Map;

/**
 * The days of a year that are special to a unit and all below it.
 *
 * @param daysOff on which it does not work, with their names
 * @param nothingSent on which nothing is sent to it, with the reasons
 */
record LocalDaysView(
    int year, UnitRef unit, Map<LocalDate, String> daysOff, Map<LocalDate, String> nothingSent) {

  static LocalDaysView of(int year, UnitRef unit, LocalDays days) {
    return new LocalDaysView(year, unit, days.daysOff(), days.nothingSent());
  }
}
