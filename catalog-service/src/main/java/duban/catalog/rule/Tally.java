package duban.catalog.rule;

import java.util.List;

/**
 * What a rule makes of frequent meetings: none of them is due by itself, so of each half-year it is
 * counted how often it was kept. Nothing rolls, for nobody has to have done anything by its end.
 */
record Tally(EachTime rule) {
  private static final Recurrence HALF_YEARS =
      new Recurrence(PeriodKind.HALF_YEAR, null, List.of(), null);

  /** One of each half-year that begins while the duty is in force. */
  List<PlainWindow> windows(Setting setting) {
    return HALF_YEARS.periods(setting).stream().map(it -> window(it, setting)).toList();
  }

  private PlainWindow window(DutyPeriod period, Setting setting) {
    var asked = Counting.dated(rule.conditions(), rule.termOf(), period, setting);
    Span span = new Span(period.first(), period.last(), null);
    return PlainWindow.tally(period, span, Count.of(null, asked));
  }
}
