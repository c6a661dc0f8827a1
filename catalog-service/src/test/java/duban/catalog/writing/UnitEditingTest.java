package duban.catalog.writing;

import static duban.catalog.writing.Caller.body;
import static duban.catalog.writing.Caller.etag;
import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Caller.post;
import static duban.catalog.writing.Caller.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import duban.catalog.Contracts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class UnitEditingTest {
  @Inject AgroalDataSource database;

  @Test
  void aSuccessorTakesOverWhatIsRunningUnderTheSameIdAndOwesOnceFromTheNextPeriodOn() {
    String running = id("XRD-18", "2027");
    String next = id("XRD-18", "2028");
    long sent = sent();
    String ended = township("XRD-18", "\"endedOn\": \"2027-10-01\", \"successor\": \"XRD-19\",");
    put("units/XRD-18", ended)
        .then()
        .statusCode(200)
        .body("result.successor.code", equalTo("XRD-19"))
        .body(sessions("changed") + ".id", equalTo(List.of(running)))
        .body(sessions("changed") + ".unit.code", equalTo(List.of("XRD-19")))
        .body(sessions("changed") + ".unitFrom.code", equalTo(List.of("XRD-18")))
        .body(sessions("withdrawn") + ".id", equalTo(List.of(next)))
        .body("deadlines.withdrawn.period.unique()", equalTo(List.of("2028")));
    get("deadlines/" + running).then().body("unit.code", equalTo("XRD-19"));
    get("deadlines?obligation=o-120a&unit=XRD-19&status=ACTIVE").then().body("items", hasSize(3));
    List<JsonNode> published = Caller.waiting(database, sent, "duban.units");
    assertThat(published).hasSize(1);
    assertThat(published.get(0).path("endedOn").asText()).isEqualTo("2027-10-01");
    assertThat(published)
        .allSatisfy(
            it ->
                assertThat(Contracts.errors("unit", it.toString().getBytes(StandardCharsets.UTF_8)))
                    .isEmpty());

    put("units/XRD-18", township("XRD-18", "")).then().statusCode(200);
    get("deadlines/" + running).then().body("unit.code", equalTo("XRD-18"));
    get("deadlines/" + next).then().body("status", equalTo("ACTIVE"));
  }

  @Test
  void aSuccessorThatOwesNothingItselfTakesOverEachDutyOfTheMergedOnce() {
    post("units", unit("XRD-20", "合并乡人大", "")).then().statusCode(201);
    String first = id("XRD-16", "2028");
    end("XRD-16", "XRD-20");
    end("XRD-17", "XRD-20").body(sessions("withdrawn"), hasSize(1));
    get("deadlines?obligation=o-120a&unit=XRD-20&period=2027&status=ACTIVE")
        .then()
        .body("items", hasSize(2));
    get("deadlines?obligation=o-120a&unit=XRD-20&period=2028&status=ACTIVE")
        .then()
        .body("items", hasSize(1))
        .body("items[0].id", equalTo(first));
    put("units/XRD-16", township("XRD-16", "")).then().statusCode(200);
    put("units/XRD-17", township("XRD-17", "")).then().statusCode(200);
  }

  /** Those of the township's sessions among what changed, or was withdrawn. */
  private static String sessions(String what) {
    return "deadlines." + what + ".findAll { it.title == '召开乡人民代表大会会议' }";
  }

  private static io.restassured.response.ValidatableResponse end(String code, String successor) {
    String ended =
        township(code, "\"endedOn\": \"2027-10-01\", \"successor\": \"%s\",".formatted(successor));
    return put("units/" + code, ended).then().statusCode(200);
  }

  @Test
  void aNewNameIsPublishedWithEveryUnitThatUsesIt() {
    post("units", unit("U-A", "甲", "")).then().statusCode(201).header("ETag", "\"1\"");
    post("units", unit("U-G", "甲组", "\"members\": [\"U-A\"],")).then().statusCode(201);
    long sent = sent();
    put("units/U-A", unit("U-A", "甲局(改)𠮷", "")).then().statusCode(200);
    List<JsonNode> published = Caller.waiting(database, sent, "duban.units");
    assertThat(published).hasSize(2);
    get("units/U-G").then().header("ETag", "\"2\"").body("members[0].name", equalTo("甲局(改)𠮷"));
    get("units?group=U-G").then().body("items", hasSize(1));
  }

  @ParameterizedTest
  @CsvSource({
    "CY, '\"superior\": \"QW\",', unit-circle, superior",
    "QWB, '\"successor\": \"QW\",', invalid-unit, endedOn",
    "QWB, '\"endedOn\": \"2027-10-26\",', invalid-unit, endedOn",
    "QWB, '\"members\": [\"QWB\"],', unit-circle, members",
    "QWB, '\"successor\": \"QWB\", \"endedOn\": \"2027-10-01\",', unit-circle, successor",
    "QWB, '\"receives\": \"NOBODY\",', unknown-reference, receives"
  })
  void whatCannotBeIsRefused(String id, String more, String type, String field) {
    JsonNode before = body(get("units/" + id));
    put("units/" + id, unit(id, "改", more))
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:duban:problem:" + type))
        .body("field", equalTo(field));
    assertThat(body(get("units/" + id))).isEqualTo(before);
  }

  @Test
  void anEditNeedsTheVersionThatItStartsFrom() {
    String etag = etag("units/QWB");
    put("units/QWB", null, unit("QWB", "改", "")).then().statusCode(428).header("ETag", etag);
    put("units/QWB", "\"99\"", unit("QWB", "改", "")).then().statusCode(412).header("ETag", etag);
    put("units/QWB", "3", unit("QWB", "改", "")).then().statusCode(400);
    post("units", unit("U-B", "乙", "\"code\": \"QWB\","))
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:duban:problem:code-taken"));
  }

  private long sent() {
    return Caller.number(database, "SELECT coalesce(max(id), 0) FROM outbox");
  }

  private static String id(String unit, String period) {
    return body(get("deadlines?obligation=o-120a&unit=" + unit + "&period=" + period))
        .at("/items/0/id")
        .asText();
  }

  private static String township(String code, String more) {
    JsonNode now = body(get("units/" + code));
    return """
        {"id": "%s", "name": "%s", "kind": "BODY", "superior": "CY", "relation": "GUIDED", %s
         "receives": "%s", "place": "%s", "inferred": true}
        """
        .formatted(
            code,
            now.path("name").asText(),
            more,
            now.at("/receives/id").asText(),
            now.path("place").asText());
  }

  private static String unit(String id, String name, String more) {
    return "{\"id\": \"%s\", %s \"name\": \"%s\", \"kind\": \"BODY\"}".formatted(id, more, name);
  }
}
