package duban.catalog.writing;

import static duban.catalog.writing.Caller.body;
import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Caller.post;
import static duban.catalog.writing.Caller.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import duban.catalog.Contracts;
import duban.chassis.inbox.Inbox;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The first session of a township's term must last two days: of the balance of a year only what
 * that asks of it depends on a term, never its date. What is owed once in a term is due at its end.
 */
@QuarkusTest
class TermEditingTest {
  private static final String RUNNING = "TOWNSHIP-2026";
  private static final String ONCE_A_TERM = "当面向选民述职(乡代表)";
  private static final List<String> NEXT = List.of("TOWNSHIP-A", "TOWNSHIP-B");

  @Inject AgroalDataSource database;
  @Inject Inbox inbox;

  @AfterEach
  void asShipped() {
    for (String next : NEXT) {
      if (get("terms/" + next).statusCode() == 200) {
        int far = 2040 + 5 * NEXT.indexOf(next);
        put("terms/" + next, term(next, far + "-01-01", far + 4 + "-12-31")).then().statusCode(200);
      }
    }
    put("terms/" + RUNNING, term(RUNNING, "2026-12-01", "2031-11-30")).then().statusCode(200);
  }

  @Test
  void aTermThatEndsAndOneThatFollowsAskForItsFirstSessionInTheYearInWhichItBegins() {
    String next = NEXT.get(0);
    long sent = sent();
    put("terms/" + RUNNING, term(RUNNING, "2026-12-01", "2028-03-31"))
        .then()
        .statusCode(200)
        .body("result.to", equalTo("2028-03-31"))
        .body("deadlines.counts.values().sum()", equalTo(19))
        .body("deadlines.moved.title.unique()", is(ONCE_A_TERM))
        .body("deadlines.moved.to.unique()", is("2028-03-31"));
    assertThat(sessions(sent)).isEmpty();

    JsonNode foretold = body(post("terms?dryRun=true", term(next, "2028-04-01", "2032-12-31")));
    get("terms/" + next).then().statusCode(404);
    Response made = post("terms", term(next, "2028-04-01", "2032-12-31"));
    onlyChanged(made, 19).statusCode(201).body("deadlines.changed.period.unique()", is("2028"));
    made.then()
        .body("deadlines.counts.appeared", equalTo(19))
        .body("deadlines.appeared.period.unique()", is(next));
    assertThat(body(made)).isEqualTo(foretold);
    asked(sessions(sent), 19, "2028-04-01");
  }

  @Test
  void aTermThatBeginsOnAnotherDayAsksFromThatDayAndOneThatLeavesTheYearNoMore() {
    String next = NEXT.get(1);
    put("terms/" + RUNNING, term(RUNNING, "2026-12-01", "2028-03-31"));
    post("terms", term(next, "2028-04-01", "2032-12-31")).then().statusCode(201);
    long sent = sent();
    JsonNode foretold =
        body(put("terms/" + next + "?dryRun=true", term(next, "2028-04-10", "2032-12-31")));
    assertThat(sessions(sent)).isEmpty();
    Response moved = put("terms/" + next, term(next, "2028-04-10", "2032-12-31"));
    onlyChanged(moved, 19).statusCode(200);
    assertThat(body(moved)).isEqualTo(foretold);
    asked(sessions(sent), 19, "2028-04-10");
    put("terms/" + next, term(next, "2028-04-10", "2032-12-31"))
        .then()
        .body("deadlines.counts.values().sum()", equalTo(0));

    long later = sent();
    onlyChanged(put("terms/" + next, term(next, "2029-01-10", "2032-12-31")), 19);
    asked(sessions(later), 19, null);
  }

  @Test
  void whatIsFinishedIsNotMadeAgainAndWhatOnlyHasItsCountIs() throws Exception {
    String closed = id("XRD-05");
    String counted = id("XRD-06");
    StatusService.tells(inbox, database, closed, "CLOSED", 2);
    StatusService.tells(inbox, database, counted, "IN_PROGRESS", 2);
    JsonNode before = body(get("deadlines/" + closed));
    String first = term(RUNNING, "2027-01-12", "2031-11-30");
    onlyChanged(put("terms/" + RUNNING + "?dryRun=true", first), 18)
        .body("deadlines.changed.id", not(hasItem(closed)));
    onlyChanged(put("terms/" + RUNNING, first), 18)
        .body("deadlines.changed.id", not(hasItem(closed)))
        .body("deadlines.changed.id", hasItem(counted));
    assertThat(body(get("deadlines/" + closed))).isEqualTo(before);
    get("deadlines/" + counted).then().body("conditions.firstFrom", hasItem("2027-01-12"));
  }

  @Test
  void aTermOfAnotherLevelChangesNothingInTheTownships() {
    String district = "DISTRICT-2026";
    put("terms/" + district, term(district, "2027-01-20", "2031-11-30"))
        .then()
        .statusCode(200)
        // The townships answer for the deputies of the district that live there, by its term.
        .body("deadlines.changed.period.unique()", is(district));
    put("terms/" + district, term(district, "2026-12-01", "2031-11-30")).then().statusCode(200);
  }

  private static io.restassured.response.ValidatableResponse onlyChanged(Response done, int many) {
    return done.then()
        .body(sessionsAmong("changed"), hasSize(many))
        .body(sessionsAmong("appeared"), hasSize(0))
        .body(sessionsAmong("moved"), hasSize(0))
        .body(sessionsAmong("withdrawn"), hasSize(0))
        .body("deadlines.changed.why", everyItem(equalTo("TERM")));
  }

  private static String sessionsAmong(String what) {
    return "deadlines." + what + ".findAll { it.title == '召开乡人民代表大会会议' }";
  }

  /** Each is published once, and asks for two days from the given day, if any. */
  private static void asked(List<JsonNode> published, int many, String from) {
    assertThat(published)
        .hasSize(many)
        .allSatisfy(
            it -> {
              byte[] body = it.toString().getBytes(StandardCharsets.UTF_8);
              assertThat(Contracts.errors("deadline", body)).isEmpty();
              assertThat(it.path("conditions").findValuesAsText("firstFrom"))
                  .isEqualTo(from == null ? List.of() : List.of(from));
            });
  }

  private static org.hamcrest.Matcher<List<String>> is(String only) {
    return equalTo(List.of(only));
  }

  /** Of the townships' sessions, what was published since. */
  private List<JsonNode> sessions(long sent) {
    return Caller.waiting(database, sent, "duban.deadlines").stream()
        .filter(it -> it.path("obligationId").asText().equals("o-120a"))
        .toList();
  }

  private long sent() {
    return Caller.number(database, "SELECT coalesce(max(id), 0) FROM outbox");
  }

  private static String id(String unit) {
    return body(get("deadlines?obligation=o-120a&period=2027&unit=" + unit))
        .at("/items/0/id")
        .asText();
  }

  private static String term(String id, String from, String to) {
    return """
        {"id": "%s", "level": "%s", "from": "%s", "to": "%s", "inferred": true}
        """
        .formatted(id, id.substring(0, id.indexOf('-')), from, to);
  }
}
