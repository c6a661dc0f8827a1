package duban.catalog.edit;

/** Why deadlines were made again. */
public enum Cause {
  OBLIGATION,
  UNIT,
  TERM,
  CALENDAR,
  OCCASION,
  CATALOGUE,
  NEW_DAY;

  /** Whether other occasions may be expected than before. */
  public boolean movesOccasions() {
    return switch (this) {
      case UNIT, OCCASION, CATALOGUE, NEW_DAY -> true;
      case OBLIGATION, TERM, CALENDAR -> false;
    };
  }
}
