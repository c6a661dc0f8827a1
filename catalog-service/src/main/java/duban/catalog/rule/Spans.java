package duban.catalog.rule;

import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long a span may be. */
public final class Spans {
  private Spans() {}

  /** A span in days; a longer one would reach into no period that is made. */
  public static Optional<String> tooLong(String field, @Nullable Period span) {
    if (span == null) {
      return Optional.empty();
    }
    long days = span.get(ChronoUnit.DAYS);
    return span.toTotalMonths() != 0 || days < 0 || days > 366
        ? Optional.of(field + " is " + Written.of(span) + "; give days, such as P20D, up to P366D")
        : Optional.empty();
  }

  /** By how much something is put off: never back. */
  public static Optional<String> noLength(String field, Period span) {
    return span.isNegative() || span.isZero()
        ? Optional.of(
            field
                + " is "
                + Written.of(span)
                + ", but must be a length of time such as P15D or P3M")
        : tooFar(field, span);
  }

  /** A span in months or days. */
  static Optional<String> tooFar(String field, @Nullable Period span) {
    if (span == null) {
      return Optional.empty();
    }
    return Math.abs(span.toTotalMonths()) > 120 || Math.abs(span.get(ChronoUnit.DAYS)) > 999
        ? Optional.of(
            field + " is " + Written.of(span) + ", but must be at most 120 months or 999 days")
        : Optional.empty();
  }
}
