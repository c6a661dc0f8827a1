package duban.notification.policy;

/** Where in the life of a deadline it is reminded of, in the order of that life. */
public enum Step {
  LEAD,
  PACE,
  LATEST_START,
  BEFORE,
  DUE,
  AFTER;

  /** Whether it leaves with the notice of its week rather than on its own day. */
  public boolean weekly() {
    return this != DUE && this != AFTER;
  }
}
