package duban.notification.reminder;

import duban.chassis.problem.Parameter;
import duban.chassis.rights.Sight;
import duban.notification.policy.Step;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which reminders a caller asks for; {@code from} and {@code to} are moments of {@code dueAt}, to
 * exclusive.
 */
public class ReminderFilter {

  @QueryParam("unit")
  @Nullable String unit;

  @QueryParam("deadline")
  @Nullable String deadline;

  @QueryParam("state")
  @Nullable String state;

  @QueryParam("step")
  @Nullable String step;

  @QueryParam("recipient")
  @Nullable String recipient;

  @QueryParam("reason")
  @Nullable String reason;

  @QueryParam("channel")
  @Nullable String channel;

  @QueryParam("from")
  @Nullable String from;

  @QueryParam("to")
  @Nullable String to;

  /** What is seen, and a condition for each that is given; adds their values. */
  String conditions(Sight.Condition seen, List<@Nullable Object> values) {
    var conditions = new ArrayList<String>();
    conditions.add(seen.text());
    values.addAll(seen.values());
    add(conditions, values, "unit = ?", Parameter.text("unit", unit));
    add(conditions, values, "deadline_id = ?", Parameter.text("deadline", deadline));
    add(conditions, values, "state = ?", Parameter.oneOf("state", state, State.class));
    add(conditions, values, "step = ?", Parameter.oneOf("step", step, Step.class));
    add(conditions, values, "recipient = ?", Parameter.text("recipient", recipient));
    add(conditions, values, "reason = ?", Parameter.text("reason", reason));
    add(
        conditions,
        values,
        "channel = ?",
        Parameter.oneOf("channel", channel, duban.notification.policy.Channel.class));
    add(conditions, values, "due_at >= ?", Parameter.moment("from", from));
    add(conditions, values, "due_at < ?", Parameter.moment("to", to));
    return String.join(" AND ", conditions);
  }

  private static void add(
      List<String> conditions, List<@Nullable Object> values, String condition, Optional<?> value) {
    value.ifPresent(
        it -> {
          conditions.add(condition);
          values.add(it);
        });
  }
}
