package duban.catalog.occasion;

import duban.catalog.unit.Units;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What must become of occasions without a date where others are entered, and units join or end. */
final class Expectations {
  /**
   * An occasion as it stands.
   *
   * @param untouched made by the service, and not written by staff since
   */
  record Standing(Kept kept, boolean untouched) {}

  /** A type's year. */
  private record Year(String type, int year) {
    static Year of(Kept it) {
      return new Year(it.type(), it.year());
    }
  }

  private final Collection<OccasionType> types;
  private final Units units;
  private final List<Standing> all;
  private final Map<Year, List<Kept>> entered;
  private final Map<Integer, Set<Expected>> expected = new HashMap<>();

  /**
   * @param types the yearly ones
   * @param all the occasions of these types, and all that are untouched
   */
  Expectations(Collection<OccasionType> types, Units units, List<Standing> all) {
    this.types = types;
    this.units = units;
    this.all = all;
    this.entered =
        all.stream()
            .filter(it -> !it.untouched())
            .map(Standing::kept)
            .filter(it -> !it.cancelled())
            .collect(Collectors.groupingBy(Year::of));
  }

  /** What must be stored for it, of this year and the next; nothing if all is well. */
  List<Kept> changed(LocalDate today) {
    List<Kept> changed = new ArrayList<>();
    Set<UUID> known = new HashSet<>();
    for (Standing each : all) {
      Kept kept = each.kept();
      known.add(kept.id());
      boolean cancelled = each.untouched() ? isGone(kept, today) : kept.cancelled();
      if (cancelled != kept.cancelled()) {
        changed.add(kept.cancelled(cancelled));
      }
    }
    for (int year = today.getYear(); year <= today.getYear() + 1; year++) {
      expected(year).stream()
          .filter(it -> !known.contains(it.id()) && !isMet(it))
          .forEach(it -> changed.add(Kept.expected(it, today)));
    }
    return changed;
  }

  /** What is past stays as it was, unless somebody says what it really was. */
  private boolean isGone(Kept made, LocalDate today) {
    var of = new Expected(made.type(), made.year(), made.unit());
    boolean past = made.year() < today.getYear();
    return isMet(of) || (past ? made.cancelled() : !expected(made.year()).contains(of));
  }

  private boolean isMet(Expected one) {
    return entered.getOrDefault(new Year(one.type(), one.year()), List.of()).stream()
        .anyMatch(it -> one.isMetBy(it.unit(), units));
  }

  private Set<Expected> expected(int year) {
    return expected.computeIfAbsent(
        year,
        it ->
            types.stream()
                .flatMap(type -> Expected.of(type, it, units).stream())
                .collect(Collectors.toSet()));
  }
}
