package duban.catalog.obligation;

/** What is asked once the date has passed: to make it up, or to explain. */
public enum AfterDue {
  MAKE_UP,
  EXPLAIN
}
