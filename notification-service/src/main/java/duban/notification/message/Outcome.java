package duban.notification.message;

/** How an attempt ended. */
enum Outcome {
  /** The server took it. */
  SENT,
  /** It certainly did not, but may later. */
  NOT_NOW,
  /** It said that it never will. */
  NEVER,
  /** Nobody can tell whether it did. */
  UNCLEAR
}
