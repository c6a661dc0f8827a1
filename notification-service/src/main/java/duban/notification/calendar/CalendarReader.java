package duban.notification.calendar;

import duban.chassis.calendar.CalendarYear;
import duban.chassis.inbox.InboundRecord;
import duban.chassis.inbox.Reader;
import duban.notification.copy.Copies;
import duban.notification.deadline.ToPlan;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class CalendarReader implements Reader {

  private final Copies copies;
  private final ToPlan toPlan;

  CalendarReader(Copies copies, ToPlan toPlan) {
    this.copies = copies;
    this.toPlan = toPlan;
  }

  @Override
  public String topic() {
    return "duban.calendars";
  }

  @Override
  public String type() {
    return "duban.calendar.v1";
  }

  @Override
  public void read(InboundRecord record) {
    var year = record.body(CalendarYear.class);
    if (copies.keep(Copies.Table.CALENDAR, record, String.valueOf(year.year()), year.version())) {
      toPlan.all();
    }
  }
}
