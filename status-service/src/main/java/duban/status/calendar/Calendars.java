package duban.status.calendar;

import duban.chassis.calendar.CalendarYear;
import duban.chassis.calendar.WorkingCalendar;
import duban.chassis.inbox.Heard;
import duban.chassis.inbox.InboundRecord;
import duban.chassis.inbox.Reader;
import duban.chassis.inbox.Reason;
import duban.chassis.inbox.UnacceptableRecord;
import duban.status.snapshot.Snapshots;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The copies of the working calendars. */
@ApplicationScoped
public class Calendars implements Reader<CalendarYear> {

  private static final String TOPIC = "duban.calendars";

  private final Snapshots snapshots;

  Calendars(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public String type() {
    return "duban.calendar.v1";
  }

  @Override
  public CalendarYear parse(InboundRecord record) {
    CalendarYear calendar = record.body(CalendarYear.class);
    if (calendar.year() < 1 || calendar.version() < 1) {
      throw new UnacceptableRecord(Reason.UNREADABLE, "A calendar has a year and a version");
    }
    Snapshots.json(record);
    return calendar;
  }

  @Override
  public void apply(List<Heard<CalendarYear>> batch) {
    snapshots.keep(batch, it -> String.valueOf(it.year()), CalendarYear::version);
  }

  /** As they were known at that moment. */
  public WorkingCalendar knownAt(Instant moment) {
    return new WorkingCalendar(snapshots.allKnownAt(TOPIC, moment, CalendarYear.class));
  }
}
