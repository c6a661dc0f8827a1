package duban.catalog.rule;

import duban.catalog.term.Level;
import duban.catalog.term.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * In which periods something is owed.
 *
 * @param every in each so many-th period, counted from the first
 * @param months to which months MONTH is kept; empty: to none
 */
record Recurrence(
    PeriodKind period, @Nullable Integer every, List<Integer> months, @Nullable Level termOf) {

  /** Those of the setting's years in which a duty of that time is owed, in their order. */
  List<DutyPeriod> periods(Setting setting) {
    return period == PeriodKind.TERM ? terms(setting) : parts(setting);
  }

  private List<DutyPeriod> parts(Setting setting) {
    int step = every == null ? 1 : every;
    List<DutyPeriod> owed = new ArrayList<>();
    // A week that begins before its year may be the first one.
    int start = step == 1 ? setting.firstYear() : setting.force().beginsIn() - 1;
    int at = 0;
    for (int year = Math.min(start, setting.firstYear()); year <= setting.lastYear(); year++) {
      for (DutyPeriod each : period.of(year)) {
        if (!isKept(each) || !setting.force().beginsWith(each)) {
          continue;
        }
        if (at++ % step == 0 && year >= setting.firstYear()) {
          owed.add(each);
        }
      }
    }
    return owed;
  }

  private boolean isKept(DutyPeriod each) {
    return months.isEmpty() || months.contains(each.first().getMonthValue());
  }

  private List<DutyPeriod> terms(Setting setting) {
    List<DutyPeriod> inForce =
        setting.terms().stream()
            .filter(it -> it.level() == termOf)
            .sorted(Comparator.comparing(Term::from))
            .map(it -> new DutyPeriod(it.id(), it.from(), it.to()))
            .filter(setting.force()::hasTerm)
            .toList();
    int step = every == null ? 1 : every;
    return IntStream.range(0, inForce.size())
        .filter(it -> it % step == 0)
        .mapToObj(inForce::get)
        .filter(setting::meets)
        .toList();
  }

  Optional<String> complaint() {
    if (period == null) {
      return Optional.of("rule.period is missing, but says how often it is owed");
    }
    if (every != null && (every < 1 || every > 100)) {
      return Optional.of("rule.every is " + every + ", but must be 1 to 100");
    }
    if (!months.isEmpty() && period != PeriodKind.MONTH) {
      return Optional.of("rule.months keeps MONTH to some months, but rule.period is " + period);
    }
    for (Integer month : months) {
      if (month == null || month < 1 || month > 12) {
        return Optional.of("rule.months has " + month + ", but a month is 1 to 12");
      }
    }
    if (months.stream().distinct().count() < months.size()) {
      return Optional.of("rule.months names a month twice");
    }
    return period == PeriodKind.TERM && termOf == null
        ? Optional.of("rule.termOf is missing, but rule.period is TERM: say whose term it is")
        : Optional.empty();
  }

  /** That a day can be meant in each of its periods. */
  Optional<String> complaint(String field, @Nullable DayInPeriod day) {
    return day == null || day.fits(period)
        ? Optional.empty()
        : Optional.of(
            field + " is " + day + ", which is no day of a " + period + "; give " + period.day());
  }

  /** That the second day does not lie before the first, in an ordinary period. */
  boolean inOrder(@Nullable DayInPeriod first, @Nullable DayInPeriod second) {
    DutyPeriod ordinary = ordinary();
    LocalDate from = first == null ? ordinary.first() : first.in(ordinary);
    LocalDate to = second == null ? ordinary.last() : second.in(ordinary);
    return !to.isBefore(from);
  }

  private DutyPeriod ordinary() {
    return period == PeriodKind.TERM
        ? new DutyPeriod("", LocalDate.of(2021, 12, 1), LocalDate.of(2026, 11, 30))
        : period.of(2027).get(0);
  }

  Words inWords() {
    Words kind =
        switch (period) {
          case YEAR -> named("年", "year");
          case HALF_YEAR -> named("半年", "half-year");
          case QUARTER -> named("季度", "quarter");
          case MONTH -> named("月", "month");
          case WEEK -> named("周", "week");
          case TERM -> named("届", "term");
        };
    if (months.isEmpty()) {
      return kind;
    }
    String list = String.join("、", months.stream().map(String::valueOf).toList());
    return kind.and(Words.of("(" + list + "月)", " (months " + list.replace('、', ',') + ")"));
  }

  private Words named(String chinese, String english) {
    return every == null || every == 1
        ? Words.of("每" + chinese, "in each " + english)
        : Words.of("每" + every + chinese, "in each " + Words.ordinal(every) + " " + english);
  }
}
