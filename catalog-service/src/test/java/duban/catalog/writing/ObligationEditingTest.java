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
import duban.chassis.contract.Schemas;
import duban.chassis.inbox.Inbox;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * Each test makes an obligation of its own. This package's tests run last: what they write stays.
 */
@QuarkusTest
class ObligationEditingTest {
  @Inject AgroalDataSource database;
  @Inject Inbox inbox;

  @Test
  void anotherDueDateMovesTheDeadlinesOf27DepartmentsAndPublishesExactlyThese() {
    create("o-t1", "--11-30").then().statusCode(201).body("deadlines.counts.appeared", equalTo(27));
    long sent = sent();
    JsonNode tried = body(put("obligations/o-t1?dryRun=true", obligation("o-t1", "--11-24")));
    assertThat(sent()).isEqualTo(sent);
    assertThat(etag("obligations/o-t1")).isEqualTo("\"1\"");

    Response done = put("obligations/o-t1", obligation("o-t1", "--11-24"));
    done.then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("deadlines.moved", hasSize(27))
        .body("deadlines.moved[0].from", equalTo("2028-11-30"))
        .body("deadlines.moved[0].to", equalTo("2028-11-24"))
        .body("deadlines.moved[0].why", equalTo("OBLIGATION"))
        .body("deadlines.counts.appeared", equalTo(0))
        .body("deadlines.counts.withdrawn", equalTo(0))
        .body("deadlines.counts.changed", equalTo(0));
    assertThat(body(done)).isEqualTo(tried);

    List<JsonNode> published = Caller.waiting(database, sent, "duban.deadlines");
    assertThat(published).hasSize(27);
    assertThat(Caller.number(database, "SELECT count(*) FROM outbox WHERE id > " + sent))
        .isEqualTo(27);
    assertThat(published)
        .allSatisfy(
            it -> {
              assertThat(Contracts.errors("deadline", bytes(it))).isEmpty();
              assertThat(it.path("version").asInt()).isEqualTo(2);
              assertThat(it.path("dueOn").asText()).isEqualTo("2028-11-24");
              assertThat(it.path("movedFrom").asText()).isEqualTo("2028-11-30");
            });
  }

  @Test
  void theSameAgainChangesNothingAndPublishesNothing() {
    create("o-t2", "--11-30").then().statusCode(201).header("Location", path("o-t2"));
    long sent = sent();
    create("o-t2", "--11-30").then().statusCode(200).header("ETag", "\"1\"");
    put("obligations/o-t2", obligation("o-t2", "--11-30"))
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("deadlines.counts.moved", equalTo(0));
    assertThat(sent()).isEqualTo(sent);
    create("o-t2", "--11-29")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:duban:problem:obligation-conflict"));
  }

  @Test
  void whatHappenedToADeadlineIsNotSetAsideUnconfirmed() throws Exception {
    create("o-t3", "--11-30").then().statusCode(201);
    JsonNode first = body(get("deadlines?obligation=o-t3&unit=QZF-BM-01")).path("items").path(0);
    StatusService.tells(inbox, database, first.path("id").asText(), "IN_PROGRESS", 0);
    get("deadlines?obligation=o-t3&state=IN_PROGRESS").then().body("items", hasSize(1));
    String later = obligation("o-t3", "--11-30").replace("2028-01-01", "2031-01-01");
    put("obligations/o-t3", later)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:duban:problem:confirmation-needed"))
        .body("count", equalTo(1))
        .body("deadlines[0].id", equalTo(first.path("id").asText()))
        .body("deadlines[0].unit.code", equalTo("QZF-BM-01"))
        .body("deadlines[0].state", equalTo("IN_PROGRESS"));
    assertThat(etag("obligations/o-t3")).isEqualTo("\"1\"");
    put("obligations/o-t3?confirm=true", etag("obligations/o-t3"), later)
        .then()
        .statusCode(200)
        .body("deadlines.withdrawn", hasSize(27));
  }

  @Test
  void whatStatusGivesAsAnExampleOfProgressIsUnderstood() throws Exception {
    byte[] example = Schemas.example("status-service", "progress.v1");
    String deadline =
        Contracts.json(new String(example, StandardCharsets.UTF_8)).path("deadlineId").asText();
    StatusService.tells(inbox, database, deadline, example);
    String kept =
        "SELECT count(*) FROM progress WHERE version = 3 AND state = 'IN_PROGRESS' AND counted = 1"
            + " AND deadline_id = '";
    assertThat(Caller.number(database, kept + deadline + "'")).isEqualTo(1);
  }

  @Test
  void whatIsClosedIsNotMadeAgain() throws Exception {
    create("o-t4", "--11-30").then().statusCode(201);
    String closed =
        body(get("deadlines?obligation=o-t4&unit=QZF-BM-02")).at("/items/0/id").asText();
    StatusService.tells(inbox, database, closed, "CLOSED", 0);
    put("obligations/o-t4", obligation("o-t4", "--11-24"))
        .then()
        .statusCode(200)
        .body("deadlines.counts.moved", equalTo(26));
    get("deadlines/" + closed).then().body("dueOn", equalTo("2028-11-30"));
  }

  @Test
  void oneOfTwoWritersAtOnceIsToldToLookAgain() {
    create("o-t5", "--11-30").then().statusCode(201);
    var one = later("--11-23");
    var other = later("--11-22");
    List<Integer> statuses = List.of(one.join().statusCode(), other.join().statusCode());
    assertThat(statuses).containsExactlyInAnyOrder(200, 412);
    get("obligations/o-t5")
        .then()
        .header("ETag", "\"2\"")
        .body("rule.due", equalTo(one.join().statusCode() == 200 ? "--11-23" : "--11-22"));
  }

  private static CompletableFuture<Response> later(String due) {
    return CompletableFuture.supplyAsync(
        () -> put("obligations/o-t5", "\"1\"", obligation("o-t5", due)));
  }

  @Test
  void itMustRestOnPrintedWordsAndNameUnitsThatAreThere() {
    long before = Caller.number(database, "SELECT count(*) FROM obligation");
    refused(obligation("o-t6", "--11-30").replace("每年10月份", "每年十月份"), "quote-not-printed", "quote");
    refused(
        obligation("o-t6", "--11-30").replace("\"QZF-BM\"", "\"NOBODY\""),
        "unknown-reference",
        "who");
    refused(obligation("o-t6", "--01-31"), "invalid-obligation", "rule.due");
    refused(
        obligation("o-t6", "--11-30").replace("P20D", "P900000000D"),
        "invalid-obligation",
        "rule.lead");
    put("obligations/o-039", etag("obligations/o-039"), obligation("o-t6", "--11-30"))
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:duban:problem:id-fixed"));
    assertThat(Caller.number(database, "SELECT count(*) FROM obligation")).isEqualTo(before);
  }

  private static void refused(String body, String type, String field) {
    post("obligations", body)
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:duban:problem:" + type))
        .body("field", equalTo(field));
  }

  private long sent() {
    return Caller.number(database, "SELECT coalesce(max(id), 0) FROM outbox");
  }

  private static String path(String id) {
    return io.restassured.RestAssured.baseURI
        + ":"
        + io.restassured.RestAssured.port
        + "/api/catalog/obligations/"
        + id;
  }

  private static byte[] bytes(JsonNode body) {
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Response create(String id, String due) {
    return post("obligations", obligation(id, due));
  }

  private static String obligation(String id, String due) {
    return """
    {"id": "%s", "measureId": "chaoyang-2015-T2-1", "title": "报送贯彻实施情况",
     "quote": "区政府工作部门每年10月份向人大常委会报送本部门贯彻实施1—2部法律法规的情况",
     "strength": "MUST",
     "who": {"responsible": ["QZF-BM"], "supervisor": "RDCWH-BG", "fanOut": "PER_UNIT"},
     "rule": {"kind": "WINDOW", "period": "YEAR", "times": 1, "opens": "--10-01",
              "due": "%s", "lead": "P20D"},
     "afterDue": "MAKE_UP", "inForceFrom": "2028-01-01"}
    """
        .formatted(id, due);
  }
}
