package duban.catalog.naive;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A dozen units: two groups, two of deputies, some that ended, some that joined late. */
final class RandomUnits {
  /** Whom an obligation may name. */
  static final List<String> NAMED =
      List.of("B1", "B2", "B3", "B4", "B5", "B6", "GROUP", "GROUP-UNKNOWN");

  /** Whom an obligation of deputies may name. */
  static final List<String> DEPUTIES = List.of("DEPUTIES", "DEPUTIES-UNKNOWN", "D3");

  static final List<String> ALL =
      List.of(
          "B1",
          "B2",
          "B3",
          "B4",
          "B5",
          "B6",
          "D1",
          "D2",
          "D3",
          "GROUP",
          "GROUP-UNKNOWN",
          "DEPUTIES",
          "DEPUTIES-UNKNOWN");

  private final Dice dice;

  RandomUnits(Dice dice) {
    this.dice = dice;
  }

  void into(ObjectNode catalogue) {
    var units = catalogue.putArray("units");
    unit(units, "CY", "AREA");
    unit(units, "SV", "DEPARTMENT").put("superior", "CY").put("relation", "INTERNAL");
    for (var i = 1; i <= 6; i++) {
      var body =
          unit(units, "B" + i, "BODY")
              .put("superior", i > 1 && dice.once(3) ? "B" + dice.number(1, i - 1) : "CY")
              .put("relation", "DEPARTMENT");
      if (!dice.once(3)) {
        body.put("place", dice.one("甲乡", "乙乡", "丙乡"));
      }
      // Only a unit with a lower number takes over, so that the chain has an end.
      if (i > 1 && dice.once(3)) {
        body.put("endedOn", dice.day(RandomRules.FIRST_YEAR, 2032).toString());
        if (!dice.once(5)) {
          body.put("successor", "B" + dice.number(1, i - 1));
        }
      }
    }
    for (var i = 1; i <= 3; i++) {
      unit(units, "D" + i, "DEPUTY")
          .put("superior", dice.one("CY", "B1", "B2"))
          .put("relation", "PERSON");
    }
    members(
        unit(units, "GROUP", "GROUP").put("superior", "CY").put("relation", "DEPARTMENT"),
        List.of("B1", "B2", "B3", "B4", "B5", "B6"),
        dice.number(1, 6));
    unit(units, "GROUP-UNKNOWN", "GROUP")
        .put("superior", "CY")
        .put("relation", "DEPARTMENT")
        .putArray("organiser")
        .add("B3")
        .add("GROUP");
    members(
        unit(units, "DEPUTIES", "GROUP").put("superior", "CY").put("relation", "PERSON"),
        List.of("D1", "D2", "D3"),
        dice.number(1, 3));
    unit(units, "DEPUTIES-UNKNOWN", "GROUP").put("superior", "CY").put("relation", "PERSON");
  }

  private static ObjectNode unit(ArrayNode units, String code, String kind) {
    return units.addObject().put("code", code).put("name", code).put("kind", kind);
  }

  private void members(ObjectNode group, List<String> from, int count) {
    var members = group.putArray("members");
    var since = group.putObject("memberSince");
    for (var it : dice.some(from, count)) {
      members.add(it);
      if (dice.once(3)) {
        since.put(it, dice.day(RandomRules.FIRST_YEAR, 2032).toString());
      }
    }
  }
}
