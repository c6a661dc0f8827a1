package duban.chassis.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts in working days over the years that are known; any other year has its weekends only. */
public final class WorkingCalendar {

  private final Map<Integer, CalendarYear> years;

  public WorkingCalendar(Collection<CalendarYear> years) {
    this.years =
        years.stream()
            .collect(Collectors.toUnmodifiableMap(CalendarYear::year, Function.identity()));
  }

  /** As it is, but for one year. Absent: nothing is known of that year. */
  public WorkingCalendar with(int year, @Nullable CalendarYear instead) {
    return new WorkingCalendar(
        Stream.concat(
                years.values().stream().filter(it -> it.year() != year), Stream.ofNullable(instead))
            .toList());
  }

  /** Those of the units for which some days are special; most units have none. */
  public Set<String> special(Collection<String> units) {
    return years.values().stream()
        .flatMap(it -> it.local().stream())
        .map(LocalDays::unit)
        .filter(units::contains)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * As it holds for a unit: with the days off of itself and of all above it.
   *
   * @param units the ids of the unit and of all above it
   */
  public WorkingCalendar at(Collection<String> units) {
    var special = special(units);
    return special.isEmpty()
        ? this
        : new WorkingCalendar(years.values().stream().map(it -> it.at(special)).toList());
  }

  /** The ids of all units for which some days are special; empty in most years. */
  public Set<String> special() {
    return years.values().stream()
        .flatMap(it -> it.local().stream())
        .map(LocalDays::unit)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * As it holds for whoever belongs to all of these places: off is what is off at each of them.
   *
   * @param places at least one; of each, the ids of a unit and of all above it
   */
  public WorkingCalendar shared(Collection<? extends Collection<String>> places) {
    return new WorkingCalendar(years.values().stream().map(it -> it.shared(places)).toList());
  }

  /** As if the days were off on which one of these units is sent nothing. */
  public WorkingCalendar sending(Collection<String> units) {
    return new WorkingCalendar(years.values().stream().map(it -> it.sending(units)).toList());
  }

  /** Why nothing is sent on that day to whoever belongs to these units; empty if it is. */
  public Optional<String> silence(LocalDate day, Collection<String> units) {
    return year(day).stream()
        .flatMap(it -> it.local().stream())
        .filter(it -> units.contains(it.unit()))
        .flatMap(it -> Stream.ofNullable(it.nothingSent().get(day)))
        .findFirst();
  }

  public boolean works(LocalDate day) {
    var year = years.get(day.getYear());
    if (year != null && year.makeUpWorkingDays().containsKey(day)) {
      return true;
    }
    return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
        && (year == null || !year.daysOff().containsKey(day));
  }

  /**
   * The day so many working days later, or earlier if negative; {@code day} itself is not counted.
   */
  public LocalDate plus(LocalDate day, int workingDays) {
    var step = Integer.signum(workingDays);
    var at = day;
    for (int left = Math.abs(workingDays); left > 0; ) {
      at = at.plusDays(step);
      if (works(at)) {
        left--;
      }
    }
    return at;
  }

  /** The day itself, or the last working day before it. */
  public LocalDate onOrBefore(LocalDate day) {
    return works(day) ? day : plus(day, -1);
  }

  /** The day itself, or the first working day after it. */
  public LocalDate onOrAfter(LocalDate day) {
    return works(day) ? day : plus(day, 1);
  }

  /** How many working days lie after {@code from} up to and including {@code to}; 0 if none. */
  public int between(LocalDate from, LocalDate to) {
    if (!to.isAfter(from)) {
      return 0;
    }
    return (int) from.plusDays(1).datesUntil(to.plusDays(1)).filter(this::works).count();
  }

  /** Whether {@link #between} is at most this number; it looks no further than it must. */
  public boolean within(int workingDays, LocalDate from, LocalDate to) {
    return to.isBefore(plus(from, workingDays + 1));
  }

  /** The calendar by which a day is reckoned; empty: by weekends alone. */
  public Optional<CalendarYear> year(LocalDate day) {
    return Optional.ofNullable(years.get(day.getYear()));
  }

  /** Whether the days of this year are not announced yet. */
  public boolean provisional(int year) {
    var known = years.get(year);
    return known == null || known.provisional();
  }
}
