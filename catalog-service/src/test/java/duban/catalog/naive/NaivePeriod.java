package duban.catalog.naive;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;

/** A period of the calendar or a term, and the days written inside it. */
record NaivePeriod(String label, LocalDate first, LocalDate last) {
  static boolean beginsOn(String kind, LocalDate day) {
    var firstOfMonth = day.getDayOfMonth() == 1;
    var month = day.getMonthValue();
    return switch (kind) {
      case "YEAR" -> firstOfMonth && month == 1;
      case "HALF_YEAR" -> firstOfMonth && (month == 1 || month == 7);
      case "QUARTER" -> firstOfMonth && (month == 1 || month == 4 || month == 7 || month == 10);
      case "MONTH" -> firstOfMonth;
      case "WEEK" -> day.getDayOfWeek() == DayOfWeek.MONDAY;
      default -> throw new IllegalArgumentException(kind);
    };
  }

  static NaivePeriod begun(String kind, LocalDate first) {
    var last = first;
    while (!beginsOn(kind, last.plusDays(1))) {
      last = last.plusDays(1);
    }
    return new NaivePeriod(label(kind, first), first, last);
  }

  private static String label(String kind, LocalDate first) {
    var year = first.getYear();
    var month = first.getMonthValue();
    return switch (kind) {
      case "YEAR" -> "%04d".formatted(year);
      case "HALF_YEAR" -> "%04d-H%d".formatted(year, month == 1 ? 1 : 2);
      case "QUARTER" -> "%04d-Q%d".formatted(year, (month + 2) / 3);
      case "MONTH" -> "%04d-%02d".formatted(year, month);
      default -> {
        var thursday = first.plusDays(3);
        yield "%04d-W%02d".formatted(thursday.getYear(), (thursday.getDayOfYear() - 1) / 7 + 1);
      }
    };
  }

  /** The day of a written one: {@code --10-31}, {@code ---25}, {@code P6M}, {@code -P6M}. */
  LocalDate day(String written) {
    if (written.startsWith("---")) {
      return within(inMonth(YearMonth.from(first), Integer.parseInt(written.substring(3))));
    }
    if (written.startsWith("--")) {
      return within(yearly(written, first.getYear()));
    }
    return within(NaiveSpan.of(written).from(written.startsWith("-") ? last : first));
  }

  /** {@code --MM-DD} in a year. */
  static LocalDate yearly(String written, int year) {
    var month = Integer.parseInt(written.substring(2, 4));
    return inMonth(YearMonth.of(year, month), Integer.parseInt(written.substring(5)));
  }

  private static LocalDate inMonth(YearMonth month, int day) {
    return month.atDay(Math.min(day, month.lengthOfMonth()));
  }

  boolean holds(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  private LocalDate within(LocalDate day) {
    if (day.isBefore(first)) {
      return first;
    }
    return day.isAfter(last) ? last : day;
  }
}
