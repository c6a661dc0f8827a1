package duban.catalog.rule;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import duban.chassis.json.WrittenAs;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.YearMonth;

/**
 * A day of every period of a rule: {@code --10-31} of a year, {@code ---25} of a month, {@code P6M}
 * after the first day of any other period, {@code -P6M} before its last. A day that a month does
 * not have is its last day.
 */
@JsonDeserialize(using = DayInPeriodReader.class)
@WrittenAs(
    "a day of the period that exists, such as \"--10-31\" of a year, \"---25\" of a month, or"
        + " \"P6M\" and \"-P10D\", so long after its first day or before its last")
public sealed interface DayInPeriod {

  /** How one is written. */
  String FORM = "^(--\\d\\d-\\d\\d|---\\d\\d|-?P\\d{1,3}M(\\d{1,3}D)?|-?P\\d{1,3}D)$";

  /** Where the rule puts it, which may lie outside of a period that was cut short. */
  LocalDate unbounded(DutyPeriod period);

  /** Whether it can be meant in a period of this kind. */
  boolean fits(PeriodKind period);

  /** In words, of no particular period. */
  Words inWords();

  /** In the period, on its nearest day if it would lie outside. */
  default LocalDate in(DutyPeriod period) {
    return period.nearest(unbounded(period));
  }

  /** Throws DateTimeException if it is not written as {@link #FORM} says. */
  static DayInPeriod parse(String text) {
    if (!text.matches(FORM)) {
      throw new DateTimeException("'" + text + "' is no day of a period");
    }
    if (text.startsWith("---")) {
      int day = Integer.parseInt(text.substring(3));
      if (day < 1 || day > 31) {
        throw new DateTimeException("No month has a day " + day);
      }
      return new OfMonth(day);
    }
    if (text.startsWith("--")) {
      return new OfYear(MonthDay.parse(text));
    }
    return text.startsWith("-")
        ? new BeforeEnd(Period.parse(text.substring(1)))
        : new AfterStart(Period.parse(text));
  }

  /** Such as the last of February, also where it is the 28th. */
  record OfYear(MonthDay day) implements DayInPeriod {
    @Override
    public LocalDate unbounded(DutyPeriod period) {
      return day.atYear(period.first().getYear());
    }

    @Override
    public boolean fits(PeriodKind period) {
      return period == PeriodKind.YEAR;
    }

    @Override
    public Words inWords() {
      return Words.of(day);
    }

    @JsonValue
    @Override
    public String toString() {
      return day.toString();
    }
  }

  /** Such as the 31st, also where it is the 30th. */
  record OfMonth(int day) implements DayInPeriod {
    @Override
    public LocalDate unbounded(DutyPeriod period) {
      YearMonth month = YearMonth.from(period.first());
      return month.atDay(Math.min(day, month.lengthOfMonth()));
    }

    @Override
    public boolean fits(PeriodKind period) {
      return period == PeriodKind.MONTH;
    }

    @Override
    public Words inWords() {
      return Words.of(day + "日", "day " + day);
    }

    @JsonValue
    @Override
    public String toString() {
      return "---%02d".formatted(day);
    }
  }

  /** So long after the first day. */
  record AfterStart(Period span) implements DayInPeriod {
    @Override
    public LocalDate unbounded(DutyPeriod period) {
      return period.first().plus(span);
    }

    @Override
    public boolean fits(PeriodKind period) {
      return period.isCountedFromItsEnds(span);
    }

    @Override
    public Words inWords() {
      return Words.of("期初后", "").and(Words.of(span)).and(Words.of("", " after its first day"));
    }

    @JsonValue
    @Override
    public String toString() {
      return span.toString();
    }
  }

  /** So long before the last day. */
  record BeforeEnd(Period span) implements DayInPeriod {
    @Override
    public LocalDate unbounded(DutyPeriod period) {
      return period.last().minus(span);
    }

    @Override
    public boolean fits(PeriodKind period) {
      return period.isCountedFromItsEnds(span);
    }

    @Override
    public Words inWords() {
      return Words.of("期末前", "").and(Words.of(span)).and(Words.of("", " before its last day"));
    }

    @JsonValue
    @Override
    public String toString() {
      return "-" + span;
    }
  }
}
