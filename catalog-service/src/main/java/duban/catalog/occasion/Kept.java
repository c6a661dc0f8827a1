package duban.catalog.occasion;

import duban.catalog.snapshot.UnitRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An occasion as it is stored: units by their ids, for they may be renamed. */
record Kept(
    UUID id,
    String type,
    @Nullable String name,
    @Nullable LocalDate date,
    int year,
    @Nullable String unit,
    Map<String, Object> attributes,
    List<String> lead,
    List<String> co,
    @Nullable UUID follows,
    boolean cancelled,
    LocalDate enteredOn) {

  static Kept of(Occasion occasion) {
    return new Kept(
        occasion.id(),
        occasion.type(),
        occasion.name(),
        occasion.date(),
        occasion.year(),
        occasion.unit() == null ? null : occasion.unit().id(),
        occasion.attributes(),
        occasion.lead().stream().map(UnitRef::id).toList(),
        occasion.co().stream().map(UnitRef::id).toList(),
        occasion.follows(),
        occasion.cancelled(),
        occasion.enteredOn());
  }

  /** One of which only the year is known. */
  static Kept expected(Expected of, LocalDate enteredOn) {
    return new Kept(
        of.id(), of.type(), null, null, of.year(), of.unit(), Map.of(), List.of(), List.of(), null,
        false, enteredOn);
  }

  Kept cancelled(boolean now) {
    return new Kept(
        id, type, name, date, year, unit, attributes, lead, co, follows, now, enteredOn);
  }

  /** Ids of all that it names. */
  Set<String> units() {
    Set<String> all = new TreeSet<>(lead);
    all.addAll(co);
    if (unit != null) {
      all.add(unit);
    }
    return all;
  }

  /**
   * @param refs of at least the units that it names, by their ids
   */
  Occasion occasion(Map<String, UnitRef> refs, @Nullable Integer version) {
    return new Occasion(
        id,
        type,
        name,
        date,
        year,
        unit == null ? null : refs.get(unit),
        attributes,
        refs(lead, refs),
        refs(co, refs),
        follows,
        cancelled,
        enteredOn,
        version);
  }

  private static List<UnitRef> refs(List<String> ids, Map<String, UnitRef> refs) {
    return ids.stream().map(it -> Objects.requireNonNull(refs.get(it))).toList();
  }
}
