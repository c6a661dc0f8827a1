package duban.catalog.calendar;

import duban.catalog.snapshot.OwnedTopic;
import duban.catalog.snapshot.SnapshotStore;
import duban.chassis.calendar.CalendarYear;
import jakarta.inject.Singleton;

/** {@code duban.calendars}, sent again or taken back. */
@Singleton
class CalendarTopic extends OwnedTopic {
  CalendarTopic(SnapshotStore snapshots) {
    super(
        snapshots,
        "duban.calendars",
        "duban.calendar.v1",
        "calendar",
        "year::text",
        "body",
        row -> row.body(CalendarYear.class).at(row.version()));
  }
}
