package duban.catalog.progress;

import duban.chassis.inbox.Heard;
import duban.chassis.inbox.InboundRecord;
import duban.chassis.inbox.Reader;
import duban.chassis.inbox.Reason;
import duban.chassis.inbox.UnacceptableRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Hears from status-service where deadlines stand. */
@ApplicationScoped
class ProgressReader implements Reader<Progress> {
  private final ProgressCopy copy;

  ProgressReader(ProgressCopy copy) {
    this.copy = copy;
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
  @SuppressWarnings("ConstantValue") // what is read need not keep the contract
  public Progress parse(InboundRecord record) {
    Progress progress = record.body(Progress.class);
    if (progress.deadlineId() == null || progress.state() == null || progress.version() < 1) {
      throw new UnacceptableRecord(
          Reason.UNREADABLE, "deadlineId, version and state must all be there");
    }
    return progress;
  }

  @Override
  public void apply(List<Heard<Progress>> batch) {
    copy.keep(Heard.newest(batch, Progress::deadlineId, Progress::version));
  }
}
