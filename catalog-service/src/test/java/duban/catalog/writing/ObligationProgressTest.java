package duban.catalog.writing;

import static duban.catalog.writing.Caller.body;
import static duban.catalog.writing.Caller.etag;
import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Caller.put;
import static duban.catalog.writing.Drafts.create;
import static duban.catalog.writing.Drafts.obligation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import duban.catalog.Contracts;
import duban.chassis.contract.Schemas;
import duban.chassis.inbox.Inbox;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** An edit of an obligation to whose deadlines something happened already. */
@QuarkusTest
class ObligationProgressTest {
  @Inject AgroalDataSource database;
  @Inject Inbox inbox;

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
}
