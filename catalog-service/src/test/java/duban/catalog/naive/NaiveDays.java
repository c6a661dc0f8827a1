package duban.catalog.naive;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The working days of a place, found by stepping from day to day. */
final class NaiveDays {
  private final JsonNode announced;
  private final JsonNode statutory;
  private final Set<String> ownDaysOff;
  private final Map<LocalDate, Boolean> known = new HashMap<>();

  private NaiveDays(JsonNode catalogue, Set<String> ownDaysOff) {
    announced = catalogue.path("calendars");
    statutory = catalogue.path("statutoryHolidays");
    this.ownDaysOff = ownDaysOff;
  }

  /**
   * As they are for a unit.
   *
   * @param above the codes of the unit and of all above it
   */
  static NaiveDays of(JsonNode catalogue, Set<String> above) {
    var off = new HashSet<String>();
    for (var it : catalogue.path("localDays")) {
      if (above.contains(it.path("unit").asText())) {
        it.path("daysOff").fieldNames().forEachRemaining(off::add);
      }
    }
    return new NaiveDays(catalogue, off);
  }

  boolean working(LocalDate day) {
    return known.computeIfAbsent(day, this::looked);
  }

  private boolean looked(LocalDate day) {
    if (ownDaysOff.contains(day.toString())) {
      return false;
    }
    var weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    var year = String.valueOf(day.getYear());
    var notice = announced.path(year);
    if (notice.isMissingNode()) {
      return !weekend && !statutory.path(year).has(day.toString());
    }
    if (notice.path("makeUpWorkingDays").has(day.toString())) {
      return true;
    }
    return !weekend && !notice.path("daysOff").has(day.toString());
  }

  LocalDate rolled(LocalDate printed, String roll) {
    var day = printed;
    while (!working(day)) {
      day = roll.equals("NEXT") ? day.plusDays(1) : day.minusDays(1);
    }
    return day;
  }

  /** So many working days after the day, or before it where {@code count} is negative. */
  LocalDate stepped(LocalDate from, int count) {
    var day = from;
    var left = Math.abs(count);
    while (left > 0) {
      day = count > 0 ? day.plusDays(1) : day.minusDays(1);
      if (working(day)) {
        left--;
      }
    }
    return day;
  }

  boolean anyWorking(LocalDate first, LocalDate last) {
    for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
      if (working(day)) {
        return true;
      }
    }
    return false;
  }

  /** Whether nobody has announced yet which days of its year are off. */
  boolean provisional(LocalDate day) {
    return !announced.has(String.valueOf(day.getYear()));
  }
}
