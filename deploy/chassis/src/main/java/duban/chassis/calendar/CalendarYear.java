package duban.chassis.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
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
 * @param local what some units have beside that
 */
public record CalendarYear(
    String id,
    int year,
    long version,
    @Nullable Map<LocalDate, String> daysOff,
    @Nullable Map<LocalDate, String> makeUpWorkingDays,
    boolean provisional,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable List<LocalDays> local) {

  public CalendarYear {
    daysOff = new TreeMap<>(daysOff == null ? Map.of() : daysOff);
    makeUpWorkingDays = new TreeMap<>(makeUpWorkingDays == null ? Map.of() : makeUpWorkingDays);
    local = local == null ? List.of() : List.copyOf(local);
  }

  public CalendarYear(
      String id,
      int year,
      long version,
      Map<LocalDate, String> daysOff,
      Map<LocalDate, String> makeUpWorkingDays,
      boolean provisional) {
    this(id, year, version, daysOff, makeUpWorkingDays, provisional, null);
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

  @Override
  public List<LocalDays> local() {
    return Objects.requireNonNull(local);
  }

  /** The same days as a later version. */
  public CalendarYear at(long newVersion) {
    return new CalendarYear(id, year, newVersion, daysOff, makeUpWorkingDays, provisional, local);
  }

  /** With these days of units instead of those that it has. */
  public CalendarYear with(List<LocalDays> days) {
    return new CalendarYear(id, year, version, daysOff, makeUpWorkingDays, provisional, days);
  }

  /** As it holds for whoever belongs to one of the units: their days off are added. */
  CalendarYear at(Collection<String> units) {
    Map<LocalDate, String> off = new TreeMap<>(daysOff());
    of(units).forEach(it -> off.putAll(it.daysOff()));
    return off(off);
  }

  /** As it holds for whoever belongs to all of these places: the days off that they share. */
  CalendarYear shared(Collection<? extends Collection<String>> places) {
    List<CalendarYear> each = places.stream().map(units -> at(units)).toList();
    Map<LocalDate, String> off = new TreeMap<>(each.get(0).daysOff());
    each.forEach(it -> off.keySet().retainAll(it.daysOff().keySet()));
    return off(off);
  }

  /** As if the days were off on which one of the units is sent nothing. */
  CalendarYear sending(Collection<String> units) {
    Map<LocalDate, String> off = new TreeMap<>(daysOff());
    of(units).forEach(it -> off.putAll(it.nothingSent()));
    return off(off);
  }

  private Stream<LocalDays> of(Collection<String> units) {
    return local().stream().filter(it -> units.contains(it.unit()));
  }

  private CalendarYear off(Map<LocalDate, String> days) {
    Map<LocalDate, String> worked = new TreeMap<>(makeUpWorkingDays());
    worked.keySet().removeAll(days.keySet());
    return new CalendarYear(id, year, version, days, worked, provisional, local);
  }
}
