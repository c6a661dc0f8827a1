package duban.catalog.writing;

import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Duties.early;
import static duban.catalog.writing.Duties.late;
import static duban.catalog.writing.Duties.make;
import static duban.catalog.writing.Duties.quota;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.catalog.Contracts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each unit owes in a year. */
@QuarkusTest
class ListOfAYearTest {

  /** The rows of one obligation in a unit's list. */
  private static JsonPath list(String unit, int year) {
    return get("yearly-lists/" + year + "?unit=" + unit)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static String of(String obligation) {
    return "units[0].items.find { it.obligationId == '" + obligation + "' }";
  }

  @Test
  void tellsWhereItIsWrittenWhoWithWhomByWhenAndHowOften() {
    make(late("o-li1", quota(2, "YEAR"), "JDGW-20"));
    get("yearly-lists/2028?unit=JDGW-20")
        .then()
        .statusCode(200)
        .body("year", equalTo(2028))
        .body("units.unit.code", contains("JDGW-20"))
        .body("units[0].items.number", hasItem(1))
        .rootPath("units[0].items.find { it.obligationId == 'o-li1' }")
        .body("basis.conference", equalTo("第三次人大工作会议"))
        .body("basis.ordinal", equalTo(1))
        .body("quote", equalTo("每年至少召开2次乡人民代表大会会议"))
        .body("task", equalTo("自拟的任务要求"))
        .body("role", equalTo("RESPONSIBLE"))
        .body("responsible.code", contains("JDGW-20"))
        .body("dates", hasSize(1))
        .body("dates[0].dueOn", equalTo("2028-12-29"))
        .body("frequency.chinese", equalTo("每年,2次会议"));
    assertThat(get("yearly-lists/2027?unit=JDGW-20").asString()).doesNotContain("o-li1\"");
  }

  @Test
  void whatOnlyShouldBeDoneStandsInItWithoutADate() {
    make(late("o-li2", quota(1, "YEAR"), "JDGW-21").put("strength", "AIM"));
    make(early("o-li3", Duties.STANDING, "JDGW-21").put("history", "TO_DECIDE"));
    make(early("o-li4", "{\"kind\": \"ONE_OFF\"}", "JDGW-21"));
    make(early("o-li5", quota(1, "YEAR"), "JDGW-21"));
    ObjectNode later = late("o-li6", quota(1, "YEAR"), "JDGW-21");
    later
        .putArray("links")
        .addObject()
        .put("to", "o-li5")
        .put("type", "REPLACES")
        .put("status", "PROPOSED");
    make(later);
    JsonPath list = list("JDGW-21", 2028);
    marked(list, "o-li2", "LISTED_ONLY");
    marked(list, "o-li3", "TO_DECIDE");
    marked(list, "o-li4", "NO_DATE");
    marked(list, "o-li5", "PAUSED");
    assertThat(list.getList(of("o-li6") + ".dates")).hasSize(1);
    assertThat(list.getList("units[0].items.number", Integer.class)).isSorted().startsWith(1, 2, 3);
  }

  private static void marked(JsonPath list, String obligation, String mark) {
    assertThat(list.getList(of(obligation) + ".dates")).as(obligation).isEmpty();
    assertThat(list.getList(of(obligation) + ".marks")).as(obligation).isEqualTo(List.of(mark));
  }

  @Test
  void whatIsDoneOrReplacedIsNotOwedAnyMore() {
    make(early("o-li7", Duties.STANDING, "JDGW-22").put("history", "DONE"));
    make(early("o-li8", quota(1, "YEAR"), "JDGW-22"));
    ObjectNode later = late("o-li9", quota(1, "YEAR"), "JDGW-22");
    later
        .putArray("links")
        .addObject()
        .put("to", "o-li8")
        .put("type", "REPLACES")
        .put("status", "CONFIRMED");
    make(later);
    assertThat(list("JDGW-22", 2028).getList("units[0].items.obligationId"))
        .contains("o-li9")
        .doesNotContain("o-li7", "o-li8");
  }

  @Test
  void whoHandlesItTooFindsItInTheOwnList() {
    ObjectNode duty = late("o-li10", quota(1, "YEAR"), "JDGW-23");
    duty.withObject("/who").putArray("coHandlers").add("QZFB");
    make(duty);
    get("yearly-lists/2028?unit=QZFB")
        .then()
        .rootPath("units[0].items.find { it.obligationId == 'o-li10' }")
        .body("role", equalTo("CO_HANDLER"))
        .body("responsible.code", contains("JDGW-23"))
        .body("coHandlers.code", contains("QZFB"))
        .body("dates.dueOn", contains("2028-12-29"))
        .body("dates[0]", not(hasKey("deadlineId")));
  }

  @Test
  void whereItDoesNotApplyItIsNotListedAndWhereNobodyAnsweredItIsMarked() {
    ObjectNode duty = late("o-li11", quota(1, "YEAR"), "JDGW-18", "JDGW-19");
    duty.withObject("/who").put("appliesWhen", "是否适用");
    make(duty);
    marked(list("JDGW-18", 2028), "o-li11", "UNANSWERED");
    given()
        .contentType("application/json")
        .header("If-Match", "\"0\"")
        .body("{\"applies\": false}")
        .put("/api/catalog/obligations/o-li11/applicability/JDGW-18")
        .then()
        .statusCode(200);
    assertThat(get("yearly-lists/2028?unit=JDGW-18").asString()).doesNotContain("o-li11");
    marked(list("JDGW-19", 2028), "o-li11", "UNANSWERED");
  }

  @Test
  void aGroupIsItsMembersAndAllAreAllAndNobodyComesLast() {
    make(late("o-li12", quota(1, "YEAR")));
    make(late("o-li14", quota(1, "YEAR"), "JDGW-10", "JDGW-11"));
    get("yearly-lists/2028?unit=JDGW")
        .then()
        .body("units.unit.code", hasItems("JDGW-10", "JDGW-11"));
    JsonPath all = get("yearly-lists/2028").jsonPath();
    assertThat(all.getList("units.unit.code")).contains("QZF-BM-01", "XRD-01");
    assertThat(all.getList("units[-1].items.obligationId")).contains("o-li12");
    assertThat(all.getMap("units[-1]")).doesNotContainKey("unit");
  }

  @Test
  void isReadBySpreadsheets() {
    make(late("o-li13", quota(1, "YEAR"), "JDGW-17").put("title", "=1+1"));
    var answer = given().accept("text/csv").get("/api/catalog/yearly-lists/2028?unit=JDGW-17");
    answer.then().statusCode(200).contentType(startsWith("text/csv"));
    String csv = new String(answer.asByteArray(), StandardCharsets.UTF_8);
    assertThat(csv.charAt(0)).isEqualTo('\uFEFF');
    assertThat(csv.lines().skip(1))
        .anySatisfy(
            row ->
                assertThat(row).contains("第三次人大工作会议", "\"'=1+1\"", "\"2028-12-29", "\"每年,1次会议\""));
  }

  @Test
  void aYearAndAUnitMustBeThere() {
    for (String wrong : List.of("abc", "0999", "2028?unit=NOBODY", "9999")) {
      get("yearly-lists/" + wrong)
          .then()
          .statusCode(400)
          .body("type", equalTo("urn:duban:problem:invalid-parameter"));
    }
    assertThat(Contracts.json(get("yearly-lists/1950").asString()).path("units")).isNotNull();
  }
}
