package duban.catalog.deadline;

import duban.catalog.unit.Unit;
import duban.catalog.unit.Units;
import duban.chassis.calendar.WorkingCalendar;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Where other days are off than elsewhere, because a unit or one above it has days of its own. */
final class Places {
  private final Units units;
  private final WorkingCalendar everywhere;
  private final Place usual;
  private final boolean alike;
  private final Map<Set<String>, Place> places = new HashMap<>();
  private final Map<String, Place> ofUnits = new HashMap<>();

  /** Units that have the same calendar. */
  record Place(WorkingCalendar calendar) {}

  Places(Units units, WorkingCalendar everywhere) {
    this.units = units;
    this.everywhere = everywhere;
    this.usual = new Place(everywhere);
    this.alike = everywhere.special().isEmpty();
    places.put(Set.of(), usual);
    if (!alike) {
      units.all().forEach(this::of);
    }
  }

  Collection<Place> all() {
    return places.values();
  }

  Place of(Unit unit) {
    return alike ? usual : ofUnits.computeIfAbsent(unit.id(), id -> place(units.above(unit)));
  }

  private Place place(Set<String> above) {
    return places.computeIfAbsent(
        everywhere.special(above), special -> new Place(everywhere.at(special)));
  }
}
