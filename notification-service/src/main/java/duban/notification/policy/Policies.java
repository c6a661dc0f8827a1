package duban.notification.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import duban.chassis.json.Json;
import duban.notification.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The rows. A trigger has everything planned again whenever one is written. */
@ApplicationScoped
public class Policies {

  private static final String ALL =
      "SELECT id, version, kind, obligation, unit, enabled, steps FROM policy ";

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

  Optional<Policy> locked(String id) {
    return sql.first(ALL + "WHERE id = ? FOR UPDATE", Policies::read, id);
  }

  /** The one that covers exactly the same. */
  Optional<Policy> alike(Policy policy) {
    return sql.first(
        ALL
            + "WHERE kind = ? AND obligation IS NOT DISTINCT FROM ?"
            + " AND unit IS NOT DISTINCT FROM ?",
        Policies::read,
        policy.kind(),
        policy.obligation(),
        policy.unit());
  }

  /** False if there is one with this id, or one that covers exactly the same. */
  boolean insert(Policy it) {
    return sql.change(
            """
            INSERT INTO policy (id, version, kind, obligation, unit, enabled, steps)
            VALUES (?, ?, ?, ?, ?, ?, ?::jsonb) ON CONFLICT DO NOTHING
            """,
            it.id(),
            it.version(),
            it.kind(),
            it.obligation(),
            it.unit(),
            it.enabled(),
            json(it.steps()))
        == 1;
  }

  void update(Policy it) {
    sql.change(
        "UPDATE policy SET version = ?, enabled = ?, steps = ?::jsonb WHERE id = ?",
        it.version(),
        it.enabled(),
        json(it.steps()),
        it.id());
  }

  private static String json(List<PolicyStep> steps) {
    try {
      return Json.contract().writeValueAsString(steps);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Policy read(ResultSet row) throws SQLException {
    try {
      var steps = Json.contract().readValue(row.getString("steps"), PolicyStep[].class);
      return new Policy(
          row.getString("id"),
          row.getLong("version"),
          row.getString("kind"),
          row.getString("obligation"),
          row.getString("unit"),
          row.getBoolean("enabled"),
          List.of(steps));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The steps of a policy are unreadable", e);
    }
  }
}
