package duban.catalog.obligation;

/** Whether units owe it together, each by itself, or each deputy. */
public enum FanOut {
  JOINT,
  PER_UNIT,
  PER_DEPUTY
}
