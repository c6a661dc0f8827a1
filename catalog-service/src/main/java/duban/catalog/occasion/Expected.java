package duban.catalog.occasion;

import com.github.f4b6a3.uuid.UuidCreator;
import duban.catalog.snapshot.UnitRef;
import duban.catalog.unit.Unit;
import duban.catalog.unit.Units;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That an occasion of a yearly type is expected in a year.
 *
 * @param unit the id of the unit that keeps it; absent: it is kept for all
 */
record Expected(String type, int year, @Nullable String unit) {
  private static final UUID NAMESPACE = UUID.fromString("bab0d623-7c0d-4f1c-a023-fb16247aacaf");

  /**
   * All that are expected of a type in a year. The same day decides as of a duty whose occasion has
   * no date: who belongs to a group on 1 January keeps its own, or who has succeeded it by then.
   */
  static Set<Expected> of(OccasionType type, int year, Units units) {
    Set<Expected> expected = new LinkedHashSet<>();
    if (type.yearly() && type.keptBy().isEmpty()) {
      expected.add(new Expected(type.id(), year, null));
    } else if (type.yearly()) {
      LocalDate first = LocalDate.of(year, 1, 1);
      for (UnitRef named : type.keptBy()) {
        Unit keeping = units.get(named.id());
        // A group without known members stands for itself.
        for (Unit each :
            keeping.members().isEmpty() ? Set.of(keeping) : units.membersOn(keeping, first)) {
          units
              .standing(each, first)
              .filter(it -> units.standing(it).isPresent())
              .ifPresent(it -> expected.add(new Expected(type.id(), year, it.id())));
        }
      }
    }
    return expected;
  }

  /** Of the one that the service makes: UUIDv5 of type, year and, if there is one, unit. */
  UUID id() {
    String name = type + "|" + year + (unit == null ? "" : "|" + unit);
    return UuidCreator.getNameBasedSha1(NAMESPACE, name);
  }

  /**
   * Whether the unit's duties follow that one, of the same type and year: its own, one of its place
   * or one for all.
   *
   * @param other the id of the unit whose the other is
   */
  boolean isMetBy(@Nullable String other, Units units) {
    if (unit == null || other == null || unit.equals(other)) {
      return true;
    }
    String place = units.get(unit).place();
    return place != null && place.equals(units.get(other).place());
  }
}
