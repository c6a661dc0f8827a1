package duban.notification.policy;

/** What is done at a step. */
public enum Task {
  NOTICE,
  /** Asks once for a 情况说明. */
  EXPLAIN,
  /** 提醒函. */
  REMINDER_LETTER,
  TELEPHONE,
  /** 第一次催办函, or what the relation puts in its place. */
  FIRST_LETTER,
  SECOND_LETTER,
  /** What the table of relations calls further. */
  FURTHER
}
