package duban.catalog.calendar;

import duban.catalog.edit.Confirmation;
import duban.catalog.edit.Consequences;
import duban.catalog.edit.DeadlineChanges;
import duban.catalog.edit.Edited;
import duban.catalog.edit.Stored;
import duban.catalog.rights.Permission;
import duban.chassis.calendar.CalendarYear;
import duban.chassis.edit.Version;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes calendars, in the transaction of an edit. */
@ApplicationScoped
class CalendarEdits {
  private final CalendarRepository calendars;
  private final CalendarStore store;
  private final Consequences consequences;
  private final Permission permission;

  CalendarEdits(
      CalendarRepository calendars,
      CalendarStore store,
      Consequences consequences,
      Permission permission) {
    this.calendars = calendars;
    this.store = store;
    this.consequences = consequences;
    this.permission = permission;
  }

  /** A year of which nothing is known has no version to start from. */
  Stored<Edited<CalendarYear>> put(
      int year, CalendarForm form, @Nullable String ifMatch, Confirmation confirm) {
    permission.requireAll();
    CalendarEntity before = calendars.findById(year);
    if (before != null) {
      Version.require(ifMatch, before.version, "calendar " + year);
    } else if (ifMatch != null) {
      Version.require(ifMatch, 0, "calendar " + year);
    }
    CalendarYear announced = form.of(year);
    CalendarCheck.check(announced);
    CalendarYear known = before == null ? null : CalendarRepository.year(before);
    store.save(List.of(known == null ? announced : announced.with(known.local())));
    DeadlineChanges changes = consequences.make(year, known, confirm.given());
    CalendarEntity now = calendars.findById(year);
    return new Stored<>(new Edited<>(CalendarRepository.year(now), changes), now.version);
  }
}
