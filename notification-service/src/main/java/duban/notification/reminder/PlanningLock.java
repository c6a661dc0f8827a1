package duban.notification.reminder;

import duban.notification.database.Sql;

/** Planning and grouping change the same rows: one of them at a time, over all replicas. */
public final class PlanningLock {

  private static final long KEY = 7_239_001;

  private PlanningLock() {}

  /** Waits for it; held until the transaction ends. */
  public static void await(Sql sql) {
    sql.first("SELECT pg_advisory_xact_lock(?)", row -> true, KEY);
  }

  /** Held until the transaction ends; false if another holds it. */
  public static boolean taken(Sql sql) {
    return sql.first("SELECT pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), KEY)
        .orElse(false);
  }
}
