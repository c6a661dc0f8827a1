package duban.catalog.deadline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import duban.catalog.Contracts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DeadlinesApiTest {
  private static final String DEADLINES = "/api/catalog/deadlines";

  @Test
  void theFirstStartMakesThoseOfTheRunningAndTheNextYearInOrderOfTheirDates() {
    List<String> ids = new ArrayList<>();
    List<String> obligations = new ArrayList<>();
    List<String> dates = new ArrayList<>();
    String after = "";
    while (after != null) {
      JsonPath page = list("?limit=50&after=" + after).extract().jsonPath();
      ids.addAll(page.getList("items.id"));
      obligations.addAll(page.getList("items.obligationId"));
      dates.addAll(page.getList("items.dueOn"));
      after = page.getString("next");
    }
    assertThat(ids).doesNotHaveDuplicates();
    // In each of the two years 27 reports, 19 balances and 3 checkpoints.
    assertThat(obligations)
        .filteredOn(Set.of("o-039", "o-120a", "o-062a")::contains)
        .hasSize(2 * (27 + 19 + 3));
    assertThat(dates).isSorted();
  }

  @ParameterizedTest
  @CsvSource({
    "2027, 2027-12-31, 2027-12-03, 2028-01-10",
    "2028, 2028-12-29, 2028-12-01, 2029-01-08"
  })
  void the19TownshipsOweTwoSessionsEach(String year, String due, String latest, String report) {
    list("?obligation=o-120a&unit=XRD&period=" + year)
        .body("items", hasSize(19))
        .body("items.required", everyItem(equalTo(2)))
        .body("items.dueOn", everyItem(equalTo(due)))
        .body("items.latestStartOn", everyItem(equalTo(latest)))
        .body("items.reportUntil", everyItem(equalTo(report)));
  }

  @Test
  void aYearIsAllThatLiesInIt() {
    list("?obligation=o-063b&period=2027").body("items.period", contains("2027-H1", "2027-H2"));
    list("?obligation=o-063b&period=2027-H2").body("items.period", contains("2027-H2"));
  }

  @Test
  void the27DepartmentsReportInOctoberBeforeTheSunday31st() {
    list("?unit=QZF-BM&period=2027")
        .body("items", hasSize(27))
        .body("items.required", everyItem(equalTo(1)))
        .body("items.opensOn", everyItem(equalTo("2027-10-01")))
        .body("items.dueOn", everyItem(equalTo("2027-10-29")))
        .body("items.rolledFrom", everyItem(equalTo("2027-10-31")));
    list("?unit=QZF-BM&period=2028")
        .body("items", hasSize(27))
        .body("items.dueOn", everyItem(equalTo("2028-10-31")))
        .body("items.rolledFrom", everyItem(nullValue()));
  }

  @Test
  void theGovernmentHasThreeCheckpointsAYear() {
    list("?obligation=o-062a&unit=QZF")
        .body(
            "items.dueOn",
            equalTo(
                List.of(
                    "2027-04-30",
                    "2027-08-31",
                    "2027-12-31",
                    "2028-04-28",
                    "2028-08-31",
                    "2028-12-29")))
        .body("items[0].completes", equalTo("PLAN_HEARD"))
        .body("items[1].actor.code", equalTo("RDCWH-ZR"))
        .body("items[0].required", nullValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"deadline", "deadline-window", "deadline-checkpoint"})
  void oneIsShownAsItIsPublished(String name) {
    var example = Contracts.example(name);
    String body =
        given()
            .get(DEADLINES + "/" + example.path("id").asText())
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(Contracts.json(body)).isEqualTo(example);
  }

  @ParameterizedTest
  @CsvSource({
    "measure=chaoyang-2015-T6-1, 38",
    "topic=T3&unit=JDGW, 48",
    "conference=2001&unit=JDGW, 48",
    "conference=2010&unit=JDGW, 0",
    "obligation=o-039&period=2028, 27",
    "kind=CHECKPOINTS, 6",
    "status=WITHDRAWN, 0",
    "from=2027-10-29&to=2027-10-29, 27",
    "q=法律法规, 54",
    "q=%25, 0",
    "unit=QZF-BM-03, 2",
    "obligation=o-062a&unit=YFLY, 6"
  })
  void theListIsKeptToItsFilters(String filter, int count) {
    given()
        .urlEncodingEnabled(false)
        .get(DEADLINES + "?limit=100&" + encoded(filter))
        .then()
        .statusCode(200)
        .body("items", hasSize(count));
  }

  @ParameterizedTest
  @CsvSource({
    "from=2027-02-30, from is '2027-02-30'",
    "to=yesterday, to is 'yesterday'",
    "from=2027-03-01&to=2027-02-01, from is 2027-03-01",
    "kind=SITTING, kind is 'SITTING'",
    "status=active, status is 'active'",
    "limit=0, limit is '0'",
    "limit=501, limit is '501'",
    "after=nonsense, after is not a cursor",
    "unit=NOBODY, unit is 'NOBODY'",
    "measure=no, measure is 'no'",
    "topic=T9, topic is 'T9'",
    "unit=%00, unit contains",
    "period=2027-H3, period is '2027-H3'; give 2027",
    "period=2027H1, period is '2027H1'; give 2027"
  })
  void aValueThatMakesNoSenseIsRefusedByTheNameOfItsParameter(String filter, String detail) {
    given()
        .urlEncodingEnabled(false)
        .get(DEADLINES + "?" + filter)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:duban:problem:invalid-parameter"))
        .body("detail", containsString(detail));
  }

  @Test
  void anUnknownOneIsNamed() {
    String unknown = "00000000-0000-4000-8000-000000000000";
    given()
        .get(DEADLINES + "/" + unknown)
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:duban:problem:deadline-not-known"))
        .body("detail", containsString(unknown));
    given().get(DEADLINES + "/17").then().statusCode(400).body("detail", containsString("id"));
  }

  @Test
  void itExplainsItsDate() {
    String id = Contracts.example("deadline-window").path("id").asText();
    given()
        .get(DEADLINES + "/" + id + "/explanation")
        .then()
        .statusCode(200)
        .body("rule.kind", equalTo("WINDOW"))
        .body("group.code", equalTo("QZF-BM"))
        .body(
            "sentence",
            equalTo(
                "依据“区政府工作部门每年10月份向人大常委会报送本部门贯彻实施1—2部法律法规的情况”,"
                    + "规则为:每年10月1日至10月31日前,1份报告。期间:2027-01-01至2027-12-31。"
                    + "责任单位:区科技和信息化局(“区政府工作部门”成员)。"
                    + "启动日:2027-10-01(星期五)。"
                    + "按规则时限为2027-10-31(星期日),逢周末,提前到前一个工作日2027-10-29(星期五)。"
                    + "2027年工作日历第1版,放假安排尚未公布,日期暂定。"))
        .body(
            "english",
            equalTo(
                "By “区政府工作部门每年10月份向人大常委会报送本部门贯彻实施1—2部法律法规的情况” the rule is:"
                    + " in each year, from 1 October, by 31 October: 1 (份报告)."
                    + " Period: 2027-01-01 to 2027-12-31."
                    + " Owed by 区科技和信息化局 (a member of “区政府工作部门”)."
                    + " It opens on 2027-10-01 (Friday)."
                    + " The rule names 2027-10-31 (Sunday), a weekend;"
                    + " it goes to the working day before, 2027-10-29 (Friday)."
                    + " Calendar 2027, version 1; the days off are not announced, so the date is"
                    + " provisional."))
        .body("rolledFrom", equalTo("2027-10-31"))
        .body("inForceFrom", equalTo("2027-01-01"))
        .body("calendarVersion", equalTo(1))
        .body("inferred.field", equalTo(List.of("lead", "extension")));
  }

  private static ValidatableResponse list(String query) {
    return given().get(DEADLINES + query).then().statusCode(200);
  }

  private static String encoded(String filter) {
    return filter.replace("法律法规", "%E6%B3%95%E5%BE%8B%E6%B3%95%E8%A7%84");
  }
}
