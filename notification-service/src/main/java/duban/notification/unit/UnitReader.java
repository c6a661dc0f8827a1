package duban.notification.unit;

import duban.chassis.inbox.InboundRecord;
import duban.chassis.inbox.Reader;
import duban.notification.copy.Copies;
import duban.notification.deadline.ToPlan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

@ApplicationScoped
class UnitReader implements Reader {

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
  public void read(InboundRecord record) {
    var unit = record.body(Unit.class);
    if (copies.keep(Copies.Table.UNIT, record, unit.id(), unit.version())) {
      arrived.fire(new UnitArrived(unit));
      toPlan.all();
    }
  }
}
