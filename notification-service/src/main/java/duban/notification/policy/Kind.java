package duban.notification.policy;

/** The kinds of duties that have steps. */
enum Kind {
  QUOTA,
  WINDOW,
  CHECKPOINTS,
  ONE_OFF
}
