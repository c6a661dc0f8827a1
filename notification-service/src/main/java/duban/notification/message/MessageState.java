package duban.notification.message;

/** How far a message is on its way. */
enum MessageState {
  DRAFT,
  READY,
  HELD,
  SENDING,
  SENT,
  IN_DOUBT,
  FAILED
}
