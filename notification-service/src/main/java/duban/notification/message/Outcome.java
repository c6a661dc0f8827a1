package duban.notification.message;

/** How an attempt ended. */
enum Outcome {
  /** The server took it. */
  SENT,
  /** No mail server could be used, for this mail or any other. */
  NOT_NOW,
  /** The server does not take this mail now, but may later. */
  DEFERRED,
  /** It said that it never will. */
  NEVER,
  /** Nobody can tell whether it was taken. */
  UNCLEAR,
  /** Another may have claimed it before anything was said: it is not ours to record. */
  LOST;

  boolean certainlyNotSent() {
    return this == NOT_NOW || this == DEFERRED;
  }
}
