package duban.catalog.writing;

import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Caller.post;
import static duban.catalog.writing.Duties.late;
import static duban.catalog.writing.Duties.make;
import static duban.catalog.writing.Duties.quota;
import static duban.catalog.writing.Settling.items;
import static duban.catalog.writing.Settling.settles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What waits for a person of a unit itself, and of what it owes. */
@QuarkusTest
class GapsOfAUnitTest {
  private static final String UNIT =
      "{\"id\": \"%s\", \"name\": \"%s\", \"kind\": \"%s\", \"superior\": \"QZF\"%s}";

  private static void unit(String id, String kind, String more) {
    post("units", UNIT.formatted(id, "新设的" + id, kind, more)).then().statusCode(201);
  }

  private static ObjectNode inferred(ObjectNode duty) {
    duty.putArray("inferred").addObject().put("field", "who").put("why", "原文未写主体");
    return duty;
  }

  private static List<String> ids(String unit) {
    return items("unit=" + unit, "").stream().map(it -> it.path("id").asText()).toList();
  }

  @Test
  void howAUnitStandsToTheOfficeIsSaidAndWhoSaidItIsRecorded() {
    unit(
        "GU-1", "DEPARTMENT", ", \"code\": \"GU-01\", \"inferred\": false, \"receives\": \"QZFB\"");
    JsonNode before = Caller.body(get("units/GU-1"));
    get("gaps?kind=NO_RELATION&unit=GU-01")
        .then()
        .body("items.id", contains("NO_RELATION:GU-1"))
        .body("items[0].field", equalTo("relation"))
        .body("items[0].settle.fill", contains("relation"))
        .body("items[0].sentence", equalTo("单位新设的GU-1(GU-01)的行文关系未填,其提示和清单一律不发送,请填写"));
    settles("unit=GU-1", "NO_RELATION");
    ObjectNode after = (ObjectNode) Caller.body(get("units/GU-1"));
    assertThat(after.remove("relation").asText()).isEqualTo("DEPARTMENT");
    assertThat(after.put("version", 1)).isEqualTo(before);
    get("authorship?thing=unit&id=GU-1").then().body("items", hasSize(2));
  }

  @Test
  void whatIsInferredStaysSoUntilItIsConfirmedByItself() {
    unit("GU-2", "COMMITTEE", ", \"inferred\": true");
    Settling.settle(items("kind=NO_RELATION&unit=GU-2", ""));
    assertThat(ids("GU-2")).containsExactly("INFERRED:unit:GU-2");
  }

  @Test
  void anAreaAndAGroupWhoseMembersAreKnownNeedNone() {
    unit("GU-3", "DEPARTMENT", ", \"relation\": \"DEPARTMENT\"");
    unit("GU-4", "GROUP", ", \"members\": [\"GU-3\"]");
    unit("GU-5", "AREA", "");
    unit("GU-6", "GROUP", "");
    assertThat(ids("GU-4")).isEmpty();
    assertThat(ids("GU-5")).isEmpty();
    assertThat(ids("GU-6")).containsExactly("NO_RELATION:GU-6");
    post("units", UNIT.formatted("GU-7", "撤了的", "BODY", ", \"endedOn\": \"2027-10-01\""));
    assertThat(ids("GU-7")).isEmpty();
  }

  @Test
  void whatIsMissingOfADutyIsFoundByEachWhoOwesOrOrganisesIt() {
    String related = ", \"relation\": \"DEPARTMENT\"";
    for (String id : List.of("GU-10", "GU-11", "GU-12", "GU-13", "GU-14")) {
      unit(id, "DEPARTMENT", related);
    }
    unit("GU-15", "GROUP", ", \"members\": [\"GU-11\"]");
    make(inferred(late("o-gu-own", quota(1, "YEAR"), "GU-10")));
    make(inferred(late("o-gu-group", quota(1, "YEAR"), "GU-15")));
    ObjectNode organised = inferred(late("o-gu-organised", quota(1, "YEAR"), "GU-10"));
    organised.withObject("/who").put("organiser", "GU-12").put("addressee", "GU-13");
    make(organised);
    ObjectNode asks = late("o-gu-asks", quota(1, "YEAR"), "GU-13", "GU-14");
    asks.withObject("/who").put("appliesWhen", "是否设有窗口");
    make(asks);
    assertThat(ids("GU-10"))
        .containsExactly("INFERRED:o-gu-organised:who", "INFERRED:o-gu-own:who");
    assertThat(ids("GU-11")).containsExactly("INFERRED:o-gu-group:who");
    assertThat(ids("GU-15")).containsExactly("INFERRED:o-gu-group:who");
    assertThat(ids("GU-12")).containsExactly("INFERRED:o-gu-organised:who");
    assertThat(ids("GU-13")).containsExactly("UNANSWERED:o-gu-asks:GU-13");
  }

  @Test
  void whatItsSuccessorOwesIsTheSuccessorsMatter() {
    unit("GU-20", "DEPARTMENT", ", \"relation\": \"DEPARTMENT\"");
    unit("GU-21", "DEPARTMENT", ", \"relation\": \"DEPARTMENT\"");
    make(inferred(late("o-gu-passed", quota(1, "YEAR"), "GU-21")));
    ObjectNode ended = UnitForms.of("GU-21").put("endedOn", "2027-10-01").put("successor", "GU-20");
    Caller.put("units/GU-21?confirm=true", ended.toString()).then().statusCode(200);
    assertThat(ids("GU-20")).containsExactly("INFERRED:o-gu-passed:who");
  }
}
