package duban.catalog.naive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Sentences of the description that the ten hardest do not reach, each on days reckoned by hand.
 */
class NaiveRulesTest {
  private final ObjectNode catalogue =
      (ObjectNode)
          Files.json(
              """
              {'units': [{'code': 'A'}, {'code': 'B'}, {'code': 'C'}],
               'terms': [{'id': 'T1', 'level': 'PARTY', 'from': '2024-03-01', 'to': '2024-12-31'},
                         {'id': 'T2', 'level': 'PARTY', 'from': '2025-01-01', 'to': '2029-12-31'}]}
              """);

  @Test
  void theFirstWeekOfAYearMayBeginInTheYearBefore() {
    // Monday 2024-12-30 has its Thursday in 2025; 2026 has 53 weeks.
    var rows = made("'period': 'WEEK', 'opens': 'P1D', 'due': '-P2D'", "2024-12-30", 2026);
    assertThat(rows.get(0)).startsWith("2025-W01 2024-12-31 2025-01-03");
    assertThat(rows.get(104)).startsWith("2026-W53 2026-12-29 2027-01-01");
    assertThat(rows).hasSize(105);
  }

  @Test
  void eachSecondOfTheMonthsThatRemain() {
    assertThat(made("'period': 'MONTH', 'months': [2, 3, 9], 'every': 2", "2027-02-02", 2028))
        .extracting(it -> it.substring(0, 7))
        .containsExactly("2027-03", "2028-02", "2028-09");
  }

  @Test
  void aDayThatTheMonthDoesNotHaveIsItsLast() {
    assertThat(made("'period': 'YEAR', 'opens': '--02-01', 'due': '--02-29'", "2027-01-01", 2028))
        .containsExactly("2027 2027-02-01 2027-02-26", "2028 2028-02-01 2028-02-29");
    assertThat(made("'period': 'MONTH', 'months': [4], 'opens': '---31'", "2026-01-01", 2026))
        .containsExactly("2026-04 2026-04-30 2026-04-30");
  }

  @Test
  void halfYearsAndQuartersReckonFromTheirEnds() {
    // 2027-06-30 less two months is 04-30, a Friday; 2027-10-31 is a Sunday.
    assertThat(made("'period': 'HALF_YEAR', 'opens': 'P1M10D', 'due': '-P2M'", "2027-01-01", 2027))
        .containsExactly("2027-H1 2027-02-11 2027-04-30", "2027-H2 2027-08-11 2027-10-29");
    assertThat(made("'period': 'QUARTER', 'due': 'P89D'", "2027-01-01", 2027).get(0))
        .isEqualTo("2027-Q1 2027-01-01 2027-03-31");
  }

  @Test
  void whatFallsOutsideAShortTermFallsOnItsNearestDay() {
    var term = "'period': 'TERM', 'termOf': 'PARTY', ";
    assertThat(made(term + "'opens': '-P12M', 'due': '-P6M'", "2024-03-01", 2024))
        .containsExactly("T1 2024-03-01 2024-06-28"); // 2024-06-30 is a Sunday
    // Opens 2024-09-01, after its due date.
    assertThat(made(term + "'opens': 'P6M', 'due': '-P8M'", "2024-03-01", 2024))
        .containsExactly("T1 2024-04-30 2024-04-30");
  }

  @Test
  void aWindowWithoutAWorkingDayOpensWhereItsDateRolled() {
    var weekend = "'period': 'YEAR', 'opens': '--05-15', 'due': '--05-16'"; // Saturday, Sunday
    assertThat(made(weekend, "2027-01-01", 2027)).containsExactly("2027 2027-05-14 2027-05-14");
    assertThat(made(weekend + ", 'roll': 'NEXT'", "2027-01-01", 2027))
        .containsExactly("2027 2027-05-17 2027-05-17");
  }

  @Test
  void theCheckOfATermLiesInTheLastYearThatHoldsItsDay() {
    var check = "'kind': 'STANDING', 'review': 'TERM', 'termOf': 'PARTY', 'reviewDue': ";
    assertThat(rows(check + "'--02-01'", "2024-03-01", 2025))
        // T1 never holds 1 February; 2029-02-01 is a Thursday.
        .containsExactly("T1 2024-10-20 2024-12-31", "T2 2029-01-01 2029-02-01");
    assertThat(rows(check + "'--05-10'", "2024-03-01", 2024))
        .containsExactly("T1 2024-03-01 2024-05-10");
  }

  @Test
  void oneOffOpensOnTheDayItCameIntoForceOrWhenItIsDue() {
    assertThat(rows("'kind': 'ONE_OFF', 'due': '2027-05-15'", "2027-03-01", 2027))
        .containsExactly("2027 2027-03-01 2027-05-14");
    assertThat(rows("'kind': 'ONE_OFF', 'due': '2027-05-13'", "2027-06-01", 2027))
        .containsExactly("2027 2027-05-13 2027-05-13");
  }

  @Test
  void aRunningDutyPassesOnAndLaterOnesAreOwedOnce() {
    var a = (ObjectNode) catalogue.path("units").path(0);
    a.put("endedOn", "2027-06-01").put("successor", "B");
    obligation("'kind': 'QUOTA', 'times': 1, 'period': 'YEAR'", "2027-01-01");
    var rows = new NaiveSchedule(catalogue, Files.anyNamespace()).until(2028);
    assertThat(rows)
        .extracting(it -> it.period() + " " + it.unit())
        .containsExactly("2027 B", "2027 B", "2028 B");
    assertThat(rows).extracting(Row::id).doesNotHaveDuplicates();
  }

  @Test
  void whoJoinedOwesFromTheNextPeriod() {
    var group = "{'code': 'A', 'kind': 'GROUP', 'members': ['B', 'C'], 'memberSince': {'C': '%s'}}";
    var joins = new String[] {"2027-01-01", "2027-01-02"};
    var sizes = new int[] {4, 3};
    for (var i = 0; i < 2; i++) {
      catalogue.withArray("units").set(0, Files.json(group.formatted(joins[i])));
      obligation("'kind': 'QUOTA', 'times': 1, 'period': 'YEAR'", "2027-01-01");
      catalogue.withArray("obligations").path(0).withObject("who").putArray("responsible").add("A");
      assertThat(new NaiveSchedule(catalogue, Files.anyNamespace()).until(2028)).hasSize(sizes[i]);
    }
  }

  @Test
  void aProposedSuccessorPausesAndAConfirmedOneEnds() {
    assertThat(replaced("PROPOSED")).isEmpty();
    assertThat(replaced("CONFIRMED")).containsExactly("2026", "2027");
    assertThat(replaced("REJECTED")).containsExactly("2026", "2027", "2028");
  }

  @Test
  void anIdIsTheVersionFiveOfTheRfc() {
    // The example of RFC 9562, appendix A.4.
    var dns = java.util.UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    assertThat(NaiveId.of(dns, "www.example.com"))
        .isEqualTo("2ed6657d-e927-568b-95e1-2665a8aea6a2");
  }

  private List<String> replaced(String status) {
    obligation("'kind': 'QUOTA', 'times': 1, 'period': 'YEAR'", "2026-01-01");
    catalogue
        .withArray("obligations")
        .add(
            Files.json(
                "{'id': 'p', 'strength': 'AIM', 'inForceFrom': '2027-07-01', 'links':"
                    + " [{'to': 'o', 'type': 'REPLACES', 'status': '%s'}]}".formatted(status)));
    return new NaiveSchedule(catalogue, Files.anyNamespace())
        .until(2028).stream().filter(it -> it.unit().equals("A")).map(Row::period).toList();
  }

  private List<String> made(String days, String from, int until) {
    return rows("'kind': 'WINDOW', 'times': 1, " + days, from, until);
  }

  private List<String> rows(String rule, String from, int until) {
    obligation(rule, from);
    return new NaiveSchedule(catalogue, Files.anyNamespace())
        .until(until).stream()
            .filter(it -> it.unit().equals("A"))
            .map(it -> it.period() + " " + it.opens() + " " + it.due())
            .toList();
  }

  private void obligation(String rule, String from) {
    catalogue.set(
        "obligations",
        Files.json(
            "[{'id': 'o', 'strength': 'MUST', 'inForceFrom': '%s', 'who': {'fanOut': 'PER_UNIT', 'responsible': ['A', 'B']}, 'rule': {%s}}]"
                .formatted(from, rule)));
  }
}
