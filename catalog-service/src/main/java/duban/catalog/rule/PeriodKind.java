package duban.catalog.rule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.stream.IntStream;

/** How long a rule's period is. */
public enum PeriodKind {
  YEAR(1, 12, 365),
  HALF_YEAR(2, 6, 181),
  QUARTER(4, 3, 90),
  MONTH(12, 1, 28),
  WEEK(0, 0, 7),
  TERM(0, 0, 1826);

  private final int inYear;
  private final int months;
  private final int shortest;

  /**
   * @param inYear how many a year has; 0 where that differs
   * @param shortest the days of its shortest
   */
  PeriodKind(int inYear, int months, int shortest) {
    this.inYear = inYear;
    this.months = months;
    this.shortest = shortest;
  }

  /**
   * Those that bear the year in their names, in their order; not of TERM, whose days staff set.
   *
   * @throws IllegalStateException of TERM
   */
  List<DutyPeriod> of(int year) {
    return switch (this) {
      case YEAR -> List.of(whole(Integer.toString(year), YearMonth.of(year, 1), 12));
      case HALF_YEAR -> parts(year, "-H");
      case QUARTER -> parts(year, "-Q");
      case MONTH ->
          IntStream.rangeClosed(1, 12)
              .mapToObj(month -> YearMonth.of(year, month))
              .map(month -> whole(month.toString(), month, 1))
              .toList();
      case WEEK -> weeks(year);
      case TERM -> throw new IllegalStateException("Terms are no parts of a year");
    };
  }

  private List<DutyPeriod> parts(int year, String letter) {
    return IntStream.range(0, inYear)
        .mapToObj(
            part ->
                whole(year + letter + (part + 1), YearMonth.of(year, 1 + part * months), months))
        .toList();
  }

  private static DutyPeriod whole(String id, YearMonth from, int months) {
    return new DutyPeriod(id, from.atDay(1), from.plusMonths(months - 1L).atEndOfMonth());
  }

  /** A week belongs to the year in which its Thursday lies. */
  private static List<DutyPeriod> weeks(int year) {
    LocalDate monday = Year.of(year).atMonth(1).atDay(4).with(DayOfWeek.MONDAY);
    long weeks = IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(monday).getMaximum();
    return IntStream.range(0, (int) weeks)
        .mapToObj(
            week ->
                new DutyPeriod(
                    "%d-W%02d".formatted(year, week + 1),
                    monday.plusWeeks(week),
                    monday.plusWeeks(week).plusDays(6)))
        .toList();
  }

  /** How a day of it is written. */
  String day() {
    return switch (this) {
      case YEAR -> "a day such as --10-31";
      case MONTH -> "a day such as ---25";
      default ->
          "a span such as P3D, from its first day, or -P3D, before its last, of less than "
              + shortest
              + " days";
    };
  }

  /** Whether days in it are counted from its ends, and so far that its shortest has them. */
  boolean isCountedFromItsEnds(Period span) {
    return this != YEAR
        && this != MONTH
        && span.toTotalMonths() * 31 + span.get(ChronoUnit.DAYS) < shortest;
  }
}
