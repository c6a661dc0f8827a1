package duban.catalog.obligation;

/** How strongly the words bind: 必须 and 要; 原则上; 可; 探索. */
public enum Strength {
  MUST,
  IN_PRINCIPLE,
  MAY,
  AIM;

  /** MAY and AIM stand in the yearly list only. */
  public boolean makesDeadlines() {
    return this == MUST || this == IN_PRINCIPLE;
  }
}
