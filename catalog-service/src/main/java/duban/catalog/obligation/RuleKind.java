package duban.catalog.obligation;

/** The kinds of rules that are made into deadlines so far. */
public enum RuleKind {
  QUOTA,
  WINDOW,
  CHECKPOINTS
}
