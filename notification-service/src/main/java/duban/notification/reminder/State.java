package duban.notification.reminder;

/** What became of a reminder. */
public enum State {
  PLANNED,
  HELD,
  AWAITING_SIGNATURE,
  SENT,
  SKIPPED,
  CANCELLED;

  /** Whether others are told of it. */
  boolean published() {
    return this != PLANNED && this != HELD;
  }

  boolean open() {
    return this == PLANNED || this == HELD || this == AWAITING_SIGNATURE;
  }
}
