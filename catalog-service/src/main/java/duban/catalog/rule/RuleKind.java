package duban.catalog.rule;

/** The kinds of rules, as in the field: how often and by when something is owed. */
public enum RuleKind {
  QUOTA,
  WINDOW,
  CHECKPOINTS,
  ONE_OFF,
  EACH_TIME,
  STANDING;

  /**
   * Whether its deadlines are those of periods; otherwise their dates move without a new id.
   *
   * @param occasion whether an occasion makes it due; where none does, frequent ones are counted
   */
  public boolean ofPeriods(boolean occasion) {
    return this != ONE_OFF && !(this == EACH_TIME && occasion);
  }
}
