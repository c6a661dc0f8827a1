package duban.notification.policy;

/** The kinds of duties that have steps of their own. */
enum Kind {
  QUOTA,
  /** Of a term of office, reminded of months before. */
  QUOTA_TERM,
  WINDOW,
  CHECKPOINTS,
  ONE_OFF,
  /** Before an occasion, or at it: afterwards it is too late. */
  EACH_TIME_BEFORE,
  EACH_TIME_AFTER,
  STANDING;

  /** The kind as the catalog names it. */
  String ofDuty() {
    return switch (this) {
      case QUOTA_TERM -> "QUOTA";
      case EACH_TIME_BEFORE, EACH_TIME_AFTER -> "EACH_TIME";
      default -> name();
    };
  }
}
