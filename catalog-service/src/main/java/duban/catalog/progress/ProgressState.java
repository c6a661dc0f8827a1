package duban.catalog.progress;

/** The states of a deadline that status-service knows. */
public enum ProgressState {
  NOT_OPEN,
  ASSIGNED,
  IN_PROGRESS,
  CLAIMED,
  REWORK,
  ACCEPTED,
  CLOSED,
  UNMET,
  SENT_BACK,
  SUSPENDED,
  EXEMPT,
  WITHDRAWN
}
