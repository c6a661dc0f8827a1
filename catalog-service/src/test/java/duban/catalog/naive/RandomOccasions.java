package duban.catalog.naive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;

/** Occasions of four types: yearly ones with and without a date, others, and uncounted ones. */
final class RandomOccasions {
  static final String[] TYPES = {"SESSION", "DECISION", "MEETING"};

  private final Dice dice;

  RandomOccasions(Dice dice) {
    this.dice = dice;
  }

  void into(ObjectNode catalogue) {
    var attributes = catalogue.putArray("attributes");
    attribute(attributes.addObject(), "annual", "YES_NO");
    attribute(attributes.addObject(), "days", "NUMBER");
    attribute(attributes.addObject(), "form", "TEXT");
    var types = catalogue.putArray("occasionTypes");
    type(types.addObject(), "SESSION", true, true);
    type(types.addObject(), "DECISION", false, true);
    type(types.addObject(), "MEETING", false, false);
    var occasions = catalogue.putArray("occasions");
    var earlier = new ArrayList<String>();
    for (var i = dice.number(5, 25); i > 0; i--) {
      var yearly = dice.once(2);
      var occasion = occasions.addObject();
      occasion.put("id", id(i)).put("type", yearly ? "SESSION" : dice.one("DECISION", "MEETING"));
      day(occasion, yearly);
      if (dice.once(2)) {
        occasion.put("unit", "B" + dice.number(1, 6));
      }
      occasion
          .putObject("attributes")
          .put("annual", dice.once(2))
          .put("days", dice.number(1, 3))
          .put("form", dice.one("专题", "一般"));
      dice.some(RandomUnits.NAMED, dice.number(0, 2)).forEach(occasion.putArray("lead")::add);
      occasion.putArray("co");
      occasion.put("cancelled", dice.once(8));
      if (!earlier.isEmpty() && !dice.once(4)) {
        occasion.put("follows", dice.some(earlier, 1).get(0));
      }
      earlier.add(occasion.path("id").asText());
    }
  }

  private void day(ObjectNode occasion, boolean yearly) {
    var day = dice.day(RandomRules.FIRST_YEAR, RandomRules.LAST_YEAR);
    if (yearly && dice.once(3)) {
      day = LocalDate.of(day.getYear(), 1, 1);
    } else {
      occasion.put("date", day.toString());
    }
    occasion.put("year", day.getYear());
    occasion.put("enteredOn", day.minusDays(dice.number(-30, 500)).toString());
  }

  private String id(int i) {
    var name = i + "/" + dice.number(0, Integer.MAX_VALUE - 1);
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static void attribute(ObjectNode attribute, String name, String type) {
    attribute.put("name", name).put("type", type).put("label", name);
  }

  private static void type(ObjectNode type, String id, boolean yearly, boolean makesDeadlines) {
    type.put("id", id).put("name", id).put("yearly", yearly).put("makesDeadlines", makesDeadlines);
    type.putArray("attributes").add("annual").add("days").add("form");
  }
}
