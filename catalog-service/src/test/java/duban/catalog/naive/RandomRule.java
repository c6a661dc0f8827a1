package duban.catalog.naive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A rule of any kind. */
final class RandomRule {
  private static final List<String> LEVELS = List.of("DISTRICT", "TOWNSHIP", "PARTY");

  private final Dice dice;

  RandomRule(Dice dice) {
    this.dice = dice;
  }

  /** Answers its kind. */
  String into(ObjectNode rule) {
    var kind =
        dice.one("QUOTA", "QUOTA", "WINDOW", "CHECKPOINTS", "ONE_OFF", "STANDING", "EACH_TIME");
    rule.put("kind", kind);
    switch (kind) {
      case "ONE_OFF" -> oneOff(rule);
      case "STANDING" -> standing(rule);
      case "EACH_TIME" -> eachTime(rule);
      default -> inPeriods(rule, kind);
    }
    return kind;
  }

  private void oneOff(ObjectNode rule) {
    if (!dice.once(6)) {
      rule.put("due", dice.day(RandomRules.FIRST_YEAR, RandomRules.LAST_YEAR).toString());
    }
  }

  private void standing(ObjectNode rule) {
    conditions(rule);
    if (dice.once(2)) {
      rule.put("review", "TERM").put("termOf", level());
    } else {
      rule.put("review", "YEAR");
    }
    if (!dice.once(3)) {
      rule.put("reviewDue", RandomDays.yearly(dice.number(1, 366)));
    }
  }

  private void inPeriods(ObjectNode rule, String kind) {
    var period = dice.one("YEAR", "YEAR", "HALF_YEAR", "QUARTER", "MONTH", "WEEK", "TERM");
    rule.put("period", period);
    if (dice.once(3)) {
      rule.put("every", dice.number(2, 4));
    }
    if (period.equals("MONTH") && dice.once(2)) {
      dice.rising(dice.number(1, 6), 1, 12).forEach(rule.putArray("months")::add);
    }
    if (period.equals("TERM")) {
      rule.put("termOf", level());
    }
    var days = new RandomDays(dice, period);
    if (kind.equals("CHECKPOINTS")) {
      checkpoints(rule, days);
    } else {
      var times = dice.number(1, 4);
      rule.put("times", times).put("noun", "次");
      days.window(rule, kind.equals("QUOTA") ? times : 0);
      if (dice.once(2)) {
        rule.put("lead", "P" + dice.number(1, 40) + "D");
      }
      if (dice.once(3)) {
        rule.put("reportWithin", "P" + dice.number(1, 30) + "D");
      }
      conditions(rule);
    }
    roll(rule);
  }

  private void checkpoints(ObjectNode rule, RandomDays days) {
    var checkpoints = rule.putArray("checkpoints");
    for (var i = dice.number(1, 4); i > 0; i--) {
      var checkpoint = checkpoints.addObject().put("name", "环节" + i);
      days.window(checkpoint, 0);
      checkpoint
          .put("actor", "SV")
          .put("completes", dice.one("PLAN_HEARD", "CHECKED", "REVIEWED_AT_MEETING"));
    }
  }

  private void eachTime(ObjectNode rule) {
    var timing = dice.one("BEFORE", "AT", "AFTER", "NOT_BEFORE");
    rule.put("occasion", dice.one(RandomOccasions.TYPES)).put("timing", timing);
    if (dice.once(2)) {
      rule.put("occasionOf", dice.one("ANY", "SAME_UNIT"));
    }
    if (dice.once(3)) {
      var when = rule.putObject("when");
      switch (dice.number(1, 3)) {
        case 1 -> when.put("attribute", "annual").put("is", dice.once(2));
        case 2 -> when.put("attribute", "days").put("is", dice.number(1, 3));
        default -> when.put("attribute", "form").put("is", "专题");
      }
    }
    if (timing.equals("NOT_BEFORE")) {
      rule.put("requires", dice.one(RandomOccasions.TYPES));
    }
    conditions(rule);
    if ((timing.equals("BEFORE") || timing.equals("AFTER")) && !dice.once(4)) {
      offset(rule, timing.equals("BEFORE") ? "-P" : "P");
    }
    if (rule.path("occasion").asText().equals("SESSION") && dice.once(2)) {
      rule.put("fallbackDue", RandomDays.yearly(dice.number(1, 366)));
    }
    roll(rule);
  }

  private void offset(ObjectNode rule, String sign) {
    if (dice.once(3)) {
      rule.put("offset", sign + dice.number(1, 14) + "M");
    } else {
      rule.put("offset", sign + dice.number(1, 100) + "D");
      if (dice.once(2)) {
        rule.put("count", dice.one("CALENDAR_DAYS", "WORKING_DAYS"));
      }
    }
    if (sign.equals("P") && dice.once(2)) {
      rule.put("coDue", dice.one("P10D", "P1M", "P45D"));
    }
  }

  /** Asked of every occurrence, or of the first of somebody's term. */
  private void conditions(ObjectNode rule) {
    if (dice.once(2)) {
      return;
    }
    var conditions = rule.putArray("conditions");
    // Asked twice it must be the same, or nothing meets both.
    var annual = dice.once(2);
    for (var i = dice.number(1, 3); i > 0; i--) {
      var condition = conditions.addObject();
      switch (dice.number(1, 4)) {
        case 1 -> condition.put("attribute", "annual").put("is", annual);
        case 2 -> condition.put("attribute", "form").put("is", "专题");
        case 3 -> condition.put("attribute", "days").put("atMost", dice.number(3, 9));
        default -> condition.put("attribute", "days").put("atLeast", dice.number(0, 3));
      }
      if (dice.once(2)) {
        condition.put("when", "FIRST_OF_TERM");
        rule.put("termOf", rule.path("termOf").asText(level()));
      }
    }
  }

  private void roll(ObjectNode rule) {
    if (!dice.once(3)) {
      rule.put("roll", dice.one("PREVIOUS", "NEXT"));
    }
  }

  private String level() {
    return dice.some(LEVELS, 1).get(0);
  }
}
