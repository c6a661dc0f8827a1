package duban.catalog.writing;

import static duban.catalog.writing.Caller.body;
import static duban.catalog.writing.Caller.etag;
import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Caller.post;
import static duban.catalog.writing.Caller.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.catalog.Contracts;
import duban.chassis.inbox.Inbox;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A newer text of the shipped catalogue comes over what staff have edited meanwhile. */
@QuarkusTest
class NewerCatalogueTest {
  private static final String EDITED = "o-062c";
  private static final String RULED = "o-041a";
  private static final String ADDED = "o-900";
  private static final String RENAMED = "QZF-BM-22";

  @Inject AgroalDataSource database;
  @Inject Inbox inbox;

  @Test
  void theSameTextAgainChangesNothing() {
    post("catalogues/shipped", "").then().statusCode(200);
    JsonNode again = body(post("catalogues/shipped", ""));
    nothing(again);
    nothing(body(post("catalogues", shipped().toString())));
  }

  @Test
  void aNewerTextTellsWhatItWouldChangeAndKeepsWhatStaffWrote() throws Exception {
    post("catalogues/shipped", "").then().statusCode(200);
    ObjectNode edited = obligation(shipped(), EDITED);
    edited.put("measureId", get("obligations/" + EDITED).<String>path("measureId"));
    edited.put("inForceFrom", get("obligations/" + EDITED).<String>path("inForceFrom"));
    JsonNode asShipped = edited.deepCopy();
    put("obligations/" + EDITED, edited.put("title", "员工改过的题目").toString()).then().statusCode(200);
    JsonNode kept = body(get("obligations/" + EDITED));

    JsonNode foretold = body(post("catalogues?dryRun=true", newer("MUST")));
    assertThat(ids(foretold.path("new"))).containsExactly(ADDED);
    assertThat(ids(foretold.path("changed"))).containsExactly(RENAMED, RULED);
    assertThat(foretold.at("/changed/0/fields").toString())
        .isEqualTo("[{\"field\":\"name\",\"here\":\"区体育局\",\"file\":\"区体育总局\"}]");
    assertThat(foretold.at("/changed/1/fields").findValuesAsText("field")).containsExactly("rule");
    assertThat(one(foretold.path("kept"), EDITED).path("fields").toString())
        .isEqualTo("[{\"field\":\"title\",\"here\":\"员工改过的题目\",\"file\":\"文件改过的题目\"}]");
    assertThat(titles(foretold.at("/deadlines/moved")))
        .containsOnly(obligation(shipped(), RULED).path("title").asText());
    assertThat(titles(foretold.at("/deadlines/appeared"))).containsOnly("新的年度计划");
    assertThat(foretold.at("/deadlines/counts/withdrawn").asInt()).isZero();
    get("obligations/" + ADDED).then().statusCode(404);
    get("units/" + RENAMED).then().body("name", equalTo("区体育局"));

    JsonNode done = body(post("catalogues", newer("MUST")));
    assertThat(done).isEqualTo(foretold);
    assertThat(body(get("obligations/" + EDITED))).isEqualTo(kept);
    get("units/" + RENAMED).then().body("name", equalTo("区体育总局"));
    get("obligations/" + RULED).then().body("rule.due", equalTo("--04-30"));
    get("deadlines?period=2028&obligation=" + RULED)
        .then()
        .body("items[0].dueOn", equalTo("2028-04-28"));
    assertThat(body(get("catalogues")).findValuesAsText("sha256"))
        .contains(done.path("sha256").asText());
    nothing(body(post("catalogues", newer("MUST"))));

    withdrawnOnlyIfConfirmed();
    JsonNode back = body(post("catalogues/shipped", ""));
    assertThat(ids(back.path("changed"))).containsExactly(RENAMED, RULED);
    assertThat(ids(back.path("absent"))).contains(ADDED);
    get("obligations/" + ADDED).then().statusCode(200);
    put("obligations/" + EDITED, asShipped.toString()).then().statusCode(200);
  }

  @Test
  void aNoticeIsTakenAlsoWhereStaffSetDaysOfAUnit() throws Exception {
    post("catalogues/shipped", "").then().statusCode(200);
    String local = "calendars/2025/local/QZF-BM-10";
    put(
            local,
            etag("calendars/2025"),
            "{\"daysOff\": {\"2025-06-03\": \"乡庆\"}, \"nothingSent\": {}}")
        .then()
        .statusCode(200);
    ObjectNode file = shipped();
    ((ObjectNode) file.at("/calendars/2025/daysOff")).put("2025-12-31", "补休");
    JsonNode done = body(post("catalogues", file.toString()));
    assertThat(ids(done.path("changed"))).contains("2025");
    assertThat(ids(done.path("kept"))).doesNotContain("2025");
    get("calendars/2025")
        .then()
        .body("daysOff", org.hamcrest.Matchers.hasKey("2025-12-31"))
        .body("local[0].daysOff", org.hamcrest.Matchers.hasKey("2025-06-03"));
    put(local, etag("calendars/2025"), "{\"daysOff\": {}, \"nothingSent\": {}}")
        .then()
        .statusCode(200);
    post("catalogues/shipped", "").then().statusCode(200);
  }

  /** A duty that is no longer owed, and to which something happened. */
  private void withdrawnOnlyIfConfirmed() throws Exception {
    String deadline = get("deadlines?period=2028&obligation=" + ADDED).path("items[0].id");
    StatusService.tells(inbox, database, deadline, "IN_PROGRESS", 0);
    post("catalogues", newer("AIM"))
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:duban:problem:confirmation-needed"))
        .body("deadlines.id", equalTo(List.of(deadline)));
    get("obligations/" + ADDED).then().body("strength", equalTo("MUST"));
    post("catalogues?confirm=true", newer("AIM"))
        .then()
        .statusCode(200)
        .body("deadlines.withdrawn.id", equalTo(List.of(deadline)));
  }

  @Test
  void whatIsWrongIsRefusedWithItsPlace() {
    ObjectNode often = shipped();
    ((ObjectNode) often.at("/units/3")).put("often", 2);
    refused(often, "units[3].often", "units[3].often is not known here; remove it");
    ObjectNode nothing = shipped();
    ((ObjectNode) nothing.at("/units/3")).putNull("name");
    refused(nothing, "units[3].name", "units[3].name is null; leave it out");
    ObjectNode untitled = shipped();
    ((ObjectNode) untitled.at("/obligations/0")).remove("title");
    refused(untitled, "obligations[0].title", "obligations[0].title must not be blank");
    ObjectNode list = shipped();
    list.putObject("units");
    refused(list, "units", "units has another form than the schema gives it");
    ObjectNode quoted = shipped();
    obligation(quoted, RULED).put("quote", "没有印过的话");
    post("catalogues", quoted.toString())
        .then()
        .statusCode(422)
        .body("field", equalTo("obligations.o-041a.quote"));
  }

  private static void refused(ObjectNode file, String field, String detail) {
    post("catalogues", file.toString())
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:duban:problem:invalid-catalogue"))
        .body("field", equalTo(field))
        .body("detail", equalTo(detail));
  }

  private static void nothing(JsonNode taken) {
    assertThat(taken.path("new")).isEmpty();
    assertThat(taken.path("changed")).isEmpty();
    assertThat(taken.at("/deadlines/counts").findValuesAsText("appeared")).containsExactly("0");
    assertThat(taken.at("/deadlines/counts").toString())
        .isEqualTo("{\"appeared\":0,\"moved\":0,\"withdrawn\":0,\"changed\":0}");
  }

  /** A title, a rule and a unit's name are otherwise, and there is one duty more. */
  private static String newer(String strength) {
    ObjectNode file = shipped();
    obligation(file, EDITED).put("title", "文件改过的题目");
    ObjectNode added = obligation(file, RULED).deepCopy();
    added
        .put("id", ADDED)
        .put("title", "新的年度计划")
        .put("strength", strength)
        .put("inForceFrom", "2028-01-01");
    ((ObjectNode) obligation(file, RULED).path("rule")).put("due", "--04-30");
    ((ArrayNode) file.path("obligations")).add(added);
    String text = file.toString();
    return text.replace("\"name\":\"区体育局\"", "\"name\":\"区体育总局\"");
  }

  private static ObjectNode obligation(ObjectNode file, String id) {
    return (ObjectNode) one(file.path("obligations"), id);
  }

  private static JsonNode one(JsonNode list, String id) {
    return StreamSupport.stream(list.spliterator(), false)
        .filter(it -> it.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> ids(JsonNode list) {
    return list.findValuesAsText("id");
  }

  private static List<String> titles(JsonNode list) {
    return list.findValuesAsText("title");
  }

  private static ObjectNode shipped() {
    try (InputStream in =
        NewerCatalogueTest.class.getResourceAsStream("/catalogue/chaoyang.json")) {
      byte[] bytes = Objects.requireNonNull(in).readAllBytes();
      return (ObjectNode) Contracts.json(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
