package duban.catalog.rule;

import duban.catalog.term.Level;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What quota and window share: a window inside a period, and a count.
 *
 * @param times so many in each period
 */
record Counting(
    Recurrence recurrence,
    int times,
    @Nullable String noun,
    @Nullable DayInPeriod opens,
    @Nullable DayInPeriod due,
    @Nullable Period lead,
    @Nullable Period reportWithin,
    List<Condition> conditions,
    Roll roll) {

  /**
   * One window a period.
   *
   * @param latestStart whether the lead is counted back from the date
   */
  List<PlainWindow> unfold(List<Pace> pace, boolean latestStart, Setting setting) {
    return recurrence.periods(setting).stream()
        .map(period -> unfold(period, pace, latestStart, setting))
        .toList();
  }

  private PlainWindow unfold(
      DutyPeriod period, List<Pace> pace, boolean latestStart, Setting setting) {
    Span span = Span.of(opens, due, roll, period, setting);
    Count count =
        new Count(
            times,
            dated(conditions, recurrence.termOf(), period, setting),
            pace.stream().map(it -> it.dated(period, setting)).toList(),
            latestStart && lead != null
                ? setting.calendar().plus(span.due(), -(int) lead.get(ChronoUnit.DAYS))
                : null,
            reportWithin == null ? null : span.due().plus(reportWithin));
    return PlainWindow.counted(period, span, count);
  }

  static List<DatedCondition> dated(
      List<Condition> conditions, @Nullable Level termOf, DutyPeriod period, Setting setting) {
    return conditions.stream().flatMap(it -> dated(it, termOf, period, setting)).toList();
  }

  private static Stream<DatedCondition> dated(
      Condition condition, @Nullable Level termOf, DutyPeriod period, Setting setting) {
    if (condition.when() == null) {
      return Stream.of(DatedCondition.of(condition, null));
    }
    Optional<LocalDate> begins = setting.termBeginning(termOf, period);
    return begins.stream().map(from -> DatedCondition.of(condition, from));
  }

  /** The noun is that of the rule, with its measure word: 次会议. */
  Words inWords() {
    String counted = noun == null ? "次" : noun;
    return recurrence
        .inWords()
        .and(Words.between(opens, due))
        .and(Words.of("," + times + counted, ": " + times + " (" + counted + ")"));
  }

  Optional<String> complaint() {
    return recurrence
        .complaint()
        .or(
            () ->
                times < 1
                    ? Optional.of("rule.times is " + times + ", but must be at least 1")
                    : Optional.empty())
        .or(() -> recurrence.complaint("rule.opens", opens))
        .or(() -> recurrence.complaint("rule.due", due))
        .or(this::order)
        .or(() -> Spans.tooLong("rule.lead", lead))
        .or(() -> Spans.tooLong("rule.reportWithin", reportWithin))
        .or(() -> Condition.complaint(conditions, recurrence.termOf()));
  }

  /** That pace leads to the count, within the window. */
  Optional<String> complaint(List<Pace> pace) {
    @Nullable Pace before = null;
    for (Pace each : pace) {
      String field = "rule.pace asks for " + each.count() + " by " + each.by();
      if (each.count() < 1 || each.count() > times) {
        return Optional.of(
            field + ", but rule.times is " + times + "; give a count from 1 to " + times);
      }
      if (!each.by().fits(recurrence.period())) {
        return Optional.of(
            field
                + ", which is no day of a "
                + recurrence.period()
                + "; give "
                + recurrence.period().day());
      }
      if (!recurrence.inOrder(opens, each.by()) || !recurrence.inOrder(each.by(), due)) {
        return Optional.of(
            field
                + ", which lies outside of the window; give a day from its rule.opens to its rule.due");
      }
      if (before != null
          && (before.count() >= each.count() || !recurrence.inOrder(before.by(), each.by()))) {
        return Optional.of(
            field + ", but must grow with its days; give a later day a greater count");
      }
      before = each;
    }
    return Optional.empty();
  }

  private Optional<String> order() {
    return recurrence.inOrder(opens, due)
        ? Optional.empty()
        : Optional.of("rule.due is " + due + ", but must not lie before rule.opens " + opens);
  }
}
