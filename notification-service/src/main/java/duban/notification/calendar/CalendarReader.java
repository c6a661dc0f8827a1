package duban.notification.calendar;

import duban.chassis.calendar.CalendarYear;
import duban.chassis.inbox.Heard;
import duban.chassis.inbox.InboundRecord;
import duban.chassis.inbox.Reader;
import duban.notification.copy.Copies;
import duban.notification.deadline.ToPlan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class CalendarReader implements Reader<CalendarYear> {

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
  public CalendarYear parse(InboundRecord record) {
    var year = record.body(CalendarYear.class);
    Copies.identified(year.year() < 1 ? null : String.valueOf(year.year()), year.version());
    return year;
  }

  @Override
  public void apply(List<Heard<CalendarYear>> batch) {
    var newer =
        copies.keep(
            Copies.Table.CALENDAR, batch, it -> String.valueOf(it.year()), CalendarYear::version);
    if (!newer.isEmpty()) {
      toPlan.all();
    }
  }
}
