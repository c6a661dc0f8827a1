package duban.catalog.writing;

import static duban.catalog.writing.Caller.etag;
import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Caller.post;
import static duban.catalog.writing.Caller.put;
import static duban.catalog.writing.Drafts.create;
import static duban.catalog.writing.Drafts.obligation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * Each test makes an obligation of its own. This package's tests run last: what they write stays.
 */
@QuarkusTest
class ObligationEditingTest {
  @Inject AgroalDataSource database;

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
        "who.responsible[0]");
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
}
