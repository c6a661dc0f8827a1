package duban.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Units that must be told something, and for which nobody receives. */
@QuarkusTest
class GapsTest extends RunningDistrict {

  private static final String NOW = "2027-10-25T09:29:20";

  /** As in an installation to which nobody has told any contact. */
  private void nobodyReceives() {
    sql("DELETE FROM contact; INSERT INTO to_plan (deadline_id) VALUES (NULL)");
    plan(NOW);
  }

  private void ended(String contact) {
    sql("UPDATE contact SET active = false WHERE id = '" + contact + "'");
    sql("INSERT INTO to_plan (deadline_id) VALUES (NULL)");
    plan(NOW);
  }

  private static RequestSpecification staff() {
    return as("supervisor:CY", "RDCWH-BG");
  }

  private static ValidatableResponse gaps(String query) {
    return staff().get(API + "gaps" + query).then().statusCode(200);
  }

  @Test
  void whereSomebodyReceivesForEveryoneThereIsNone() {
    gaps("").body("items", empty()).body("counts", anEmptyMap()).body("next", nullValue());
  }

  @Test
  void eachUnitIsNamedWithWhatWaitsAndWhenItIsDue() {
    feed.deadline(Duty.of("WINDOW", "听取汇报", "2027-11-01", "2027-11-30").deadline()).read();
    nobodyReceives();
    gaps("?unit=QZF-BM-03")
        .body("items.id", contains("NO_CONTACT:QZF-BM-03"))
        .body("items[0].unit.code", equalTo("QZF-BM-03"))
        .body("items[0].waiting", equalTo(2))
        .body("items[0].nextDueOn", equalTo("2027-10-29"))
        .body("items[0].sentence", equalTo("QZF-BM-03尚无联系人,2项督办事项的提示无法送达,请指定"));
    assertThat(all(staff(), "gaps", "unit.code")).containsExactly("QZF", "QZF-BM-01", "QZF-BM-03");
    gaps("?limit=1").body("counts.NO_CONTACT", equalTo(3));
    gaps("?kind=CONTACT_ENDED").body("items", empty()).body("counts.NO_CONTACT", equalTo(3));
  }

  @Test
  void theCallThatItNamesSettlesItAndWhoMadeItIsRecorded() {
    sql("TRUNCATE authorship");
    nobodyReceives();
    settle("QZF-BM-03", "QZF-BM-03");
    assertThat(sql("SELECT concat_ws(' ', thing, id, unit) FROM authorship"))
        .containsExactly("contact QZF-BM-03 RDCWH-BG");
    staff()
        .get(API + "authorship?thing=contact&id=QZF-BM-03")
        .then()
        .body("items.name", everyItem(equalTo("张三")));
  }

  private void settle(String unit, String receives) {
    var call = gaps("?unit=" + unit).extract().as(JsonNode.class).get("items").get(0).get("settle");
    assertThat(call.at("/body/units/0").textValue()).isEqualTo(receives);
    assertThat(call.at("/body/email").textValue())
        .isEqualTo(receives.toLowerCase(Locale.ROOT) + "@office.example");
    assertThat(call.get("method").textValue()).isEqualTo("POST");
    assertThat(call.get("fill").toString()).isEqualTo("[\"name\",\"email\"]");
    staff()
        .body(call.get("body").toString())
        .post(call.get("path").textValue())
        .then()
        .statusCode(201);
    plan(NOW);
    gaps("?unit=" + unit).body("items", empty());
  }

  @Test
  void whoReceivedAndHasEndedIsToldFromWhoWasNeverNamed() {
    ended("QZF-BM-01");
    gaps("")
        .body("items.id", contains("CONTACT_ENDED:QZF-BM-01"))
        .body("items[0].settle.body.id", equalTo("QZF-BM-01-2"))
        .body("items[0].sentence", equalTo("QZF-BM-01的联系人已停用,1项督办事项的提示无法送达,请指定"));
    settle("QZF-BM-01", "QZF-BM-01");
  }

  @Test
  void whereAnotherUnitReceivesTheContactIsItsOwn() {
    ended("QZFB");
    gaps("").body("items", empty());
    ended("QZF");
    gaps("")
        .body("items.id", contains("CONTACT_ENDED:QZF"))
        .body("items[0].sentence", equalTo("QZF(由QZFB接收)的联系人已停用,1项督办事项的提示无法送达,请指定"));
    settle("QZF", "QZFB");
  }

  @Test
  void thePartysOfficeIsMissingAndNotTheCommitteeThatItTells() {
    feed.unit("QWB", "DEPARTMENT", "PARTY", "QW", "").read();
    nobodyReceives();
    assertThat(all(as("supervisor:CY", "QWB"), "gaps?unit=QWB", "unit.code"))
        .containsExactly("QWB");
    gaps("?unit=XDW-01").body("items", empty());
  }

  @Test
  void whoHandlesItTooIsMissingByHisOwnDate() {
    feed.deadline(
            Duty.of("WINDOW", "开展联合检查", "2027-10-01", "2027-12-31")
                .and("QFY", "区法院", "2027-11-30")
                .deadline())
        .read();
    ended("QFY");
    gaps("")
        .body("items.id", contains("CONTACT_ENDED:QFY"))
        .body("items[0].nextDueOn", equalTo("2027-11-30"));
  }

  @Test
  void whatIsDoneOrWithdrawnWaitsForNobody() {
    nobodyReceives();
    feed.progress("o-039-QZF-BM-03", 2, "CLAIMED", 1, 1).read();
    plan(NOW);
    gaps("?unit=QZF-BM-03").body("items", empty());
    gaps("?unit=QZF-BM-01").body("items.waiting", contains(1));
  }

  @Test
  void whatIsOverdueWaitsTooAndHasNoDateToCome() {
    nobodyReceives();
    sql("UPDATE deadline_copy SET body = jsonb_set(body, '{dueOn}', '\"2027-10-22\"')");
    gaps("?unit=QZF-BM-03")
        .body("items[0].waiting", equalTo(1))
        .body("items[0].nextDueOn", nullValue());
  }

  @ParameterizedTest
  @CsvSource({
    "reporter:CY, QJCY, ''",
    "reporter:QZF-BM-03, QZF-BM-03, QZF-BM-03",
    "reporter:QZF-BM-03, QZF-BM-01, ''",
    "reporter:CY, QZF, QZF",
    "supervisor:CY, RDCWH-BG, QZF QZF-BM-01 QZF-BM-03",
    "supervisor:QZF-BM-03, RDCWH-BG, QZF-BM-03",
    "supervisor:QW, QWB, ''",
    "administrator:QZF, QJCY, QZF QZF-BM-01 QZF-BM-03",
    "leader:QFY, CY, ''",
  })
  void eachSeesTheGapsOfTheseUnitsAndNoOthers(String grant, String unit, String units) {
    nobodyReceives();
    assertThat(String.join(" ", all(as(grant, unit), "gaps", "unit.code"))).isEqualTo(units);
  }

  @Test
  void whatOthersOweIsNotCountedForWhoseGrantDoesNotReachThem() {
    owed("QFY", Map.of("actor", "QJCY"));
    feed.read();
    sql(
        "UPDATE deadline_copy SET body = jsonb_set(body, '{kind}', '\"CHECKPOINTS\"') WHERE id ="
            + " 'o-039-QFY'");
    ended("QJCY");
    assertThat(all(as("supervisor:CY", "CY"), "gaps", "unit.code")).containsExactly("QJCY");
    assertThat(all(as("supervisor:QJCY", "CY"), "gaps", "unit.code")).isEmpty();
    assertThat(all(as("reporter:CY", "QJCY"), "gaps", "unit.code")).containsExactly("QJCY");
  }

  @Test
  void whoHasNoTokenSeesNoneAndWhoseRoleReadsNoneIsToldSo() {
    given().get(API + "gaps").then().statusCode(401);
    as("reader:CY", "QZF-BM-03").get(API + "gaps").then().statusCode(403);
  }
}
