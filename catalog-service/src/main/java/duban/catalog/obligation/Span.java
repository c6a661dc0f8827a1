package duban.catalog.obligation;

import java.time.LocalDate;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;

/** From when to when, with the due date rolled to a working day. */
record Span(LocalDate opens, LocalDate due, @Nullable LocalDate rolledFrom) {

  static Span of(@Nullable MonthDay opens, @Nullable MonthDay due, Roll roll, Setting setting) {
    LocalDate first = setting.from(opens);
    LocalDate printed = setting.to(due);
    LocalDate rolled = roll.apply(printed, setting.calendar());
    // Nobody can work in a window of days off, so it opens on the day to which its date went.
    LocalDate opening = setting.calendar().onOrAfter(first).isAfter(printed) ? rolled : first;
    return new Span(opening, rolled, rolled.equals(printed) ? null : printed);
  }
}
