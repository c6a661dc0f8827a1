package duban.notification.unit;

import duban.chassis.inbox.Heard;
import duban.chassis.inbox.InboundRecord;
import duban.chassis.inbox.Reader;
import duban.notification.copy.Copies;
import duban.notification.deadline.ToPlan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;

@ApplicationScoped
class UnitReader implements Reader<Unit> {

  private final Copies copies;
  private final ToPlan toPlan;
  private final Event<UnitArrived> arrived;

  UnitReader(Copies copies, ToPlan toPlan, Event<UnitArrived> arrived) {
    this.copies = copies;
    this.toPlan = toPlan;
    this.arrived = arrived;
  }

  @Override
  public String topic() {
    return "duban.units";
  }

  @Override
  public String type() {
    return "duban.unit.v1";
  }

  @Override
  public Unit parse(InboundRecord record) {
    var unit = record.body(Unit.class);
    Copies.identified(unit.id(), unit.version());
    return unit;
  }

  @Override
  public void apply(List<Heard<Unit>> batch) {
    var newer = copies.keep(Copies.Table.UNIT, batch, Unit::id, Unit::version);
    newer.forEach(it -> arrived.fire(new UnitArrived(it)));
    if (!newer.isEmpty()) {
      toPlan.all();
    }
  }
}
