package duban.catalog.rule;

import duban.catalog.occasion.Occasion;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a rule makes of one occasion. */
record EachOccasion(EachTime rule, Occasion occasion, Setting setting) {

  /** Empty where nothing is owed. */
  Optional<PlainWindow> window() {
    LocalDate on = occasion.date();
    LocalDate printed = on == null ? fallback() : rule.due(on, setting);
    LocalDate counted = on == null ? LocalDate.of(occasion.year(), 1, 1) : on;
    if (printed == null || !setting.force().has(counted)) {
      return Optional.empty();
    }
    boolean after = rule.timing() == Timing.AFTER && on != null;
    Span span = Span.of(after ? counted : occasion.enteredOn(), printed, rule.roll(), setting);
    DutyPeriod period = period(after, counted, span);
    Integer required = rule.timing() == Timing.NOT_BEFORE ? null : 1;
    var asked = Counting.dated(rule.conditions(), rule.termOf(), period, setting);
    return Optional.of(
        new PlainWindow(
            period,
            counted,
            span,
            Count.of(required, asked),
            null,
            occasion,
            null,
            coDue(on),
            false));
  }

  /** Work on it may begin long before it, and be entered late. */
  private DutyPeriod period(boolean after, LocalDate counted, Span span) {
    LocalDate first = after ? counted : LocalDate.of(occasion.year() - 1, 1, 1);
    LocalDate last = counted.isAfter(span.due()) ? counted : span.due();
    return new DutyPeriod(Integer.toString(occasion.year()), first, last);
  }

  private @Nullable LocalDate fallback() {
    if (rule.fallbackDue() == null) {
      return null;
    }
    int year = rule.timing() == Timing.BEFORE ? occasion.year() - 1 : occasion.year();
    return rule.fallbackDue().unbounded(PeriodKind.YEAR.of(year).get(0));
  }

  private @Nullable LocalDate coDue(@Nullable LocalDate on) {
    var span = rule.coDue();
    return on == null || span == null ? null : setting.rolled(on.plus(span), rule.roll());
  }
}
