package duban.catalog.obligation;

import duban.catalog.term.Level;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What quota and window share: a window inside a period, and a count. */
final class Counting {
  private Counting() {}

  static List<DatedCondition> dated(
      List<Condition> conditions, @Nullable Level termOf, Setting setting) {
    return conditions.stream().flatMap(each -> dated(each, termOf, setting)).toList();
  }

  private static Stream<DatedCondition> dated(
      Condition condition, @Nullable Level termOf, Setting setting) {
    if (condition.when() == null) {
      return Stream.of(DatedCondition.of(condition, null));
    }
    return setting.termBeginning(termOf).stream().map(from -> DatedCondition.of(condition, from));
  }

  static List<DatedPace> dated(List<Pace> pace, Setting setting) {
    return pace.stream()
        .map(
            each ->
                new DatedPace(
                    each.count(), Roll.PREVIOUS.apply(setting.to(each.by()), setting.calendar())))
        .toList();
  }

  static @Nullable LocalDate latestStart(LocalDate due, @Nullable Period lead, Setting setting) {
    return lead == null ? null : setting.calendar().plus(due, -(int) lead.get(ChronoUnit.DAYS));
  }

  static @Nullable LocalDate reportUntil(LocalDate due, @Nullable Period within) {
    return within == null ? null : due.plus(within);
  }

  /** A span in days; a longer one would reach into no period that is made. */
  static Optional<String> tooLong(String field, @Nullable Period span) {
    if (span == null) {
      return Optional.empty();
    }
    long days = span.get(ChronoUnit.DAYS);
    return span.toTotalMonths() != 0 || days < 0 || days > 366
        ? Optional.of(field + " is " + span + ", but must be days, P0D to P366D")
        : Optional.empty();
  }

  /** The noun is that of the rule, with its measure word: 次会议. */
  static Words inWords(
      int times, @Nullable String noun, @Nullable MonthDay opens, @Nullable MonthDay due) {
    String counted = noun == null ? "次" : noun;
    return Words.ofEachYear(opens, due)
        .and(Words.of("," + times + counted, ": " + times + " (" + counted + ")"));
  }

  static Optional<String> complaint(
      PeriodKind period,
      int times,
      @Nullable MonthDay opens,
      @Nullable MonthDay due,
      @Nullable Period lead,
      @Nullable Period reportWithin,
      List<Condition> conditions,
      @Nullable Level termOf) {
    if (period != PeriodKind.YEAR) {
      return Optional.of(
          "rule.period is " + period + ", but only YEAR can be made into deadlines so far");
    }
    if (times < 1) {
      return Optional.of("rule.times is " + times + ", but must be at least 1");
    }
    if (opens != null && due != null && due.isBefore(opens)) {
      return Optional.of("rule.due is " + due + ", but must not lie before rule.opens " + opens);
    }
    Optional<String> tooLong =
        tooLong("rule.lead", lead).or(() -> tooLong("rule.reportWithin", reportWithin));
    if (tooLong.isPresent()) {
      return tooLong;
    }
    for (Condition condition : conditions) {
      if (!condition.saysSomething()) {
        return Optional.of(
            "rule.conditions of " + condition.attribute() + " need atLeast, atMost or is");
      }
      if (!condition.comparable()) {
        return Optional.of(
            "rule.conditions of " + condition.attribute() + " compare with no list or object");
      }
      if (condition.when() != null && termOf == null) {
        return Optional.of("rule.termOf is missing, but a condition is asked at FIRST_OF_TERM");
      }
    }
    return Optional.empty();
  }
}
