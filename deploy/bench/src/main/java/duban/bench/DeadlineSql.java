package duban.bench;

import java.nio.file.Files;
import java.sql.Connection;
import org.postgresql.PGConnection;

/** What catalog-service does with deadlines, by SQL alone. */
final class DeadlineSql {
  private DeadlineSql() {}

  /** The rows and what is told of them, as SQL alone would change them. */
  static double updated(Connection database) throws Exception {
    long began = System.nanoTime();
    database.setAutoCommit(false);
    try (var statement = database.createStatement()) {
      statement.execute(
          "UPDATE deadline SET due_on = due_on + 0, version = version + 1, body = body ||"
              + " jsonb_build_object('dueOn', due_on) WHERE obligation_id = 'k-large'");
      database.rollback();
    }
    database.setAutoCommit(true);
    return (System.nanoTime() - began) / 1e9;
  }

  /** Seconds that COPY takes for the rows and for what is told of them. */
  static double copied(Connection database, long after) throws Exception {
    var copy = database.unwrap(PGConnection.class).getCopyAPI();
    try (var statement = database.createStatement()) {
      statement.execute("CREATE TABLE made (LIKE deadline INCLUDING ALL)");
      statement.execute("CREATE TABLE told (LIKE outbox INCLUDING ALL)");
    }
    var rows = Files.createTempFile("duban", ".copy");
    var words = Files.createTempFile("duban", ".copy");
    String columns =
        "id, status, obligation_id, measure_id, unit_id, kind, title, period, period_to, opens_on,"
            + " due_on, version, body, made_at";
    try (var out = Files.newOutputStream(rows)) {
      copy.copyOut(
          "COPY (SELECT " + columns + " FROM deadline OFFSET " + after + ") TO STDOUT", out);
    }
    try (var out = Files.newOutputStream(words)) {
      copy.copyOut(
          "COPY (SELECT 'duban.deadlines', id::text, 'duban.deadline.v1', id::text,"
              + " convert_to(body::text, 'UTF8') FROM deadline OFFSET "
              + after
              + ") TO STDOUT",
          out);
    }
    long began = System.nanoTime();
    try (var in = Files.newInputStream(rows)) {
      copy.copyIn("COPY made (" + columns + ") FROM STDIN", in);
    }
    try (var in = Files.newInputStream(words)) {
      copy.copyIn("COPY told (topic, key, type, event_id, body) FROM STDIN", in);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    try (var statement = database.createStatement()) {
      statement.execute("DROP TABLE made, told");
    }
    Files.delete(rows);
    Files.delete(words);
    return seconds;
  }
}
