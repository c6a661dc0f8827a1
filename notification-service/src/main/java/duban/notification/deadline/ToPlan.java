package duban.notification.deadline;

import duban.notification.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/**
 * What changed since reminders were planned. Whoever learns of a change says so here, in its
 * transaction.
 */
@ApplicationScoped
public class ToPlan {

  private final Sql sql;

  ToPlan(Sql sql) {
    this.sql = sql;
  }

  public void deadlines(Collection<String> ids) {
    sql.change("INSERT INTO to_plan (deadline_id) SELECT unnest(?::text[])", ids);
  }

  /** For changes that reach many deadlines: of a calendar, a unit, a contact. */
  public void all() {
    sql.change("INSERT INTO to_plan (deadline_id) VALUES (NULL)");
  }

  public boolean waiting() {
    return sql.first("SELECT 1 FROM to_plan LIMIT 1", row -> true).isPresent();
  }

  /** Whether something waits that may change what this recipient is told now. */
  public boolean waitingFor(String recipient) {
    return sql.first("SELECT 1 WHERE " + waitsFor("?"), row -> true, recipient).isPresent();
  }

  /**
   * The same as a condition. Changes elsewhere do not count, or a steady flow of them would hold
   * back every notice; a deadline that was never planned may concern anybody.
   *
   * @param recipient an expression
   */
  public static String waitsFor(String recipient) {
    return """
        EXISTS (SELECT 1 FROM to_plan WHERE to_plan.deadline_id IS NULL
          OR NOT EXISTS (SELECT 1 FROM deadline_known AS known
                         WHERE known.deadline_id = to_plan.deadline_id)
          OR EXISTS (SELECT 1 FROM told
                     WHERE told.deadline_id = to_plan.deadline_id AND told.recipient = %s))"""
        .formatted(recipient);
  }

  /** Takes up to so many deadlines off the list. A change that commits later stays on it. */
  public List<String> take(int atMost) {
    if (sql.change("DELETE FROM to_plan WHERE deadline_id IS NULL") > 0) {
      sql.change("INSERT INTO to_plan (deadline_id) SELECT id FROM deadline_copy");
    }
    return sql.list(
        """
        WITH chosen AS (SELECT DISTINCT deadline_id FROM to_plan LIMIT ?),
             taken AS (DELETE FROM to_plan USING chosen WHERE to_plan.deadline_id = chosen.deadline_id)
        SELECT deadline_id FROM chosen
        """,
        row -> row.getString(1),
        atMost);
  }
}
