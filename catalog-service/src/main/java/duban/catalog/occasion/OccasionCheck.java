package duban.catalog.occasion;

import duban.catalog.edit.Day;
import duban.catalog.edit.Refused;
import duban.catalog.snapshot.UnitRef;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an occasion must be by itself. Each method throws Refused with the first thing wrong. */
public final class OccasionCheck {
  private static final String INVALID = "invalid-occasion";
  static final int MOST = 30;

  private final Map<String, OccasionType> types;
  private final Map<String, AttributeType> attributes;

  /**
   * @param types by their ids
   * @param attributes by their names, at least those of the types
   */
  public OccasionCheck(Map<String, OccasionType> types, Map<String, AttributeType> attributes) {
    this.types = types;
    this.attributes = attributes;
  }

  public void check(Occasion occasion) {
    OccasionType type = type(occasion);
    date(occasion, type);
    Set<String> named = new HashSet<>();
    Stream.concat(occasion.lead().stream(), occasion.co().stream())
        .map(UnitRef::code)
        .filter(it -> !named.add(it))
        .forEach(
            it -> {
              throw new Refused(INVALID, "co", "co or lead names " + it + " a second time");
            });
    if (occasion.attributes().size() > MOST) {
      throw new Refused(
          INVALID,
          "attributes",
          "attributes has " + occasion.attributes().size() + " entries; give at most " + MOST);
    }
    occasion.attributes().forEach((name, value) -> value(type, name, value));
  }

  OccasionType type(Occasion occasion) {
    OccasionType type = types.get(occasion.type());
    if (type == null) {
      throw new Refused(
          "unknown-reference",
          "type",
          "type is '" + occasion.type() + "'; give the id of a type of occasions");
    }
    return type;
  }

  private static void date(Occasion occasion, OccasionType type) {
    var date = occasion.date();
    if (date == null) {
      if (!type.yearly()) {
        throw new Refused(
            INVALID,
            "date",
            "date is missing; only of a yearly type one may stand without it, and "
                + type.id()
                + " is none");
      }
      if (occasion.year() < Day.FIRST_YEAR || occasion.year() > Day.LAST_YEAR) {
        throw new Refused(
            INVALID,
            "year",
            "year is "
                + occasion.year()
                + "; give one from "
                + Day.FIRST_YEAR
                + " to "
                + Day.LAST_YEAR);
      }
      return;
    }
    Day.expect(INVALID, "date", date);
    if (date.getYear() != occasion.year()) {
      throw new Refused(
          INVALID,
          "year",
          "year is " + occasion.year() + ", but the date is " + date + "; leave the year out");
    }
  }

  private void value(OccasionType type, String name, @Nullable Object value) {
    AttributeType attribute = type.attributes().contains(name) ? attributes.get(name) : null;
    if (attribute == null) {
      throw new Refused(
          INVALID,
          "attributes." + name,
          "attributes has '%s', but of %s is recorded: %s"
              .formatted(
                  name,
                  type.id(),
                  type.attributes().isEmpty()
                      ? "nothing"
                      : String.join(", ", new TreeSet<>(type.attributes()))));
    }
    if (!attribute.type().fits(value)) {
      throw new Refused(
          INVALID,
          "attributes." + name,
          "attributes.%s must be %s".formatted(name, attribute.type().right()));
    }
  }
}
