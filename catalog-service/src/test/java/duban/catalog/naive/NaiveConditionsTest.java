package duban.catalog.naive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is asked, what must come first, and whose days count, each reckoned by hand. */
class NaiveConditionsTest {
  private final ObjectNode catalogue =
      (ObjectNode)
          Files.json(
              """
              {'units': [{'code': 'TOP'}, {'code': 'A', 'superior': 'TOP'}, {'code': 'B'}],
               'terms': [{'id': 'T1', 'level': 'PARTY', 'from': '2024-03-01', 'to': '2024-12-31'},
                         {'id': 'T2', 'level': 'PARTY', 'from': '2025-01-01', 'to': '2029-12-31'},
                         {'id': 'T3', 'level': 'TOWNSHIP', 'from': '2026-05-01', 'to': '2031-04-30'}],
               'occasionTypes': [{'id': 'SESSION', 'makesDeadlines': true}]}
              """);

  @Test
  void theFirstOfATermIsAskedInTheYearInWhichItBegins() {
    var rule =
        """
        'kind': 'QUOTA', 'times': 1, 'period': 'YEAR', 'termOf': 'PARTY', 'conditions':
          [{'attribute': 'days', 'atLeast': 2, 'atMost': 5, 'when': 'FIRST_OF_TERM'},
           {'attribute': 'annual', 'is': true}]
        """;
    assertThat(rows(rule, 2026).stream().filter(it -> it.unit().equals("A")).map(Row::conditions))
        .containsExactly(
            List.of("days at least 2 at most 5 first from 2024-03-01", "annual is true"),
            List.of("days at least 2 at most 5 first from 2025-01-01", "annual is true"),
            List.of("annual is true"));
  }

  @Test
  void ofAnOccasionItIsAskedWhereATermBeginsBetweenItsDays() {
    occasions(
        "{'id': '1', 'date': '2025-11-20'}, {'id': '2', 'date': '2026-11-20', 'follows': '1'}");
    var rule =
        """
        'kind': 'EACH_TIME', 'occasion': 'SESSION', 'timing': 'AT', 'termOf': 'TOWNSHIP',
        'conditions': [{'attribute': 'days', 'atLeast': 3, 'when': 'FIRST_OF_TERM'}]
        """;
    // The second may be prepared from 2025-01-01 to 2026-11-20.
    assertThat(rows(rule, 2026).stream().filter(it -> it.unit().equals("A")).map(Row::conditions))
        .containsExactly(List.of(), List.of("days at least 3 first from 2026-05-01"));
  }

  @Test
  void whatMustComeFirstDid() {
    assertThat(order("{'id': '1', 'date': '2026-05-06'}")).isEqualTo("KEPT");
    assertThat(order("{'id': '1', 'date': '2026-05-07'}")).isEqualTo("WRONG");
    assertThat(order("{'id': '1', 'year': 2026}")).isEqualTo("MISSING");
    assertThat(order("{'id': '1', 'date': '2026-05-05', 'cancelled': true}")).isEqualTo("MISSING");
    assertThat(order("{'id': '1', 'date': '2026-05-05', 'type': 'MEETING'}")).isEqualTo("MISSING");
    assertThat(order("{'id': '3', 'date': '2026-05-05'}")).isEqualTo("MISSING");
  }

  @Test
  void aDayOffOfWhoStandsAboveIsOffAndOneOfAnotherIsNot() {
    // 2026-11-30 is a Monday, 2026-11-28 a Saturday that is worked.
    catalogue.set(
        "calendars",
        Files.json("{'2026': {'daysOff': {}, 'makeUpWorkingDays': {'2026-11-28': '调休'}}}"));
    var rule = "'kind': 'WINDOW', 'times': 1, 'period': 'YEAR', 'due': '--11-30'";
    assertThat(due(rule)).containsExactly("A 2026-11-30", "B 2026-11-30");
    local("TOP", "{'2026-11-30': '区庆'}");
    assertThat(due(rule)).containsExactly("A 2026-11-28", "B 2026-11-30");
    local("A", "{'2026-11-30': '乡庆', '2026-11-28': '乡庆'}");
    assertThat(due(rule)).containsExactly("A 2026-11-27", "B 2026-11-30");
  }

  private List<String> due(String rule) {
    return rows(rule, 2026).stream()
        .filter(it -> it.period().equals("2026"))
        .map(it -> it.unit() + " " + it.due())
        .sorted()
        .toList();
  }

  private void local(String unit, String daysOff) {
    catalogue.set(
        "localDays", Files.json("[{'unit': '%s', 'daysOff': %s}]".formatted(unit, daysOff)));
  }

  private String order(String first) {
    occasions(first + ", {'id': '2', 'date': '2026-05-06', 'follows': '1'}");
    var rule =
        "'kind': 'EACH_TIME', 'occasion': 'SESSION', 'timing': 'NOT_BEFORE', 'requires': 'SESSION'";
    return rows(rule, 2026).stream()
        .filter(it -> it.occasion().equals("2") && it.unit().equals("A"))
        .map(Row::order)
        .findFirst()
        .orElseThrow();
  }

  private void occasions(String several) {
    catalogue.set("occasions", Files.json("[" + several + "]"));
    for (var it : catalogue.path("occasions")) {
      var occasion = (ObjectNode) it;
      occasion.put("type", occasion.path("type").asText("SESSION"));
      occasion.put("enteredOn", "2024-01-01");
    }
  }

  private List<Row> rows(String rule, int until) {
    catalogue.set(
        "obligations",
        Files.json(
            "[{'id': 'o', 'strength': 'MUST', 'inForceFrom': '2024-01-01', 'who': {'fanOut': 'PER_UNIT', 'responsible': ['A', 'B']}, 'rule': {%s}}]"
                .formatted(rule)));
    return new NaiveSchedule(catalogue, Files.anyNamespace()).until(until);
  }
}
