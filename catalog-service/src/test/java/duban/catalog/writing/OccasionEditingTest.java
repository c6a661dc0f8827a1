package duban.catalog.writing;

import static duban.catalog.writing.Caller.body;
import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Caller.post;
import static duban.catalog.writing.Caller.put;
import static duban.catalog.writing.Occasions.ids;
import static duban.catalog.writing.Occasions.occasion;
import static duban.catalog.writing.Occasions.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OccasionEditingTest {
  private static final String ALL =
      "SELECT count(*) + coalesce(sum(version), 0) + (SELECT count(*) FROM creation) FROM occasion";

  private static final String WROTE =
      "SELECT count(*) FROM authorship WHERE thing = 'occasion' AND id = '%s'";

  @Inject AgroalDataSource database;

  private final String id = UUID.randomUUID().toString();

  @BeforeEach
  void typesOfOccasions() {
    Occasions.types();
  }

  @Test
  void oneIsEnteredOnceHoweverOftenItIsSent() {
    String meeting =
        occasion(
            id,
            "O_MEETING",
            "2031-03-04",
            """
            "name": "第十次会议", "unit": "RDCWH", "attributes": {"oHours": 2.5, "oPublic": true},
            "lead": ["QFY"]
            """);
    JsonNode made = body(post("occasions", meeting));
    assertThat(made.at("/result/unit/code").asText()).isEqualTo("RDCWH");
    get("occasions/" + id)
        .then()
        .header("ETag", "\"1\"")
        .body("type", equalTo("O_MEETING"))
        .body("year", equalTo(2031))
        .body("enteredOn", equalTo("2027-10-25"))
        .body("attributes.oHours", equalTo(2.5f))
        .body("lead.code", equalTo(List.of("QFY")))
        .body("cancelled", equalTo(false));
    post("occasions", meeting).then().statusCode(200).body("result.id", equalTo(id));
    post("occasions", meeting.replace("第十次", "第九次"))
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:duban:problem:occasion-conflict"));
  }

  @Test
  void oneIsMovedAndCancelledUnderItsId() {
    post("occasions", occasion(id, "O_MEETING", "2031-04-01", ""))
        .then()
        .statusCode(201)
        .header("Location", endsWith("/api/catalog/occasions/" + id));
    String moved = occasion(id, "O_MEETING", "2032-04-02", "");
    put("occasions/" + id, null, moved).then().statusCode(428);
    put("occasions/" + id, "\"1\"", moved)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("result.year", equalTo(2032))
        .body("result.enteredOn", equalTo("2027-10-25"))
        .body("deadlines.counts.moved", equalTo(0));
    put("occasions/" + id, "\"1\"", moved)
        .then()
        .statusCode(412)
        .body("current.date", equalTo("2032-04-02"));
    put("occasions/" + id, "\"2\"", moved).then().statusCode(200).header("ETag", "\"2\"");
    put("occasions/" + id, "\"2\"", occasion(id, "O_MEETING", "2032-04-02", "\"cancelled\": true"))
        .then()
        .statusCode(200)
        .body("result.cancelled", equalTo(true));
    assertThat(ids("occasions?type=O_MEETING&year=2032")).contains(id);
    assertThat(ids("occasions?type=O_MEETING&year=2032&cancelled=false")).doesNotContain(id);
    assertThat(ids("occasions?type=O_MEETING&cancelled=true")).contains(id);
    // Where it was is free again.
    post("occasions", occasion(UUID.randomUUID().toString(), "O_MEETING", "2032-04-02", ""))
        .then()
        .statusCode(201);
  }

  @Test
  void whatIsOnlyTriedIsNotStored() {
    long before = Caller.number(database, ALL);
    String one = occasion(id, "O_MEETING", "2031-05-06", "");
    JsonNode foretold = body(post("occasions?dryRun=true", one));
    post("occasions/batch?dryRun=true", plan(one)).then().statusCode(200);
    get("occasions/" + id).then().statusCode(404);
    assertThat(Caller.number(database, ALL)).isEqualTo(before);
    assertThat(body(post("occasions", one))).isEqualTo(foretold);
    put("occasions/" + id + "?dryRun=true", "\"1\"", occasion(id, "O_MEETING", "2031-05-07", ""))
        .then()
        .statusCode(200)
        .header("ETag", nullValue())
        .body("result.date", equalTo("2031-05-07"));
    get("occasions/" + id).then().body("date", equalTo("2031-05-06"));
  }

  @Test
  void aYearIsPlannedAllOrNothing() {
    String other = UUID.randomUUID().toString();
    String january = occasion(id, "O_MEETING", "2033-01-10", "");
    String february =
        occasion(other, "O_MEETING", "2033-02-10", "\"follows\": \"%s\"".formatted(id));
    post("occasions/batch", plan(january, february.replace("O_MEETING", "O_NONE")))
        .then()
        .statusCode(422)
        .body("field", equalTo("occasions[1].type"));
    post("occasions/batch", plan(january, january.replace(id, other)))
        .then()
        .statusCode(422)
        .body("field", equalTo("occasions[1].date"));
    post("occasions/batch", plan(january, january))
        .then()
        .statusCode(422)
        .body("field", equalTo("occasions[1].id"));
    get("occasions/" + id).then().statusCode(404);
    post("occasions/batch", plan(january, february))
        .then()
        .statusCode(201)
        .body("result.occasions.id", equalTo(List.of(id, other)))
        .body("deadlines.counts.appeared", equalTo(0));
    post("occasions/batch", plan(january, february)).then().statusCode(200);
    post("occasions", january).then().statusCode(200);
    String third = UUID.randomUUID().toString();
    String march = occasion(third, "O_MEETING", "2033-03-10", "");
    post("occasions/batch", plan(january, february.replace("02-10", "02-11"), march))
        .then()
        .statusCode(409);
    get("occasions/" + third).then().statusCode(404);
    post("occasions/batch", plan(january, february, march)).then().statusCode(201);
    assertThat(Caller.number(database, WROTE.formatted(other))).isEqualTo(1);
    assertThat(Caller.number(database, WROTE.formatted(third))).isEqualTo(1);
  }

  @Test
  void theListGoesByDateAndAYearWithoutOneComesFirst() {
    String later = UUID.randomUUID().toString();
    String undated = UUID.randomUUID().toString();
    post(
            "occasions/batch",
            plan(
                occasion(later, "O_YEARLY", "2051-05-05", "\"unit\": \"QFY\""),
                occasion(id, "O_YEARLY", "2051-02-02", "\"unit\": \"QJCY\""),
                occasion(undated, "O_YEARLY", null, "\"year\": 2051, \"unit\": \"QFY\"")))
        .then()
        .statusCode(201);
    String list = "occasions?type=O_YEARLY&year=2051";
    assertThat(ids(list)).containsExactly(undated, id, later);
    String next = get(list + "&limit=2").path("next");
    assertThat(ids(list + "&limit=2&after=" + next)).containsExactly(later);
    assertThat(ids(list + "&unit=QFY")).containsExactly(undated, later);
    assertThat(ids(list + "&from=2051-03-01")).containsExactly(undated, later);
    assertThat(ids(list + "&to=2051-03-01")).containsExactly(undated, id);
    assertThat(ids("occasions?type=O_YEARLY&from=2052-01-01")).isEmpty();
    get("occasions?year=1000").then().statusCode(400);
    get("occasions?cancelled=maybe").then().statusCode(400);
    get("occasions?unit=NOBODY").then().statusCode(400);
  }
}
