package duban.catalog.rule;

import java.time.Period;

/** How spans are written in a rule. */
public final class Written {
  /** A number of days. */
  public static final String DAYS = "^P\\d{1,3}D$";

  /** So many months or days. */
  public static final String LENGTH = "^P(\\d{1,3}M(\\d{1,3}D)?|\\d{1,3}D)$";

  /** Months or days before, with a minus, or after. */
  static final String SPAN = "^(-?P\\d{1,3}M(\\d{1,3}D)?|-?P\\d{1,3}D)$";

  /** With its sign in front. */
  static String of(Period span) {
    return span.isNegative() ? "-" + span.negated() : span.toString();
  }

  private Written() {}
}
