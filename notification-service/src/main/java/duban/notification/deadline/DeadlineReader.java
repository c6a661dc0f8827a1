package duban.notification.deadline;

import duban.chassis.inbox.Heard;
import duban.chassis.inbox.InboundRecord;
import duban.chassis.inbox.Reader;
import duban.chassis.inbox.Reason;
import duban.chassis.inbox.UnacceptableRecord;
import duban.notification.copy.Copies;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class DeadlineReader implements Reader<Deadline> {

  private final Copies copies;
  private final ToPlan toPlan;

  DeadlineReader(Copies copies, ToPlan toPlan) {
    this.copies = copies;
    this.toPlan = toPlan;
  }

  @Override
  public String topic() {
    return "duban.deadlines";
  }

  @Override
  public String type() {
    return "duban.deadline.v1";
  }

  @Override
  public Deadline parse(InboundRecord record) {
    var deadline = record.body(Deadline.class);
    check(deadline);
    Copies.identified(deadline.id(), deadline.version());
    return deadline;
  }

  @Override
  public void apply(List<Heard<Deadline>> batch) {
    var newer = copies.keep(Copies.Table.DEADLINE, batch, Deadline::id, Deadline::version);
    toPlan.deadlines(newer.stream().map(Deadline::id).toList());
  }

  /** Refused here, because one that cannot be planned would hold up the planning of all. */
  private static void check(Deadline deadline) {
    Stream<@Nullable Object> needed =
        Stream.of(
            deadline.id(),
            deadline.status(),
            deadline.obligationId(),
            deadline.title(),
            deadline.kind(),
            deadline.unit(),
            deadline.period(),
            deadline.opensOn(),
            deadline.dueOn());
    if (needed.anyMatch(Objects::isNull)) {
      throw new UnacceptableRecord(
          Reason.UNREADABLE, "the deadline lacks a field that every deadline has");
    }
    if (!deadline.leadReadable()) {
      throw new UnacceptableRecord(Reason.UNREADABLE, "lead is not a number of days such as P20D");
    }
  }
}
