package duban.catalog.chain;

/**
 * Why the later one asks for less than the earlier one.
 *
 * @param sentence in Chinese
 * @param english the same
 */
record Weaker(Reason reason, String sentence, String english) {

  /** In what it asks for less. */
  enum Reason {
    FEWER_TIMES,
    LONGER_PERIOD,
    SOFTER,
    NARROWER_CIRCLE,
    CONDITION_LESS
  }
}
