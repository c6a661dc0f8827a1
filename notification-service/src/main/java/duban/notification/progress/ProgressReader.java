package duban.notification.progress;

import duban.chassis.inbox.InboundRecord;
import duban.chassis.inbox.Reader;
import duban.notification.copy.Copies;
import duban.notification.deadline.ToPlan;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ProgressReader implements Reader {

  private final Copies copies;
  private final ToPlan toPlan;

  ProgressReader(Copies copies, ToPlan toPlan) {
    this.copies = copies;
    this.toPlan = toPlan;
  }

  @Override
  public String topic() {
    return "duban.progress";
  }

  @Override
  public String type() {
    return "duban.progress.v1";
  }

  @Override
  public void read(InboundRecord record) {
    var progress = record.body(Progress.class);
    if (copies.keep(Copies.Table.PROGRESS, record, progress.deadlineId(), progress.version())) {
      toPlan.deadline(progress.deadlineId());
    }
  }
}
