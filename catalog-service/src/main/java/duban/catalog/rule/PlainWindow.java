package duban.catalog.rule;

import duban.catalog.occasion.Occasion;
import duban.chassis.calendar.WorkingCalendar;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What every rule comes down to: from when to when, and how many. No reader needs the rule.
 *
 * @param owedFrom the day that decides who owes it: whoever is a member of a group then, and has
 *     not ended
 * @param completes the type of the event that completes it
 * @param coDue the co-handlers' date
 * @param tally whether it is only counted, and nothing is due
 */
public record PlainWindow(
    DutyPeriod period,
    LocalDate owedFrom,
    Span span,
    Count count,
    @Nullable Checkpoint checkpoint,
    @Nullable Occasion occasion,
    @Nullable String completes,
    @Nullable LocalDate coDue,
    boolean tally) {

  static PlainWindow counted(DutyPeriod period, Span span, Count count) {
    return new PlainWindow(period, period.first(), span, count, null, null, null, null, false);
  }

  static PlainWindow completed(DutyPeriod period, Span span, Count count, String by) {
    return new PlainWindow(period, period.first(), span, count, null, null, by, null, false);
  }

  static PlainWindow of(DutyPeriod period, Span span, Checkpoint checkpoint) {
    return new PlainWindow(
        period,
        period.first(),
        span,
        Count.NONE,
        checkpoint,
        null,
        checkpoint.completes(),
        null,
        false);
  }

  static PlainWindow tally(DutyPeriod period, Span span, Count count) {
    return new PlainWindow(period, period.first(), span, count, null, null, null, null, true);
  }

  /** Whether its dates were found by a calendar that is not announced yet. */
  public boolean provisional(WorkingCalendar calendar) {
    return !tally
        && (calendar.provisional(span.due().getYear())
            || calendar.provisional(span.printed().getYear()));
  }

  /** Whether it, or its period, lasts until that day. */
  public boolean reaches(LocalDate day) {
    return !period.last().isBefore(day) || !span.due().isBefore(day);
  }
}
