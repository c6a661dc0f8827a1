package duban.catalog.naive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.catalog.occasion.Expecting;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two ways of finding out what is expected each year agree, whatever happened before. */
@Tag("reckoning")
class ExpectedAgreementTest {
  private static final UUID NAMESPACE = UUID.fromString("7b0f6a1e-2f53-4c5d-9a46-5d1c0e8b3f27");
  private static final List<String> KEEPERS =
      List.of("GROUP", "GROUP-UNKNOWN", "DEPUTIES", "B1", "B2", "B3", "B4");

  @Test
  void whatStandsIsWhatIsExpectedOnTheDay() {
    var stood = 0;
    for (var seed = 1; seed <= 300; seed++) {
      var dice = new Dice(seed);
      var catalogue = RandomRules.of(seed, 1);
      fewer(dice, catalogue);
      var expecting = new Expecting();
      var today = dice.day(2025, 2029);
      for (var step = 1; step <= 5; step++) {
        var setting = "seed " + seed + ", step " + step + " on " + today;
        keptBy(dice, catalogue);
        expecting.on(today, catalogue);
        assertThat(expecting.on(today, catalogue)).as(setting).isZero();
        var standing = new TreeSet<String>();
        var first = today.getYear();
        expecting
            .standing()
            .filter(it -> it.year() >= first)
            .forEach(it -> standing.add(it.type() + "|" + it.year() + "|" + it.unit()));
        assertThat(standing).as(setting).isEqualTo(new NaiveExpected(catalogue).on(today));
        stood += standing.size();
        change(dice, catalogue);
        today = today.plusDays(dice.number(0, 300));
      }
    }
    assertThat(stood).isGreaterThan(5000);
  }

  @Test
  void whatIsDueByThemIsDueInBothWays() {
    var more = 0;
    for (var seed = 1; seed <= 100; seed++) {
      var dice = new Dice(seed);
      var catalogue = RandomRules.of(seed, 30);
      fewer(dice, catalogue);
      var without = EngineRows.of(catalogue, 2025, 2033).size();
      keptBy(dice, catalogue);
      var today = dice.day(2026, 2031);
      var expecting = new Expecting();
      expecting.on(today, catalogue);
      expecting.standing().forEach(it -> put(catalogue.withArray("occasions"), it, today));
      var naive =
          new NaiveSchedule(catalogue, NAMESPACE)
              .until(2033).stream().filter(it -> it.within(2025, 2033)).toList();
      Agreement.check("seed " + seed, catalogue, naive, EngineRows.of(catalogue, 2025, 2033));
      more += naive.size() - without;
    }
    assertThat(more).isGreaterThan(100);
  }

  /** Most of what staff have entered is cancelled, so that something is expected. */
  private static void fewer(Dice dice, ObjectNode catalogue) {
    catalogue.path("occasions").forEach(it -> ((ObjectNode) it).put("cancelled", !dice.once(4)));
  }

  private static void put(ArrayNode occasions, Expecting.Made made, LocalDate today) {
    var occasion = occasions.addObject().put("id", made.id().toString());
    occasion.put("type", made.type()).put("year", made.year()).put("cancelled", false);
    occasion.put("enteredOn", today.toString()).putObject("attributes");
    if (!made.unit().isEmpty()) {
      occasion.put("unit", made.unit());
    }
    occasion.putArray("lead");
    occasion.putArray("co");
  }

  private static void keptBy(Dice dice, ObjectNode catalogue) {
    var type = (ObjectNode) catalogue.path("occasionTypes").get(0);
    var keptBy = type.putArray("keptBy");
    dice.some(KEEPERS, dice.number(0, 3)).forEach(keptBy::add);
  }

  /** One joins or leaves, one ends, one of the occasions is cancelled or takes place after all. */
  private static void change(Dice dice, ObjectNode catalogue) {
    for (var it : catalogue.path("units")) {
      var unit = (ObjectNode) it;
      if (unit.path("code").asText().equals("GROUP")) {
        var members = unit.putArray("members");
        dice.some(List.of("B1", "B2", "B3", "B4", "B5", "B6"), dice.number(0, 6))
            .forEach(members::add);
      } else if (unit.path("code").asText().equals("B6") && dice.once(3)) {
        unit.put("endedOn", dice.day(2025, 2029).toString()).put("successor", "B1");
      }
    }
    for (var it : catalogue.path("occasions")) {
      if (dice.once(8)) {
        ((ObjectNode) it).put("cancelled", !dice.once(4));
      }
    }
  }
}
