package duban.catalog.rule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From when to when a duty is in force. It begins with the first period that begins then.
 *
 * @param from absent: always
 * @param to absent: for good
 */
public record Force(@Nullable LocalDate from, @Nullable LocalDate to) {
  public static final Force ALWAYS = new Force(null, null);

  /** Periods are counted from here where nothing is said. */
  private static final int FIRST_YEAR = 2000;

  boolean has(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }

  boolean beginsWith(DutyPeriod period) {
    return has(period.first());
  }

  /** A term that runs when the duty begins counts if a year of it is left. */
  boolean hasTerm(DutyPeriod term) {
    if (from == null || !term.has(from) || from.plusYears(1).isAfter(term.last())) {
      return has(term.first());
    }
    return to == null || !from.isAfter(to);
  }

  int beginsIn() {
    return from == null ? FIRST_YEAR : from.getYear();
  }
}
