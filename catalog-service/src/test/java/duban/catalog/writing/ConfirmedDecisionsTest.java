package duban.catalog.writing;

import static duban.catalog.writing.Caller.etag;
import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Caller.post;
import static duban.catalog.writing.Caller.put;
import static duban.catalog.writing.Duties.early;
import static duban.catalog.writing.Duties.late;
import static duban.catalog.writing.Duties.make;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.chassis.inbox.Inbox;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What would set aside a deadline to which something happened names it, and wants to be sure. */
@QuarkusTest
class ConfirmedDecisionsTest {
  private static final String ONCE = "{\"kind\": \"ONE_OFF\", \"due\": \"2028-06-30\"}";

  @Inject AgroalDataSource database;
  @Inject Inbox inbox;

  @Test
  void anOccasionThatIsCancelled() throws Exception {
    String id = occasion("CD_CANCELLED", "2028-03-01");
    make(late("o-cd1", rule("CD_CANCELLED"), "JDGW-01"));
    String deadline = begun("o-cd1");
    String cancelled = form(id, "CD_CANCELLED", "2028-03-01").put("cancelled", true).toString();
    asks("occasions/" + id, cancelled, deadline);
  }

  @Test
  void aDutyThatLapsed() throws Exception {
    make(early("o-cd2", ONCE, "JDGW-01").put("history", "PURSUED"));
    String deadline = begun("o-cd2");
    String lapsed = "{\"history\": \"LAPSED\", \"reason\": \"机构已撤销\"}";
    asks("obligations/o-cd2/history", "obligations/o-cd2", lapsed, deadline);
  }

  @Test
  void aDutyThatAnotherReplaces() throws Exception {
    make(early("o-cd3", ONCE, "JDGW-01"));
    make(late("o-cd4", ONCE, "JDGW-01").put("inForceFrom", "2020-01-01"));
    String deadline = begun("o-cd3");
    String replaces = "{\"type\": \"REPLACES\", \"status\": \"CONFIRMED\"}";
    asks("obligations/o-cd4/links/o-cd3", "obligations/o-cd4", replaces, deadline);
  }

  @Test
  void whatIsCorrectedIntoLastYearIsOverdueAndNotGone() {
    String id = occasion("CD_MOVED", "2027-01-12");
    make(late("o-cd5", rule("CD_MOVED"), "JDGW-01").put("inForceFrom", "2026-01-01"));
    String deadline = get("deadlines?obligation=o-cd5").path("items[0].id");
    put("occasions/" + id, form(id, "CD_MOVED", "2026-12-15").toString())
        .then()
        .statusCode(200)
        .body("deadlines.moved.id", equalTo(List.of(deadline)))
        .body("deadlines.moved.to", equalTo(List.of("2026-12-15")));
    get("deadlines/" + deadline).then().body("status", equalTo("ACTIVE"));
  }

  private String begun(String obligation) throws Exception {
    String deadline = get("deadlines?obligation=" + obligation).path("items[0].id");
    StatusService.tells(inbox, database, deadline, "IN_PROGRESS", 0);
    return deadline;
  }

  private static void asks(String path, String body, String deadline) {
    asks(path, path, body, deadline);
  }

  /** {@code thing} is whose version it is. */
  private static void asks(String path, String thing, String body, String deadline) {
    put(path, etag(thing), body)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:duban:problem:confirmation-needed"))
        .body("deadlines.id", equalTo(List.of(deadline)));
    get("deadlines/" + deadline).then().body("status", equalTo("ACTIVE"));
    put(path + "?confirm=true", etag(thing), body)
        .then()
        .statusCode(200)
        .body("deadlines.withdrawn.id", equalTo(List.of(deadline)));
  }

  private static String rule(String type) {
    return "{\"kind\": \"EACH_TIME\", \"occasion\": \"%s\", \"timing\": \"AT\"}".formatted(type);
  }

  private static String occasion(String type, String date) {
    post(
            "occasion-types",
            "{\"id\": \"%s\", \"name\": \"%s\", \"attributes\": []}".formatted(type, type))
        .then()
        .statusCode(201);
    String id = UUID.randomUUID().toString();
    post("occasions", form(id, type, date).toString()).then().statusCode(201);
    return id;
  }

  private static ObjectNode form(String id, String type, String date) {
    return JsonNodeFactory.instance.objectNode().put("id", id).put("type", type).put("date", date);
  }
}
