package duban.notification.progress;

import duban.chassis.inbox.Heard;
import duban.chassis.inbox.InboundRecord;
import duban.chassis.inbox.Reader;
import duban.notification.copy.Copies;
import duban.notification.deadline.ToPlan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class ProgressReader implements Reader<Progress> {

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
  public Progress parse(InboundRecord record) {
    var progress = record.body(Progress.class);
    Copies.identified(progress.deadlineId(), progress.version());
    return progress;
  }

  @Override
  public void apply(List<Heard<Progress>> batch) {
    var newer = copies.keep(Copies.Table.PROGRESS, batch, Progress::deadlineId, Progress::version);
    toPlan.deadlines(newer.stream().map(Progress::deadlineId).toList());
  }
}
