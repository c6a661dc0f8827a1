package duban.catalog.deadline;

/** WITHDRAWN: its rule no longer makes it. Nothing is deleted. */
enum DeadlineStatus {
  ACTIVE,
  WITHDRAWN
}
