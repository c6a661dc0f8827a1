package duban.catalog.chain;

import duban.catalog.rule.Checkpoints;
import duban.catalog.rule.PeriodKind;
import duban.catalog.rule.Quota;
import duban.catalog.rule.Rule;
import duban.catalog.rule.Window;
import duban.catalog.rule.Words;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * So many times in a period.
 *
 * @param every in each so many-th period
 * @param months of how many months a monthly duty is asked
 */
record Frequency(int times, PeriodKind period, int every, int months) {
  private static final int YEARS_OF_A_TERM = 5;

  /** Empty where a rule counts nothing in periods. */
  static Optional<Frequency> of(Rule rule) {
    if (rule instanceof Quota quota) {
      return of(quota.times(), quota.period(), quota.every(), quota.months());
    }
    if (rule instanceof Window window) {
      return of(window.times(), window.period(), window.every(), window.months());
    }
    if (rule instanceof Checkpoints points) {
      return of(points.checkpoints().size(), points.period(), points.every(), points.months());
    }
    return Optional.empty();
  }

  private static Optional<Frequency> of(
      int times, PeriodKind period, @Nullable Integer every, List<Integer> months) {
    int kept = months.isEmpty() ? 12 : months.size();
    return Optional.of(new Frequency(times, period, every == null ? 1 : every, kept));
  }

  /** Whether it asks for less in the same time: 1 a half-year is not less than 2 a year. */
  boolean rarerThan(Frequency other) {
    return (long) times * periodsInFiveYears() * other.every
        < (long) other.times * other.periodsInFiveYears() * every;
  }

  private int periodsInFiveYears() {
    return switch (period) {
      case YEAR -> YEARS_OF_A_TERM;
      case HALF_YEAR -> 2 * YEARS_OF_A_TERM;
      case QUARTER -> 4 * YEARS_OF_A_TERM;
      case MONTH -> months * YEARS_OF_A_TERM;
      case WEEK -> 52 * YEARS_OF_A_TERM;
      case TERM -> 1;
    };
  }

  /** Whether it leaves more time for what it asks. */
  boolean longerThan(Frequency other) {
    return days() * every > other.days() * other.every;
  }

  private int days() {
    return switch (period) {
      case YEAR -> 365;
      case HALF_YEAR -> 182;
      case QUARTER -> 91;
      case MONTH -> 30;
      case WEEK -> 7;
      case TERM -> 365 * YEARS_OF_A_TERM;
    };
  }

  boolean samePeriod(Frequency other) {
    return period == other.period && every == other.every && months == other.months;
  }

  Words inWords() {
    return periodInWords().and(Words.of(times + "次", ": " + times));
  }

  Words periodInWords() {
    Words name =
        switch (period) {
          case YEAR -> Words.of("年", "year");
          case HALF_YEAR -> Words.of("半年", "half-year");
          case QUARTER -> Words.of("季度", "quarter");
          case MONTH -> Words.of("月", "month");
          case WEEK -> Words.of("周", "week");
          case TERM -> Words.of("届", "term");
        };
    Words kept =
        period == PeriodKind.MONTH && months < 12
            ? Words.of(
                "(一年中" + months + "个月)", " (" + Words.many(months, "month") + " of the year)")
            : Words.NONE;
    return (every == 1
            ? Words.of("每", "in each ")
            : Words.of("每" + every, "in each " + Words.ordinal(every) + " "))
        .and(name)
        .and(kept);
  }
}
