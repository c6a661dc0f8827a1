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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The copies of the working calendars. */
@ApplicationScoped
public class Calendars implements Reader<CalendarYear> {

  private static final String TOPIC = "duban.calendars";

  /**
   * What {@link #at} knows the calendars by, over {@code moment.at}. Versions are only ever added,
   * and each says when it was heard.
   */
  public static final String MARK =
      "(SELECT count(*) || ' ' || max(heard_at) FROM snapshot WHERE topic = '"
          + TOPIC
          + "' AND heard_at <= moment.at)";

  private record Marked(@Nullable String mark, WorkingCalendar calendar) {}

  private final Snapshots snapshots;
  private volatile Marked newest = new Marked(null, new WorkingCalendar(List.of()));

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
    return calendar;
  }

  @Override
  public void apply(List<Heard<CalendarYear>> batch) {
    snapshots.keep(batch, it -> String.valueOf(it.year()), CalendarYear::version);
  }

  /** As they are known now, by their mark: read only when it is another than before. */
  public WorkingCalendar at(@Nullable String mark, Instant now) {
    Marked known = newest;
    if (!Objects.equals(known.mark(), mark)) {
      known = new Marked(mark, knownAt(now));
      newest = known;
    }
    return known.calendar();
  }

  /** As they were known at that moment. */
  public WorkingCalendar knownAt(Instant moment) {
    return new WorkingCalendar(snapshots.allKnownAt(TOPIC, moment, CalendarYear.class));
  }
}
