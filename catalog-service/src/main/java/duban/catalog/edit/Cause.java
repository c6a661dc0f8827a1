package duban.catalog.edit;

/** Why deadlines were made again. */
public enum Cause {
  OBLIGATION,
  UNIT,
  TERM,
  CALENDAR,
  CATALOGUE,
  NEW_DAY
}
