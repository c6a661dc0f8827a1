package duban.catalog.obligation;

/** How days and spans are written in a rule. */
final class PlainDay {
  /** A day of each year. */
  static final String FORM = "^--\\d\\d-\\d\\d$";

  /** A number of days. */
  static final String DAYS = "^P\\d{1,3}D$";

  private PlainDay() {}
}
