package duban.catalog.edit;

/** Why deadlines were made again. */
public enum Cause {
  OBLIGATION,
  UNIT,
  TERM,
  CALENDAR,
  OCCASION,
  CATALOGUE,
  NEW_DAY
}
