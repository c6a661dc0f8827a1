package duban.catalog.naive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.catalog.deadline.Engine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What holds of every catalogue, whatever its rules, units, terms, occasions and calendars. */
@Tag("reckoning")
class PropertiesTest {
  private static final int FIRST_YEAR = 2025;
  private static final int LAST_YEAR = 2032;

  private static final Map<JsonNode, List<JsonNode>> made = new IdentityHashMap<>();
  private static final Map<JsonNode, Map<String, NaiveDays>> days = new IdentityHashMap<>();

  @BeforeAll
  static void make() {
    for (var seed = 1001; seed <= 1050; seed++) {
      var catalogue = RandomRules.of(seed, 40);
      made.put(catalogue, new Engine(catalogue).deadlines(FIRST_YEAR, LAST_YEAR));
    }
    assertThat(made.values()).allSatisfy(it -> assertThat(it).hasSizeGreaterThan(40));
  }

  @Test
  void makingTwiceEqualsMakingOnce() {
    made.forEach(
        (catalogue, deadlines) -> {
          assertThat(new Engine(catalogue).deadlines(FIRST_YEAR, LAST_YEAR)).isEqualTo(deadlines);
          assertThat(deadlines).extracting(it -> it.path("id").asText()).doesNotHaveDuplicates();
        });
  }

  @Test
  void makingYearByYearEqualsMakingAllAtOnce() {
    made.forEach(
        (catalogue, deadlines) -> {
          var engine = new Engine(catalogue);
          var yearly =
              IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
                  .mapToObj(year -> engine.deadlines(year, year))
                  .flatMap(List::stream)
                  .distinct()
                  .toList();
          assertThat(byId(yearly)).isEqualTo(byId(deadlines)).hasSameSizeAs(yearly);
        });
  }

  @Test
  void movingTheHorizonAddsAndNeverAlters() {
    made.forEach(
        (catalogue, deadlines) -> {
          var engine = new Engine(catalogue);
          for (var last = FIRST_YEAR; last < LAST_YEAR; last++) {
            assertThat(byId(deadlines))
                .containsAllEntriesOf(byId(engine.deadlines(FIRST_YEAR, last)));
          }
        });
  }

  @Test
  void nothingOpensAfterItIsDue() {
    made.forEach(
        (catalogue, deadlines) -> {
          for (var it : deadlines) {
            assertThat(date(it, "opensOn")).as(it.toString()).isBeforeOrEqualTo(date(it, "dueOn"));
          }
        });
  }

  @Test
  void whatIsDueIsDueOnAWorkingDayAndTheNearestOne() {
    made.forEach(
        (catalogue, deadlines) -> {
          for (var it : deadlines) {
            var days = days(catalogue, it);
            var due = date(it, "dueOn");
            if (it.has("tally")) { // nothing is due: it lasts as long as its half-year
              assertThat(due).isEqualTo(date(it, "periodTo"));
              continue;
            }
            assertThat(days.working(due)).as(it.toString()).isTrue();
            if (it.has("rolledFrom")) {
              var printed = date(it, "rolledFrom");
              var early = due.isBefore(printed);
              assertThat(
                      early
                          ? days.anyWorking(due.plusDays(1), printed)
                          : days.anyWorking(printed, due.minusDays(1)))
                  .as(it.toString())
                  .isFalse();
            }
          }
        });
  }

  @Test
  void noticesOfPaceAndLatestStartFallOnWorkingDays() {
    made.forEach(
        (catalogue, deadlines) -> {
          for (var it : deadlines) {
            var days = days(catalogue, it);
            var told = new ArrayList<LocalDate>();
            it.path("pace").forEach(by -> told.add(date(by, "by")));
            if (it.has("latestStartOn")) {
              told.add(date(it, "latestStartOn"));
            }
            assertThat(told).as(it.toString()).allMatch(days::working);
          }
        });
  }

  @Test
  void takingARuleOutAndPuttingItBackReturnsTheSameDeadlines() {
    made.forEach(
        (catalogue, deadlines) -> {
          var without = (com.fasterxml.jackson.databind.node.ObjectNode) catalogue.deepCopy();
          var taken = without.withArray("obligations").remove(0);
          new Engine(without).deadlines(FIRST_YEAR, LAST_YEAR);
          without.withArray("obligations").add(taken);
          assertThat(byId(new Engine(without).deadlines(FIRST_YEAR, LAST_YEAR)))
              .isEqualTo(byId(deadlines));
        });
  }

  /** Of whoever owes it. */
  private static NaiveDays days(JsonNode catalogue, JsonNode deadline) {
    return days.computeIfAbsent(catalogue, it -> new HashMap<>())
        .computeIfAbsent(
            deadline.path("unit").path("code").asText(),
            code -> NaiveDays.of(catalogue, new NaiveUnits(catalogue).above(code)));
  }

  private static Map<String, JsonNode> byId(List<JsonNode> deadlines) {
    var byId = new HashMap<String, JsonNode>();
    deadlines.forEach(it -> byId.put(it.path("id").asText(), it));
    return byId;
  }

  private static LocalDate date(JsonNode node, String field) {
    return LocalDate.parse(node.path(field).asText());
  }
}
