package duban.catalog.naive;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A catalogue of chance in a file's form, the same again for the same seed: units that join and
 * end, terms with gaps, calendars with weeks off, occasions, and rules that the catalog accepts.
 */
final class RandomRules {
  static final int FIRST_YEAR = 2024;
  static final int LAST_YEAR = 2034;

  private final Dice dice;
  private final ObjectNode catalogue = JsonNodeFactory.instance.objectNode();

  private RandomRules(long seed) {
    dice = new Dice(seed);
  }

  static ObjectNode of(long seed, int obligations) {
    return new RandomRules(seed).made(obligations);
  }

  private ObjectNode made(int obligations) {
    new RandomUnits(dice).into(catalogue);
    new RandomTime(dice).into(catalogue);
    new RandomOccasions(dice).into(catalogue);
    var answers = catalogue.putArray("answers");
    var list = catalogue.putArray("obligations");
    var ids = new ArrayList<String>();
    for (var i = 1; i <= obligations; i++) {
      var id = "r-" + i;
      var obligation =
          list.addObject()
              .put("id", id)
              .put("measureId", "m")
              .put("title", "第" + i + "项")
              .put("quote", "原文");
      fill(obligation, ids);
      if (obligation.path("who").has("appliesWhen")) {
        for (var unit : RandomUnits.ALL) {
          if (!dice.once(3)) {
            answers
                .addObject()
                .put("obligation", id)
                .put("unit", unit)
                .put("applies", !dice.once(3));
          }
        }
      }
      ids.add(id);
    }
    return catalogue;
  }

  private void fill(ObjectNode obligation, List<String> earlier) {
    obligation.put("strength", dice.once(12) ? dice.one("MAY", "AIM") : "MUST");
    var rule = JsonNodeFactory.instance.objectNode();
    var kind = new RandomRule(dice).into(rule);
    var eachTime = kind.equals("EACH_TIME");
    var sameUnit = rule.path("occasionOf").asText().equals("SAME_UNIT");
    who(obligation.putObject("who"), eachTime, sameUnit);
    obligation.set("rule", rule);
    obligation.put("afterDue", "EXPLAIN");
    var from = dice.day(FIRST_YEAR, FIRST_YEAR + 5);
    obligation.put("inForceFrom", from.toString());
    if (!kind.equals("ONE_OFF") && dice.once(4)) {
      obligation.put("inForceTo", from.plusDays(dice.number(0, 2500)).toString());
    }
    if ((kind.equals("ONE_OFF") || kind.equals("STANDING")) && dice.once(3)) {
      obligation.put("history", dice.one("TO_DECIDE", "DONE", "KEPT_UP", "LAPSED", "PURSUED"));
      obligation.put("historyReason", "已议定");
    }
    if (!earlier.isEmpty() && dice.once(8)) {
      obligation
          .putArray("links")
          .addObject()
          .put("to", dice.some(earlier, 1).get(0))
          .put("type", dice.one("REPLACES", "REPLACES", "DETAILS"))
          .put("status", dice.one("PROPOSED", "CONFIRMED", "CONFIRMED", "REJECTED"));
    }
  }

  private void who(ObjectNode who, boolean eachTime, boolean sameUnit) {
    var fanOut = sameUnit ? "PER_UNIT" : dice.one("JOINT", "PER_UNIT", "PER_UNIT", "PER_DEPUTY");
    var named = who.putArray("responsible");
    if (fanOut.equals("PER_DEPUTY")) {
      dice.some(RandomUnits.DEPUTIES, dice.one(1, 1, 2)).forEach(named::add);
      if (dice.once(2)) {
        who.put("organiser", dice.one("B1", "B2", "GROUP", "GROUP-UNKNOWN"));
      }
    } else if (eachTime && dice.once(4)) {
      named.add("@lead");
    } else {
      dice.some(RandomUnits.NAMED, dice.one(1, 1, 1, 2, 3)).forEach(named::add);
    }
    who.put("supervisor", "SV").put("fanOut", fanOut);
    if (dice.once(8) && !named.path(0).asText().equals("@lead")) {
      who.put("appliesWhen", "是否适用");
    }
  }
}
