package duban.catalog.obligation;

/** How long a rule's period is. Only YEAR is made into deadlines so far. */
public enum PeriodKind {
  YEAR,
  HALF_YEAR,
  QUARTER,
  MONTH,
  WEEK,
  TERM
}
