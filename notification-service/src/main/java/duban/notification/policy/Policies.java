package duban.notification.policy;

import duban.notification.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The policies in force. */
@ApplicationScoped
public class Policies {

  private static final String ALL =
      "SELECT id, kind, step, days, channel, task, enabled FROM policy ";

  private final Sql sql;

  Policies(Sql sql) {
    this.sql = sql;
  }

  public List<Policy> all() {
    return sql.list(ALL + "ORDER BY id", Policies::read);
  }

  public Optional<Policy> find(String id) {
    return sql.first(ALL + "WHERE id = ?", Policies::read, id);
  }

  private static Policy read(ResultSet row) throws SQLException {
    return new Policy(
        row.getString("id"),
        row.getString("kind"),
        Step.valueOf(row.getString("step")),
        row.getObject("days", Integer.class),
        Channel.valueOf(row.getString("channel")),
        Task.valueOf(row.getString("task")),
        row.getBoolean("enabled"));
  }
}
