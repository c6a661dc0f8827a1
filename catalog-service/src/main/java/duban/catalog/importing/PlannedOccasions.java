package duban.catalog.importing;

import duban.catalog.edit.Day;
import duban.catalog.edit.Refused;
import duban.catalog.importing.CatalogueFile.OccasionEntry;
import duban.catalog.importing.CatalogueFile.TypeEntry;
import duban.catalog.occasion.AttributeType;
import duban.catalog.occasion.Occasion;
import duban.catalog.occasion.OccasionCheck;
import duban.catalog.occasion.OccasionType;
import duban.catalog.occasion.OccasionsTogether;
import duban.catalog.occasion.Vocabulary;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The occasions of a catalogue file with their types and attributes; a type names attributes of the
 * file, an occasion a type of it.
 */
record PlannedOccasions(
    List<AttributeType> attributes, List<OccasionType> types, List<Entered> occasions) {
  /** Stands for the day of loading, which is not known while the file is read. */
  private static final LocalDate LOADED = LocalDate.of(Day.FIRST_YEAR, 1, 1);

  /**
   * One, and the day that the file gives for its entry.
   *
   * @param on absent: that of loading
   */
  record Entered(Occasion occasion, @Nullable LocalDate on) {}

  Vocabulary vocabulary() {
    return new Vocabulary(
        types.stream().collect(Collectors.toMap(OccasionType::id, Function.identity())),
        attributes.stream().collect(Collectors.toMap(AttributeType::name, Function.identity())));
  }

  /** Throws CatalogueRefused with one sentence about the first thing that is wrong. */
  static PlannedOccasions read(CatalogueFile file, UnitTree units) {
    Map<String, AttributeType> attributes =
        byName("attributes", file.attributes(), AttributeType::name, "[A-Za-z][A-Za-z0-9]{0,39}");
    for (AttributeType each : file.attributes()) {
      if (each.type() == null || each.label() == null || each.label().isBlank()) {
        throw new CatalogueRefused("attributes: " + each.name() + " needs a type and a label");
      }
    }
    Map<String, TypeEntry> entries =
        byName("occasionTypes", file.occasionTypes(), TypeEntry::id, "[A-Z][A-Z0-9_]{0,59}");
    Map<String, OccasionType> types = new LinkedHashMap<>();
    entries.forEach((id, entry) -> types.put(id, type(entry, units, attributes.keySet())));
    var check = new OccasionCheck(types, attributes);
    var together = new OccasionsTogether(List.of());
    List<Entered> occasions =
        IntStream.range(0, file.occasions().size())
            .mapToObj(
                i ->
                    placed(
                        i,
                        () -> {
                          Entered entered = entered(file.occasions().get(i), units, i);
                          check.check(entered.occasion());
                          together.addNew(entered.occasion());
                          return entered;
                        }))
            .toList();
    IntStream.range(0, occasions.size())
        .forEach(
            i ->
                placed(
                    i,
                    () -> {
                      together.expectBefore(occasions.get(i).occasion());
                      return i;
                    }));
    return new PlannedOccasions(file.attributes(), List.copyOf(types.values()), occasions);
  }

  private static <T> Map<String, T> byName(
      String section, List<T> all, Function<T, String> name, String form) {
    Map<String, T> found = new LinkedHashMap<>();
    for (T each : all) {
      String key = name.apply(each);
      if (key == null || !key.matches(form)) {
        throw new CatalogueRefused(section + ": '" + key + "' must be of the form " + form);
      }
      if (found.put(key, each) != null) {
        throw new CatalogueRefused(section + ": " + key + " stands twice");
      }
    }
    return found;
  }

  private static OccasionType type(TypeEntry entry, UnitTree units, Set<String> attributes) {
    String field = "occasionTypes: " + entry.id();
    if (entry.name() == null || entry.name().isBlank()) {
      throw new CatalogueRefused(field + " needs a name");
    }
    OccasionType type =
        new OccasionType(
            entry.id(),
            entry.name(),
            entry.yearly(),
            units.refs(field, entry.keptBy()),
            !Boolean.FALSE.equals(entry.makesDeadlines()),
            entry.attributes(),
            null);
    try {
      type.check(attributes);
    } catch (Refused e) {
      throw new CatalogueRefused(field + ": " + e.getMessage());
    }
    return type;
  }

  private static Entered entered(OccasionEntry entry, UnitTree units, int place) {
    String field = "occasions[" + place + "]";
    if (entry.id() == null || entry.type() == null) {
      throw new CatalogueRefused(field + " needs an id and a type");
    }
    if (entry.date() == null && entry.year() == null) {
      throw new CatalogueRefused(field + " needs a date, or its year while the date is not known");
    }
    LocalDate date = entry.date();
    Occasion occasion =
        new Occasion(
            entry.id(),
            entry.type(),
            entry.name(),
            date,
            entry.year() != null ? entry.year() : Objects.requireNonNull(date).getYear(),
            units.optional(field, entry.unit()),
            entry.attributes(),
            units.refs(field, entry.lead()),
            units.refs(field, entry.co()),
            entry.follows(),
            entry.cancelled(),
            Objects.requireNonNullElse(entry.enteredOn(), LOADED),
            null);
    return new Entered(occasion, entry.enteredOn());
  }

  private static <T> T placed(int place, Supplier<T> of) {
    try {
      return of.get();
    } catch (Refused e) {
      throw new CatalogueRefused("occasions[" + place + "]." + e.getMessage());
    }
  }
}
