package duban.catalog.rule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From when to when, with the due date rolled to a working day.
 *
 * @param rolledFrom the printed date, where it is no working day
 */
public record Span(LocalDate opens, LocalDate due, @Nullable LocalDate rolledFrom) {

  static Span of(
      @Nullable DayInPeriod opens,
      @Nullable DayInPeriod due,
      Roll roll,
      DutyPeriod period,
      Setting setting) {
    return of(
        opens == null ? period.first() : opens.in(period),
        due == null ? period.last() : due.in(period),
        roll,
        setting);
  }

  static Span of(LocalDate opens, LocalDate printed, Roll roll, Setting setting) {
    LocalDate rolled = setting.rolled(printed, roll);
    // Nobody can work in a window of days off, so it opens on the day to which its date went.
    boolean off = setting.calendar().onOrAfter(opens).isAfter(printed);
    LocalDate opening = off || opens.isAfter(rolled) ? rolled : opens;
    return new Span(opening, rolled, rolled.equals(printed) ? null : printed);
  }

  /** The date before it rolled. */
  public LocalDate printed() {
    return rolledFrom == null ? due : rolledFrom;
  }
}
