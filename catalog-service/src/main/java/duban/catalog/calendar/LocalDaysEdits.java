package duban.catalog.calendar;

import duban.catalog.edit.Confirmation;
import duban.catalog.edit.Consequences;
import duban.catalog.edit.DeadlineChanges;
import duban.catalog.edit.Edited;
import duban.catalog.edit.Refused;
import duban.catalog.edit.Stored;
import duban.catalog.rights.Permission;
import duban.catalog.unit.Unit;
import duban.catalog.unit.UnitRepository;
import duban.chassis.calendar.CalendarYear;
import duban.chassis.calendar.LocalDays;
import duban.chassis.edit.Version;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes the days of units, in the transaction of an edit. */
@ApplicationScoped
class LocalDaysEdits {
  private final CalendarRepository calendars;
  private final CalendarStore store;
  private final UnitRepository units;
  private final Consequences consequences;
  private final Permission permission;

  LocalDaysEdits(
      CalendarRepository calendars,
      CalendarStore store,
      UnitRepository units,
      Consequences consequences,
      Permission permission) {
    this.calendars = calendars;
    this.store = store;
    this.units = units;
    this.consequences = consequences;
    this.permission = permission;
  }

  /** Of every unit that the caller sees and that has some. */
  List<LocalDaysView> of(CalendarYear year) {
    var all = units.all();
    var hidden = units.hidden();
    return year.local().stream()
        .filter(it -> !hidden.contains(it.unit()))
        .map(it -> LocalDaysView.of(year.year(), all.get(it.unit()).ref(), it))
        .toList();
  }

  LocalDaysView of(CalendarYear year, String unit) {
    Unit known = units.known(unit);
    return LocalDaysView.of(year.year(), known.ref(), days(year, known));
  }

  private static LocalDays days(CalendarYear year, Unit unit) {
    return year.local().stream()
        .filter(it -> it.unit().equals(unit.id()))
        .findFirst()
        .orElse(new LocalDays(unit.id(), Map.of(), Map.of()));
  }

  /** None at all where both are empty. */
  Stored<Edited<LocalDaysView>> put(
      CalendarEntity before,
      String unit,
      LocalDaysForm form,
      @Nullable String ifMatch,
      Confirmation confirm) {
    Unit known = units.known(unit);
    permission.require(known.code());
    if (known.person()) {
      throw new Refused(
          "invalid-calendar", "unit", "unit " + unit + " is a person; give the unit it belongs to");
    }
    Version.require(ifMatch, before.version, "calendar " + before.year);
    CalendarYear year = CalendarRepository.year(before);
    LocalDays days = form.of(year.year(), known.id());
    List<LocalDays> local = new ArrayList<>(year.local());
    local.removeIf(it -> it.unit().equals(known.id()));
    if (!days.daysOff().isEmpty() || !days.nothingSent().isEmpty()) {
      local.add(days);
    }
    local.sort(Comparator.comparing(LocalDays::unit));
    store.save(List.of(year.at(0).with(local)));
    DeadlineChanges changes = consequences.make(year.year(), year, confirm.given());
    CalendarEntity now = calendars.findById(year.year());
    return new Stored<>(
        new Edited<>(of(CalendarRepository.year(now), known.id()), changes), now.version);
  }
}
