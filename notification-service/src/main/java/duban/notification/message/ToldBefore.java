package duban.notification.message;

import duban.chassis.inbox.InboundRecord;
import duban.chassis.inbox.Reason;
import duban.chassis.inbox.UnacceptableRecord;
import duban.chassis.outbox.Returned;
import duban.notification.calendar.SendingHours;
import duban.notification.deadline.ToPlan;
import duban.notification.reminder.Reminder;
import duban.notification.reminder.Reminders;
import duban.notification.reminder.State;
import duban.notification.yearly.ListNotice;
import duban.notification.yearly.ListNotices;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what others were told of reminders and yearly lists after the database was restored
 * from a backup: above all that they were sent, so that nobody is mailed again.
 */
@ApplicationScoped
class ToldBefore implements Returned {

  private static final String TYPE = "duban.reminder.v1";

  private final Reminders reminders;
  private final LeftBefore left;
  private final ToPlan toPlan;

  ToldBefore(Reminders reminders, LeftBefore left, ToPlan toPlan) {
    this.reminders = reminders;
    this.left = left;
    this.toPlan = toPlan;
  }

  @Override
  public String topic() {
    return "duban.reminders";
  }

  @Override
  public void take(InboundRecord record) {
    if (record.type().equals(ListNotices.TYPE)) {
      takeList(record.body(ListNotice.class));
      return;
    }
    if (!record.type().equals(TYPE)) {
      throw new UnacceptableRecord(
          Reason.UNKNOWN_TYPE, "only " + TYPE + " and " + ListNotices.TYPE + " are sent there");
    }
    var told = record.body(Reminder.class);
    if (needed(told).anyMatch(Objects::isNull)) {
      throw new UnacceptableRecord(Reason.UNREADABLE, "the reminder lacks a field");
    }
    reminders.takeBack(told, message(told));
    toPlan.deadlines(List.of(told.deadlineId()));
  }

  private void takeList(ListNotice told) {
    var needed =
        Stream.<@Nullable Object>of(
            told.id(), told.list(), told.unit(), told.recipient(), told.sentAt());
    if (needed.anyMatch(Objects::isNull)) {
      throw new UnacceptableRecord(Reason.UNREADABLE, "the notice of a list lacks a field");
    }
    left.add(told);
  }

  private @Nullable UUID message(Reminder told) {
    var message = told.messageId();
    var recipient = told.recipient();
    var sentAt = told.sentAt();
    if (message == null) {
      return null;
    }
    if (told.state() == State.SENT && recipient != null && sentAt != null) {
      var day = SendingHours.day(sentAt);
      return left.add(message, recipient, day, sentAt) ? message : null;
    }
    return left.known(message) ? message : null;
  }

  private static Stream<@Nullable Object> needed(Reminder told) {
    return Stream.of(
        told.id(),
        told.deadlineId(),
        told.unit(),
        told.step(),
        told.effectiveDueOn(),
        told.channel(),
        told.state(),
        told.stepOn(),
        told.dueAt(),
        told.task());
  }
}
