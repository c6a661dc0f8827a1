package duban.catalog.naive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RandomRulesTest {
  @Test
  void theSameSeedMakesTheSameCatalogue() {
    assertThat(RandomRules.of(7, 20)).isEqualTo(RandomRules.of(7, 20));
    assertThat(RandomRules.of(7, 20)).isNotEqualTo(RandomRules.of(8, 20));
  }

  @Test
  void chanceReachesEveryKindOfRow() {
    var kinds = new HashSet<String>();
    var odd = new HashSet<String>();
    for (var seed = 0; seed < 20; seed++) {
      var catalogue = RandomRules.of(seed, 40);
      var kindOf = new HashMap<String, String>();
      for (var it : catalogue.path("obligations")) {
        kindOf.put(it.path("id").asText(), it.path("rule").path("kind").asText());
      }
      for (var row : new NaiveSchedule(catalogue, Files.anyNamespace()).until(2033)) {
        kinds.add(kindOf.get(row.obligation()) + " " + row.period().replaceAll("\\d", "9"));
        odd.add(row.rolledFrom() == null ? "stays" : "rolls");
        odd.add(row.pace().isEmpty() ? "no pace" : "pace");
        odd.add(row.latestStart() == null ? "no start" : "start");
        odd.add(row.coDue() == null ? "alone" : "with others");
        odd.add(row.provisional() ? "provisional" : "final");
        odd.add("order " + row.order());
        row.conditions().forEach(it -> odd.add("asks " + it.replaceAll("\\d+|-", "9")));
      }
    }
    assertThat(kinds).hasSizeGreaterThan(25);
    assertThat(odd)
        .contains("order KEPT", "order WRONG", "order MISSING", "order null")
        .contains("asks days at least 9", "asks annual is true", "asks form is 专题")
        .contains("asks days at most 9 first from 99999", "asks met at least 9")
        .hasSize(26);
  }

  @Test
  void noRuleContradictsItself() {
    var year = new NaivePeriod("2027", LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31));
    for (var it : RandomRules.of(1, 2000).path("obligations")) {
      var rule = it.path("rule");
      var kind = rule.path("period").asText();
      var period = kind.equals("YEAR") ? year : shortest(kind);
      if (period == null) {
        continue;
      }
      for (var window : NaiveWindows.of(rule, period, kind.equals("TERM"))) {
        assertThat(window.opens()).as(rule.toString()).isBeforeOrEqualTo(window.due());
      }
      var before = 0;
      for (var pace : rule.path("pace")) {
        assertThat(pace.path("count").asInt()).isGreaterThan(before);
        before = pace.path("count").asInt();
        assertThat(period.day(pace.path("by").asText()))
            .as(rule.toString())
            .isBetween(NaiveWindows.of(rule, period, false).get(0).opens(), last(rule, period));
      }
      assertThat(before).isLessThanOrEqualTo(rule.path("times").asInt());
    }
  }

  private static LocalDate last(JsonNode rule, NaivePeriod period) {
    return NaiveWindows.of(rule, period, false).get(0).due();
  }

  private static @Nullable NaivePeriod shortest(String kind) {
    return switch (kind) {
      case "HALF_YEAR", "QUARTER", "MONTH" -> NaivePeriod.begun(kind, LocalDate.of(2027, 1, 1));
      case "WEEK" -> NaivePeriod.begun(kind, LocalDate.of(2027, 1, 4));
      case "TERM" -> new NaivePeriod("T", LocalDate.of(2027, 1, 1), LocalDate.of(2031, 12, 31));
      default -> null;
    };
  }
}
