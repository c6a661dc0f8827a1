package duban.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/**
 * What notification-service writes for a message, in as many transactions, by itself: the plan of
 * many deadlines in one; then for each message its beginning, its claim, and how it ended.
 */
final class MessageSql {

  /** Steps of a window that are still to come on the Monday before its last Friday. */
  private static final int STEPS = 8;

  private static final byte[] TOLD = "x".repeat(380).getBytes(StandardCharsets.UTF_8);

  private final Connection database;

  MessageSql(Connection database) throws SQLException {
    this.database = database;
    database.setAutoCommit(false);
  }

  void send(int from, int to) throws SQLException {
    for (int i = from; i < to; i++) {
      plan(i);
    }
    database.commit();
    for (int i = from; i < to; i++) {
      UUID message = UUID.randomUUID();
      begin(i, message);
      claim(message);
      end(i, message);
    }
  }

  private static String deadline(int number) {
    return "bench-deadline-" + number;
  }

  private static String recipient(int number) {
    return "bench-" + number;
  }

  private void plan(int number) throws SQLException {
    write(
        "INSERT INTO deadline_known (deadline_id, due_on, known_at) VALUES (?, '2099-10-29', now())",
        deadline(number));
    try (var insert =
        database.prepareStatement(
            "INSERT INTO reminder (id, deadline_id, unit, step, number, effective_due_on, channel,"
                + " recipient, state, step_on, due_at, policy, task) VALUES (?, ?, ?, 'BEFORE', ?,"
                + " '2099-10-29', 'LETTER', ?, 'PLANNED', '2099-10-22', '2099-10-22', 'p', 'NOTICE')")) {
      for (int step = 0; step < STEPS; step++) {
        insert.setObject(1, UUID.randomUUID());
        insert.setString(2, deadline(number));
        insert.setString(3, recipient(number));
        insert.setInt(4, step);
        insert.setString(5, recipient(number));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    write("DELETE FROM told WHERE deadline_id = ?", deadline(number));
    write(
        "INSERT INTO told (deadline_id, recipient, role, unit) VALUES (?, ?, 'LEAD', ?)",
        deadline(number),
        recipient(number),
        recipient(number));
  }

  private void begin(int number, UUID message) throws SQLException {
    // DRAFT: the service, which runs meanwhile, must not take it.
    write(
        "INSERT INTO message (id, kind, recipient, channel, day, state, mail_id, created_at)"
            + " VALUES (?, 'NOTICE', ?, 'EMAIL', '2027-10-25', 'DRAFT', ?, clock_timestamp())"
            + " ON CONFLICT DO NOTHING",
        message,
        recipient(number),
        "<" + message + "@bench>");
    write(
        "UPDATE reminder SET message_id = ? WHERE deadline_id = ? AND number = 0",
        message,
        deadline(number));
    database.commit();
  }

  private void claim(UUID message) throws SQLException {
    write(
        "UPDATE message SET address = 'a@b', subject = ?, text = ?, html = ? WHERE id = ?",
        "x".repeat(40),
        "x".repeat(700),
        "x".repeat(1500),
        message);
    write(
        "UPDATE message SET state = 'SENDING', token = token + 1, attempts = attempts + 1,"
            + " lease_until = clock_timestamp() + interval '5 minutes' WHERE id = ?",
        message);
    database.commit();
  }

  private void end(int number, UUID message) throws SQLException {
    write(
        "UPDATE message SET state = 'SENT', sent_at = clock_timestamp(), lease_until = NULL"
            + " WHERE id = ?",
        message);
    write(
        "UPDATE reminder SET version = version + 1, state = 'SENT', sent_at = clock_timestamp()"
            + " WHERE deadline_id = ? AND number = 0",
        deadline(number));
    write(
        Outbox.INSERT,
        "duban.reminders",
        deadline(number),
        "duban.reminder.v1",
        message + "-1",
        TOLD);
    database.commit();
  }

  private void write(String sql, Object... values) throws SQLException {
    try (var statement = database.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
