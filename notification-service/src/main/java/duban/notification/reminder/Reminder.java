package duban.notification.reminder;

import com.fasterxml.jackson.annotation.JsonIgnore;
import duban.notification.database.Sql;
import duban.notification.policy.Channel;
import duban.notification.policy.PolicyStep;
import duban.notification.policy.Step;
import duban.notification.policy.Task;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One intention to tell one recipient about one step of one deadline; the body of {@code
 * duban.reminder.v1} and of the list.
 *
 * @param version how often it was published; 0: not yet
 * @param unit the code of the responsible unit
 * @param recipient the id of a contact; absent: nobody receives for the unit
 * @param stepOn the day of the rule
 * @param dueAt when it leaves
 */
@Schema(examples = Examples.REMINDER)
public record Reminder(
    UUID id,
    long version,
    String deadlineId,
    String unit,
    Step step,
    int number,
    LocalDate effectiveDueOn,
    Channel channel,
    @Nullable String recipient,
    State state,
    @Nullable String reason,
    @Nullable UUID messageId,
    LocalDate stepOn,
    Instant dueAt,
    @Nullable Instant sentAt,
    Task task,
    @JsonIgnore String policy) {

  static final String COLUMNS =
      "id, version, deadline_id, unit, step, number, effective_due_on, channel, recipient, state,"
          + " reason, message_id, step_on, due_at, sent_at, task, policy";

  static Reminder read(ResultSet row) throws SQLException {
    return new Reminder(
        row.getObject("id", UUID.class),
        row.getLong("version"),
        row.getString("deadline_id"),
        row.getString("unit"),
        Step.valueOf(row.getString("step")),
        row.getInt("number"),
        row.getObject("effective_due_on", LocalDate.class),
        Channel.valueOf(row.getString("channel")),
        row.getString("recipient"),
        State.valueOf(row.getString("state")),
        row.getString("reason"),
        row.getObject("message_id", UUID.class),
        row.getObject("step_on", LocalDate.class),
        java.util.Objects.requireNonNull(Sql.moment(row, "due_at")),
        Sql.moment(row, "sent_at"),
        Task.valueOf(row.getString("task")),
        row.getString("policy"));
  }

  /** The same in another state; published ones count up. */
  Reminder turned(State to, @Nullable String why, @Nullable UUID message, @Nullable Instant sent) {
    return new Reminder(
        id,
        to.published() ? version + 1 : version,
        deadlineId,
        unit,
        step,
        number,
        effectiveDueOn,
        channel,
        recipient,
        to,
        why,
        message,
        stepOn,
        dueAt,
        sent,
        task,
        policy);
  }

  /** As a step on its day. */
  StepDay stepDay() {
    return new StepDay(policy, new PolicyStep(step, null, null, channel, task), number, stepOn);
  }

  /** Whether others were told something newer, or that it was sent. */
  boolean olderThan(Reminder told) {
    return version < told.version || (told.state == State.SENT && state != State.SENT);
  }

  /**
   * What others were told of this, as the row that it becomes; which policy it was, they were not.
   */
  Reminder takenBack(@Nullable Reminder known, @Nullable UUID message) {
    return new Reminder(
        id,
        known == null ? version : Math.max(version, known.version),
        deadlineId,
        unit,
        step,
        number,
        effectiveDueOn,
        channel,
        recipient,
        state,
        reason,
        message,
        stepOn,
        dueAt,
        sentAt,
        task,
        known == null ? "" : known.policy);
  }

  Reminder withVersion(long counted) {
    return new Reminder(
        id,
        counted,
        deadlineId,
        unit,
        step,
        number,
        effectiveDueOn,
        channel,
        recipient,
        state,
        reason,
        messageId,
        stepOn,
        dueAt,
        sentAt,
        task,
        policy);
  }

  /**
   * The same as it is planned now. What others were told of keeps the policy that decided it, and
   * counts up if its day is another, or its unit: a successor takes over what is still to come.
   */
  Reminder moved(Planned wanted) {
    var told = state.published();
    var on = wanted.step().on();
    var at = wanted.leavesAt();
    var owedBy = state.open() ? wanted.deadline().unit().code() : unit;
    var elsewhere = !on.equals(stepOn) || !at.equals(dueAt) || !owedBy.equals(unit);
    return new Reminder(
        id,
        told && elsewhere ? version + 1 : version,
        deadlineId,
        owedBy,
        step,
        number,
        effectiveDueOn,
        channel,
        recipient,
        state,
        reason,
        messageId,
        on,
        at,
        sentAt,
        told ? task : wanted.step().rule().task(),
        told ? policy : wanted.step().policy());
  }
}
