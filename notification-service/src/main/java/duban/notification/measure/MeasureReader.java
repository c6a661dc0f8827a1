package duban.notification.measure;

import duban.chassis.inbox.InboundRecord;
import duban.chassis.inbox.Reader;
import duban.notification.copy.Copies;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class MeasureReader implements Reader {

  private final Copies copies;

  MeasureReader(Copies copies) {
    this.copies = copies;
  }

  @Override
  public String topic() {
    return "duban.measures";
  }

  @Override
  public String type() {
    return "duban.measure.v1";
  }

  @Override
  public void read(InboundRecord record) {
    var measure = record.body(Measure.class);
    copies.keep(Copies.Table.MEASURE, record, measure.id(), measure.version());
  }
}
