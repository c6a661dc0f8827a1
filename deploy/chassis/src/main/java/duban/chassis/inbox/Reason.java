package duban.chassis.inbox;

/** Why a record became a dead letter. */
public enum Reason {
  /** Not JSON, not of the shape of its type, or without a type. */
  UNREADABLE,
  /** A type that nobody here reads. */
  UNKNOWN_TYPE,
  /** A later version of a type that is read: taken up when a newer release starts. */
  NEWER,
  /** Readable, but the rules forbid it. */
  NOT_ALLOWED,
  /** Applying it failed for a reason that does not pass. */
  FAILED
}
