package duban.notification.policy;

/** How a step reaches somebody. */
public enum Channel {
  /** A notice that the system sends by itself. */
  EMAIL,
  /** A letter that somebody has to sign. */
  LETTER,
  /** A task for the supervising office's own staff. */
  STAFF
}
