package duban.catalog.naive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The ten hardest of the source, reckoned by hand on the printed calendars of 2026 (announced) and
 * 2027 (statutory holidays only).
 */
class TenHardestTest {
  private final List<Row> rows = new NaiveSchedule(ten(), Files.anyNamespace()).until(2028);

  @Test
  void octoberEndsOnAWeekendInBothYears() {
    assertThat(dates("o-039", "QZF-BM-01"))
        .containsExactly(
            "2026 2026-10-01 2026-10-30 from 2026-10-31",
            "2027 2027-10-01 2027-10-29 from 2027-10-31",
            "2028 2028-10-01 2028-10-31");
    assertThat(of("o-039", "QZF-BM-01").get(0).latestStart()).isNull();
  }

  @Test
  void thePartyGroupReportsTwiceWithPaceAndLatestStart() {
    var both = of("o-081", "RDCWH-DZ");
    assertThat(both.get(0).pace()).containsExactly("1:2026-06-30", "2:2026-11-30");
    assertThat(both.get(0).due()).hasToString("2026-12-31");
    assertThat(both.get(0).latestStart()).hasToString("2026-11-19");
    assertThat(both.get(1).pace()).containsExactly("1:2027-06-30", "2:2027-11-30");
    assertThat(both.get(1).latestStart()).hasToString("2027-11-19");
    assertThat(both.get(1).required()).isEqualTo(2);
    assertThat(both.get(1).opens()).hasToString("2027-01-01");
  }

  @Test
  void theLatestStartOfTownshipSessionsIsAFriday() {
    var row = of("o-120a", "XRD-07").get(1);
    assertThat(row.due()).hasToString("2027-12-31");
    assertThat(row.latestStart()).hasToString("2027-12-03");
    assertThat(row.reportUntil()).hasToString("2028-01-10");
    assertThat(units("o-120a", "2026")).isEqualTo(townships());
    assertThat(of("o-120a", "XRD-07").get(0).latestStart()).hasToString("2026-12-03");
  }

  @Test
  void withoutAListOfDeputiesEachTownshipOwes() {
    assertThat(units("o-121a", "2027")).isEqualTo(townships());
    assertThat(of("o-121a", "XRD-19").get(1).latestStart()).isNull();
    assertThat(of("o-121a", "XRD-19").get(1).reportUntil()).hasToString("2028-01-10");
  }

  @Test
  void theTermThatEndsTooSoonIsLeftOut() {
    assertThat(dates("o-082", "RDCWH-DZ")).containsExactly("DISTRICT-2026 2030-11-30 2031-05-30");
  }

  @Test
  void aTermWithAYearLeftIsOwed() {
    var catalogue = ten();
    catalogue.path("obligations").forEach(it -> ((ObjectNode) it).put("inForceFrom", "2025-11-30"));
    var made = new NaiveSchedule(catalogue, Files.anyNamespace()).until(2026);
    assertThat(made.stream().filter(it -> it.obligation().equals("o-082")).map(this::dates))
        .containsExactly(
            "DISTRICT-2021 2025-11-30 2026-05-29 from 2026-05-30",
            "DISTRICT-2026 2030-11-30 2031-05-30");
  }

  @Test
  void eachCheckpointHasItsDate() {
    assertThat(of("o-062a", "QZF").stream().map(it -> it.checkpoint() + " " + dates(it)))
        .contains(
            "年初交办听方案 2026 2026-02-01 2026-04-30",
            "年中检查看进度 2026 2026-06-01 2026-08-31",
            "年底审议促落实 2026 2026-11-01 2026-12-31",
            "年初交办听方案 2027 2027-02-01 2027-04-30",
            "年中检查看进度 2027 2027-06-01 2027-08-31",
            "年底审议促落实 2027 2027-11-01 2027-12-31")
        .hasSize(9);
  }

  @Test
  void onlyThePartyCommitteeThatSaidYesIsChecked() {
    assertThat(of("o-116b", "XDW-01").stream().limit(2).map(this::dates))
        .containsExactly(
            "2026 2026-10-20 2026-11-13 from 2026-11-15", "2027 2027-10-20 2027-11-15");
    assertThat(units("o-116b", "2027")).containsExactly("XDW-01");
  }

  @Test
  void thirtyDaysBeforeTheSessionOrTheFallback() {
    assertThat(dates("o-062d", "QZF"))
        .containsExactly(
            "2027 2026-09-01 2026-12-11 from 2026-12-13", "2028 2026-09-01 2027-11-30");
  }

  @Test
  void threeMonthsAfterTheSuggestionIsTheHoliday() {
    assertThat(dates("o-057", "QZF-BM-01"))
        .containsExactly("2026 2026-02-01 2026-05-06 from 2026-05-01");
    assertThat(of("o-057", "QZF-BM-01").get(0).coDue()).hasToString("2026-03-02");
  }

  @Test
  void anAnnouncementOnAHolidayIsCheckedOnTheDayAfter() {
    assertThat(dates("o-028", "QW")).containsExactly("2026 2026-09-30 2026-10-08 from 2026-10-02");
    assertThat(of("o-028", "QW").get(0).required()).isNull();
  }

  private List<Row> of(String obligation, String unit) {
    return rows.stream()
        .filter(it -> it.obligation().equals(obligation) && it.unit().equals(unit))
        .toList();
  }

  private List<String> units(String obligation, String period) {
    return rows.stream()
        .filter(it -> it.obligation().equals(obligation) && it.period().equals(period))
        .map(Row::unit)
        .sorted()
        .toList();
  }

  private static List<String> townships() {
    return IntStream.rangeClosed(1, 19).mapToObj("XRD-%02d"::formatted).toList();
  }

  private List<String> dates(String obligation, String unit) {
    return of(obligation, unit).stream().map(this::dates).toList();
  }

  private String dates(Row it) {
    var rolled = it.rolledFrom() == null ? "" : " from " + it.rolledFrom();
    return it.period() + " " + it.opens() + " " + it.due() + rolled;
  }

  private static ObjectNode ten() {
    var catalogue = Files.shipped();
    var obligations = Files.resource("/naive/ten.json");
    obligations.forEach(it -> ((ObjectNode) it).put("inForceFrom", "2026-01-01"));
    catalogue.set("obligations", obligations);
    catalogue.setAll((ObjectNode) Files.resource("/naive/ten-occasions.json"));
    return catalogue;
  }
}
