package duban.catalog.naive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which occasions without a date must stand, looked up one by one. */
final class NaiveExpected {
  private final JsonNode catalogue;
  private final NaiveUnits units;

  NaiveExpected(JsonNode catalogue) {
    this.catalogue = catalogue;
    this.units = new NaiveUnits(catalogue);
  }

  /** Of this year and the next, as type, year and unit, joined by |. */
  Set<String> on(LocalDate today) {
    var expected = new TreeSet<String>();
    for (var type : catalogue.path("occasionTypes")) {
      for (var year : List.of(today.getYear(), today.getYear() + 1)) {
        for (var unit : type.path("yearly").asBoolean() ? keeping(type, year) : List.<String>of()) {
          if (!taken(type.path("id").asText(), year, unit)) {
            expected.add(type.path("id").asText() + "|" + year + "|" + unit);
          }
        }
      }
    }
    return expected;
  }

  /** Who would owe a duty that is laid on each of them and decided as the year begins. */
  private List<String> keeping(JsonNode type, int year) {
    if (type.path("keptBy").isEmpty()) {
      return List.of("");
    }
    var duty = JsonNodeFactory.instance.objectNode();
    duty.putObject("who").put("fanOut", "PER_UNIT").set("responsible", type.path("keptBy"));
    var keeping = new ArrayList<String>();
    units
        .laidOn(duty, LocalDate.of(year, 1, 1), MissingNode.getInstance())
        .forEach(it -> keeping.add(it.owing()));
    return keeping;
  }

  private boolean taken(String type, int year, String unit) {
    for (var it : catalogue.path("occasions")) {
      var follows =
          unit.isEmpty()
              || !it.hasNonNull("unit")
              || units.samePlace(unit, it.path("unit").asText());
      if (follows
          && !it.path("cancelled").asBoolean()
          && it.path("type").asText().equals(type)
          && it.path("year").asInt() == year) {
        return true;
      }
    }
    return false;
  }
}
