package duban.notification.reminder;

import com.github.f4b6a3.uuid.UuidCreator;
import duban.notification.deadline.Deadline;
import duban.notification.policy.Channel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reminder as it should be by what is known now.
 *
 * @param to whom it tells, and in whose place
 */
record Planned(
    Deadline deadline,
    StepDay step,
    LocalDate dueOn,
    Addressee to,
    State state,
    @Nullable String reason,
    Instant leavesAt) {

  private static final UUID NAMESPACE =
      UUID.nameUUIDFromBytes("duban.reminder".getBytes(StandardCharsets.UTF_8));

  @Nullable String recipient() {
    return to.contact();
  }

  Planned skipped(String why) {
    return new Planned(deadline, step, dueOn, to, State.SKIPPED, why, leavesAt);
  }

  Channel channel() {
    return step.rule().channel();
  }

  /** Made of what is unique about it: planning again finds the same row. */
  UUID id() {
    return UuidCreator.getNameBasedSha1(
        NAMESPACE,
        String.join(
            "|",
            deadline.id(),
            step.rule().step().name(),
            String.valueOf(step.number()),
            dueOn.toString(),
            to.contact() == null ? "" : to.contact(),
            channel().name()));
  }
}
