package duban.catalog.rule;

import java.time.LocalDate;

/**
 * A period in which something is owed.
 *
 * @param id {@code 2027}, {@code 2027-H1}, {@code 2027-Q3}, {@code 2027-10}, {@code 2027-W41}, or a
 *     term's id
 */
public record DutyPeriod(String id, LocalDate first, LocalDate last) {

  LocalDate nearest(LocalDate day) {
    if (day.isBefore(first)) {
      return first;
    }
    return day.isAfter(last) ? last : day;
  }

  boolean has(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }
}
