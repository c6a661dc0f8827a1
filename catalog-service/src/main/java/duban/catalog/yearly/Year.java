package duban.catalog.yearly;

import duban.catalog.deadline.SeenDeadlines.Dated;
import duban.catalog.edit.Day;
import duban.catalog.obligation.History;
import duban.catalog.obligation.Obligation;
import duban.catalog.obligation.Succession;
import duban.chassis.problem.Problems;
import java.time.LocalDate;

/** The year of a list. */
record Year(int number) {

  /** As somebody names it; a 400 problem for what is no year that a duty has. */
  static Year of(String year) {
    if (year.matches("[1-9]\\d{3}")) {
      int number = Integer.parseInt(year);
      if (number >= Day.FIRST_YEAR && number <= Day.LAST_YEAR) {
        return new Year(number);
      }
    }
    throw Problems.badRequest(
        "invalid-parameter", "year is '" + year + "'; give one such as 2028", "year");
  }

  LocalDate first() {
    return LocalDate.of(number, 1, 1);
  }

  LocalDate last() {
    return LocalDate.of(number, 12, 31);
  }

  /** Whether anything may be owed by it in the year. */
  boolean has(Obligation one) {
    boolean begun = one.inForceFrom() == null || !one.inForceFrom().isAfter(last());
    return begun && (one.inForceTo() == null || !one.inForceTo().isBefore(first()));
  }

  /** Whether it stands in the year's list. */
  boolean lists(Obligation one, Succession succession) {
    boolean done = one.history() == History.DONE || one.history() == History.LAPSED;
    return !done && has(one) && succession.lasts(one.id(), owedFrom(one));
  }

  /** From when what is due may be of the year: a date may have rolled to the year before. */
  LocalDate dueFrom() {
    return first().minusMonths(1);
  }

  /** The day of the year on which it is asked who owes it. */
  LocalDate owedFrom(Obligation one) {
    return one.inForceFrom() == null || one.inForceFrom().isBefore(first())
        ? first()
        : one.inForceFrom();
  }

  /**
   * Whether a deadline stands in the year's list: that of a period in it, of a term that runs in
   * it, or of a date in it where there is no period.
   */
  boolean has(Dated deadline) {
    if (!deadline.kind().ofPeriods(!deadline.tally())) {
      return deadline.dueOn().getYear() == number;
    }
    return deadline.period().matches("\\d{4}(-[HQW]?\\d{1,2})?")
        ? deadline.period().startsWith(Integer.toString(number))
        : !deadline.periodFrom().isAfter(last()) && !deadline.periodTo().isBefore(first());
  }
}
