package duban.notification.calendar;

import duban.chassis.calendar.WorkingCalendar;
import duban.notification.deadline.Ref;
import duban.notification.unit.Unit;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The working calendar of each unit: its own days off, and those of all above it, are added. */
public final class Places {

  private final WorkingCalendar everywhere;

  /** By the code of a unit, the ids of it and of those above it that have days of their own. */
  private final Map<String, Set<String>> special = new HashMap<>();

  private final Map<Set<String>, WorkingCalendar> working = new ConcurrentHashMap<>();
  private final Map<Set<Set<String>>, Reach> reach = new ConcurrentHashMap<>();
  private final Reach anybody;

  /**
   * @param units all of them, by code
   */
  public Places(WorkingCalendar everywhere, Map<String, Unit> units) {
    this.everywhere = everywhere;
    this.anybody = new Reach(everywhere, everywhere);
    // In most years none has any, and nothing is looked for.
    if (!everywhere.special().isEmpty()) {
      units.values().forEach(it -> put(it, everywhere.special(above(it, units))));
    }
  }

  private void put(Unit unit, Set<String> above) {
    if (!above.isEmpty()) {
      special.put(unit.code(), above);
    }
  }

  private static Set<String> above(Unit unit, Map<String, Unit> units) {
    var above = new HashSet<String>();
    @Nullable Unit at = unit;
    while (at != null && above.add(at.id())) {
      Ref superior = at.superior();
      at = superior == null ? null : units.get(superior.code());
      if (superior != null && at == null) {
        above.add(superior.id());
      }
    }
    return above;
  }

  /** Whether all units have the same days. */
  public boolean same() {
    return special.isEmpty();
  }

  /** By which what this unit owes is reckoned. */
  public WorkingCalendar of(String code) {
    var above = above(code);
    return above.isEmpty() ? everywhere : working.computeIfAbsent(above, everywhere::at);
  }

  /** Of whoever receives for these units: he is at work where one of them is. */
  public Reach reach(Collection<String> codes) {
    if (special.isEmpty()) {
      return anybody;
    }
    var places = codes.stream().map(this::above).collect(Collectors.toUnmodifiableSet());
    return places.stream().allMatch(Set::isEmpty)
        ? anybody
        : reach.computeIfAbsent(places, this::reachOf);
  }

  private Reach reachOf(Set<Set<String>> places) {
    var working = everywhere.shared(places);
    return new Reach(working, working.sending(places.stream().flatMap(Set::stream).toList()));
  }

  /** Why nothing is sent on a day to who receives for these units; empty if it is. */
  public Optional<String> silence(LocalDate day, Collection<String> codes) {
    return codes.stream().flatMap(it -> everywhere.silence(day, above(it)).stream()).findFirst();
  }

  /** The codes of the units that do not work on a day on which others do. */
  public List<String> off(LocalDate day) {
    return where(it -> !everywhere.at(it).works(day));
  }

  /** The codes of the units to which nothing is sent on a day. */
  public List<String> silent(LocalDate day) {
    return where(it -> everywhere.silence(day, it).isPresent());
  }

  private List<String> where(Predicate<Set<String>> place) {
    var found = new HashSet<>(special.values());
    found.removeIf(place.negate());
    return special.keySet().stream().filter(it -> found.contains(special.get(it))).toList();
  }

  private Set<String> above(String code) {
    return Objects.requireNonNullElse(special.get(code), Set.of());
  }
}
