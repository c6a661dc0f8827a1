package duban.chassis.sql;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells failures that pass, which may be tried again, from those that never will. */
public final class Passing {

  /** Connection, rollback by conflict, resources, operator, system, read-only after a failover. */
  private static final Set<String> STATES = Set.of("08", "40", "53", "55", "57", "58", "25");

  private Passing() {}

  public static boolean is(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientException || cause instanceof SQLRecoverableException) {
        return true;
      }
      if (cause instanceof SQLException sql) {
        var state = sql.getSQLState();
        // Without a state it comes from the pool: no connection could be had.
        return state == null || STATES.contains(state.substring(0, 2));
      }
    }
    return false;
  }
}
