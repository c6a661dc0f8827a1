package duban.catalog.document;

/** What is odd about a printed item: found by rule, shown, and never corrected. */
public enum Flag {
  /** Its number stood before in the same group. */
  LABEL_REPEATED,
  /** A number before it is missing in the group. */
  LABEL_SKIPPED,
  /** It is not printed as "N. ". */
  LABEL_FORM,
  /** It ends in mid-sentence. */
  CUT_OFF
}
