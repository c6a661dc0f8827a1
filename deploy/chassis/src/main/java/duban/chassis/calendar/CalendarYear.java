package duban.chassis.calendar;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One year of the working calendar: the days that are not what their weekday says. The body of
 * {@code duban.calendar.v1}.
 *
 * @param id the year, as a text
 * @param version grows by one with each change; 0 before it is first stored
 * @param daysOff public holidays, with their names
 * @param makeUpWorkingDays Saturdays and Sundays that are worked (调休), with the holiday's name
 * @param provisional not announced yet: weekends and the statutory holidays only
 */
public record CalendarYear(
    String id,
    int year,
    long version,
    @Nullable Map<LocalDate, String> daysOff,
    @Nullable Map<LocalDate, String> makeUpWorkingDays,
    boolean provisional) {

  public CalendarYear {
    daysOff = new TreeMap<>(daysOff == null ? Map.of() : daysOff);
    makeUpWorkingDays = new TreeMap<>(makeUpWorkingDays == null ? Map.of() : makeUpWorkingDays);
  }

  /** A year whose days the State Council has announced. */
  public static CalendarYear announced(
      int year, Map<LocalDate, String> daysOff, Map<LocalDate, String> makeUpWorkingDays) {
    return new CalendarYear(Integer.toString(year), year, 0, daysOff, makeUpWorkingDays, false);
  }

  /** A year without notice of the State Council. */
  public static CalendarYear provisional(int year, Map<LocalDate, String> statutoryHolidays) {
    return new CalendarYear(Integer.toString(year), year, 0, statutoryHolidays, Map.of(), true);
  }

  @Override
  public Map<LocalDate, String> daysOff() {
    return Objects.requireNonNull(daysOff);
  }

  @Override
  public Map<LocalDate, String> makeUpWorkingDays() {
    return Objects.requireNonNull(makeUpWorkingDays);
  }

  /** The same days as a later version. */
  public CalendarYear at(long newVersion) {
    return new CalendarYear(id, year, newVersion, daysOff, makeUpWorkingDays, provisional);
  }
}
