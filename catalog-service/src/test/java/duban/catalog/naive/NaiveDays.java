package duban.catalog.naive;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Working days, found by stepping from day to day. */
final class NaiveDays {
  private final JsonNode announced;
  private final JsonNode statutory;
  private final Map<LocalDate, Boolean> known = new HashMap<>();

  NaiveDays(JsonNode catalogue) {
    announced = catalogue.path("calendars");
    statutory = catalogue.path("statutoryHolidays");
  }

  boolean working(LocalDate day) {
    return known.computeIfAbsent(day, this::looked);
  }

  private boolean looked(LocalDate day) {
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
}
