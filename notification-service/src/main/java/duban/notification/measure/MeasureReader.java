package duban.notification.measure;

import duban.chassis.inbox.Heard;
import duban.chassis.inbox.InboundRecord;
import duban.chassis.inbox.Reader;
import duban.notification.copy.Copies;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class MeasureReader implements Reader<Measure> {

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
  public Measure parse(InboundRecord record) {
    var measure = record.body(Measure.class);
    Copies.identified(measure.id(), measure.version());
    return measure;
  }

  @Override
  public void apply(List<Heard<Measure>> batch) {
    copies.keep(Copies.Table.MEASURE, batch, Measure::id, Measure::version);
  }
}
