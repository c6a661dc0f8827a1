package duban.catalog.writing;

import static duban.catalog.writing.Caller.body;
import static duban.catalog.writing.Caller.etag;
import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Caller.post;
import static duban.catalog.writing.Caller.put;
import static duban.catalog.writing.Occasions.occasion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A yearly session that each township holds: a duty before it follows that of its own unit. */
@QuarkusTest
class KeptByEachUnitTest {
  /** Of this test alone: a group of two, its type of occasions, and the duty that waits for it. */
  private final String own = "K" + UUID.randomUUID().toString().substring(0, 8);

  private final String type = "EACH_" + own.toUpperCase(java.util.Locale.ROOT);

  private void made() {
    unit(own + "-1", "");
    unit(own + "-2", "");
    unit(own, members("-1", "-2"));
    post("occasion-types", type("\"keptBy\": [\"" + own + "\"]"))
        .then()
        .statusCode(201)
        .body("result.keptBy.code", equalTo(List.of(own)));
    Duties.make(
        Duties.late(
            own,
            """
            {"kind": "EACH_TIME", "occasion": "%s", "occasionOf": "SAME_UNIT", "timing": "BEFORE",
             "offset": "-P30D", "fallbackDue": "--11-30"}
            """
                .formatted(type),
            own));
  }

  private String type(String more) {
    return "{\"id\": \"%s\", \"name\": \"乡人大年度会议\", \"yearly\": true, %s}".formatted(type, more);
  }

  private String members(String... members) {
    return "\"members\": [\"" + own + String.join("\", \"" + own, members) + "\"]";
  }

  private static String form(String id, String more) {
    return "{\"id\": \"%s\", \"name\": \"%s\", \"kind\": \"%s\"%s}"
        .formatted(
            id, "名" + id, id.contains("-") ? "BODY" : "GROUP", more.isEmpty() ? "" : ", " + more);
  }

  private static void unit(String id, String more) {
    post("units", form(id, more)).then().statusCode(201);
  }

  /** The id of the one of next year that stands. */
  private String standing(String unit) {
    List<String> ids =
        Occasions.ids("occasions?type=%s&year=2028&cancelled=false&unit=%s".formatted(type, unit));
    assertThat(ids).hasSize(1);
    return ids.get(0);
  }

  private JsonNode owed(String unit) {
    JsonNode owed = body(get("deadlines?status=ACTIVE&obligation=" + own + "&unit=" + unit));
    assertThat(owed.path("items")).hasSize(1);
    return owed.at("/items/0");
  }

  private Response dated(String unit, String date) {
    String id = standing(unit);
    return put("occasions/" + id, occasion(id, type, date, "\"unit\": \"" + unit + "\""));
  }

  @Test
  void eachHasItsOwnAndDatingOneLeavesTheOtherAlone() {
    made();
    String one = owed(own + "-1").path("id").asText();
    JsonNode other = owed(own + "-2");
    assertThat(owed(own + "-1").path("dueOn").asText()).isEqualTo("2027-11-30");
    assertThat(owed(own + "-1").path("occasionId").asText()).isEqualTo(standing(own + "-1"));
    get("deadlines/" + one + "/explanation")
        .then()
        .body("sentence", containsString("2028年乡人大年度会议(名" + own + "-1),日期未定,按备用期限"))
        .body("english", containsString("乡人大年度会议 of 2028 (of 名" + own + "-1), not dated"));
    get("obligations/" + own + "/preview?from=2028&to=2028")
        .then()
        .body("deadlines.occasionId", hasItems(standing(own + "-1"), standing(own + "-2")))
        .body("count", equalTo(2));

    dated(own + "-1", "2028-01-12")
        .then()
        .statusCode(200)
        .body("deadlines.moved.id", equalTo(List.of(one)))
        .body("deadlines.counts.appeared", equalTo(0))
        .body("deadlines.counts.withdrawn", equalTo(0));
    assertThat(owed(own + "-1").path("dueOn").asText()).isEqualTo("2027-12-13");
    assertThat(owed(own + "-2")).isEqualTo(other);
  }

  @Test
  void anotherThatOneEntersTakesOnlyThePlaceOfItsOwn() {
    made();
    String first = standing(own + "-1");
    String second = standing(own + "-2");
    String entered = UUID.randomUUID().toString();
    post("occasions", occasion(entered, type, "2028-02-15", "\"unit\": \"" + own + "-1\""))
        .then()
        .statusCode(201);
    get("occasions/" + first).then().body("cancelled", equalTo(true));
    assertThat(standing(own + "-1")).isEqualTo(entered);
    assertThat(standing(own + "-2")).isEqualTo(second);
    assertThat(owed(own + "-2").path("occasionId").asText()).isEqualTo(second);
  }

  @Test
  void whoJoinsHasOneAndItsDutyAndWhoLeavesHasNeither() {
    made();
    unit(own + "-3", "");
    String group = "units/" + own;
    String joined = form(own, members("-1", "-2", "-3"));
    JsonNode foretold = body(put(group + "?dryRun=true", joined));
    assertThat(get("occasions?type=" + type + "&year=2028").<List<?>>path("items")).hasSize(2);
    Response done = put(group, joined);
    done.then().body("deadlines.appeared.unit.code", equalTo(List.of(own + "-3")));
    assertThat(body(done)).isEqualTo(foretold);
    String third = standing(own + "-3");
    assertThat(owed(own + "-3").path("occasionId").asText()).isEqualTo(third);

    put(group, form(own, members("-2", "-3")))
        .then()
        .statusCode(200)
        .body("deadlines.withdrawn.unit.code", equalTo(List.of(own + "-1")));
    get("occasions?cancelled=false&type=%s&unit=%s-1".formatted(type, own))
        .then()
        .body("items", empty());
    assertThat(standing(own + "-3")).isEqualTo(third);
  }

  @Test
  void whoMergesHasThatOfItsSuccessorWhichOwesItOnce() {
    made();
    String second = owed(own + "-2").path("id").asText();
    put(
            "units/" + own + "-1",
            form(own + "-1", "\"endedOn\": \"2027-10-01\", \"successor\": \"%s-2\"".formatted(own)))
        .then()
        .statusCode(200)
        .body("deadlines.counts.withdrawn", equalTo(1))
        .body("deadlines.counts.appeared", equalTo(0));
    assertThat(owed(own + "-2").path("id").asText()).isEqualTo(second);
    get("occasions?cancelled=false&year=2028&type=" + type).then().body("items", hasSize(1));
  }

  @Test
  void eachThatHasNoDateIsAGapOfItsUnit() {
    made();
    String alone =
        "{\"kind\": \"EACH_TIME\", \"occasion\": \"%s\", \"occasionOf\": \"SAME_UNIT\", \"timing\": \"AT\"}";
    Duties.make(Duties.late(own + "-of-2", alone.formatted(type), own + "-2"));
    String gap = "items.find { it.occasionId == '" + standing(own + "-1") + "' }";
    Response gaps = get("gaps?kind=OCCASION_WITHOUT_DATE&limit=500");
    gaps.then()
        .body(gap + ".sentence", equalTo("2028年的乡人大年度会议(名" + own + "-1)日期未定,请补录"))
        .body(gap + ".unit.code", equalTo(own + "-1"))
        .body(gap + ".obligations", equalTo(List.of(own)))
        .body(gap + ".settle.body.unit", equalTo(own + "-1"));
    JsonNode settle = Caller.body(gaps).path("items");
    settle.forEach(
        it -> {
          if (it.path("unit").path("code").asText().equals(own + "-1")) {
            put(
                    it.at("/settle/path").asText().replace("/api/catalog/", ""),
                    it.at("/settle/ifMatch").asText(),
                    it.at("/settle/body").toString())
                .then()
                .statusCode(200);
          }
        });
    get("gaps?kind=OCCASION_WITHOUT_DATE&limit=500")
        .then()
        .body("items.unit.code", hasItem(own + "-2"))
        .body("items.unit.code", not(hasItem(own + "-1")));
  }

  @Test
  void aTypeThatIsKeptForAllAgainHasOneForAll() {
    made();
    String path = "occasion-types/" + type;
    get(path).then().body("keptBy.code", equalTo(List.of(own)));
    String again = "\"keptBy\": [\"%s\"]".formatted(own);
    assertThat(post("occasion-types", type(again)).statusCode()).isEqualTo(200);
    put(path, etag(path), type("\"makesDeadlines\": true"))
        .then()
        .statusCode(200)
        .body("result", not(hasKey("keptBy")))
        .body("deadlines.counts.withdrawn", equalTo(2))
        .body("deadlines.counts.appeared", equalTo(2));
    get("occasions?cancelled=false&type=" + type).then().body("items.unit", everyItem(nullValue()));
    assertThat(owed(own + "-1").path("occasionId")).isEqualTo(owed(own + "-2").path("occasionId"));
  }
}
