package duban.catalog.occasion;

import duban.catalog.edit.Refused;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What occasions must be beside one another: none twice, and none after itself. Of those that are
 * cancelled none stands in the way.
 */
public final class OccasionsTogether {
  private static final String INVALID = "invalid-occasion";

  /** Two with the same are one. */
  private record Place(
      String type, @Nullable String unit, int year, @Nullable LocalDate date, String name) {
    static Place of(Occasion it) {
      return new Place(
          it.type(),
          it.unit() == null ? null : it.unit().id(),
          it.year(),
          it.date(),
          // Without a date there is nothing that tells two apart.
          it.date() == null ? "" : Objects.requireNonNullElse(it.name(), ""));
    }
  }

  private final Map<UUID, Occasion> all = new HashMap<>();
  private final Map<Place, UUID> places = new HashMap<>();

  /**
   * @param others which are in order among themselves
   */
  public OccasionsTogether(Collection<Occasion> others) {
    others.forEach(this::put);
  }

  private void put(Occasion it) {
    all.put(it.id(), it);
    if (!it.cancelled()) {
      places.put(Place.of(it), it.id());
    }
  }

  /** Puts it beside the others, for its former self if there is one. Throws Refused. */
  public void add(Occasion it) {
    remove(it.id());
    UUID other = it.cancelled() ? null : places.get(Place.of(it));
    if (other != null) {
      throw taken(it, other);
    }
    put(it);
  }

  /** One that must not be there yet. Throws Refused. */
  public void addNew(Occasion it) {
    if (all.containsKey(it.id())) {
      throw new Refused(INVALID, "id", "id is %s a second time".formatted(it.id()));
    }
    add(it);
  }

  private void remove(UUID id) {
    Occasion before = all.remove(id);
    if (before != null) {
      places.remove(Place.of(before), id);
    }
  }

  private static Refused taken(Occasion it, UUID other) {
    return it.date() == null
        ? new Refused(
            INVALID,
            "year",
            "year is %d, for which %s stands without a date already: give that one its date"
                .formatted(it.year(), other))
        : new Refused(
            INVALID,
            "date",
            "date is %s, on which %s is the same already: change that one, or name them apart"
                .formatted(it.date(), other));
  }

  /** Throws Refused if what it follows is not there, or follows it. Once all have been added. */
  public void expectBefore(Occasion it) {
    UUID at = it.follows();
    if (at != null && !all.containsKey(at)) {
      throw unknown(at);
    }
    Set<UUID> passed = new HashSet<>();
    while (at != null && passed.add(at)) {
      if (at.equals(it.id())) {
        throw new Refused(INVALID, "follows", "follows: the occasion comes after itself");
      }
      Occasion before = all.get(at);
      at = before == null ? null : before.follows();
    }
  }

  static Refused unknown(UUID follows) {
    return new Refused(
        "unknown-reference", "follows", "follows is '" + follows + "'; give the id of an occasion");
  }
}
