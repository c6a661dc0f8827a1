package duban.catalog.writing;

import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Caller.put;
import static duban.catalog.writing.Duties.early;
import static duban.catalog.writing.Duties.late;
import static duban.catalog.writing.Duties.make;
import static duban.catalog.writing.Duties.quota;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** How a demand went on from conference to conference. */
@QuarkusTest
class ChainReadingTest {
  private static final String REPLACES = "{\"type\": \"REPLACES\", \"status\": \"%s\"}";

  private static ObjectNode linked(ObjectNode duty, String to, String type) {
    duty.putArray("links").addObject().put("to", to).put("type", type).put("status", "PROPOSED");
    return duty;
  }

  @Test
  void aWeakerSuccessorSaysWhatChangedAndWhyItIsWeaker() {
    make(early("o-ch1", quota(2, "YEAR"), "JDGW-01", "JDGW-02"));
    make(
        linked(
            late("o-ch2", quota(1, "YEAR"), "JDGW-01").put("strength", "IN_PRINCIPLE"),
            "o-ch1",
            "REPLACES"));
    for (String id : new String[] {"o-ch1", "o-ch2"}) {
      get("obligations/" + id + "/chain")
          .then()
          .statusCode(200)
          .body("obligations.id", contains("o-ch1", "o-ch2"))
          .body("obligations[0].measure.year", equalTo(2001))
          .body("obligations[0].measure.ordinal", equalTo(2))
          .body("obligations[0].paused", equalTo(true))
          .body("obligations[1].paused", equalTo(false))
          .body("obligations[0].responsible.code", contains("JDGW-01", "JDGW-02"))
          .body("obligations[0].rule.chinese", equalTo("每年,2次会议"))
          .body("links", hasSize(1))
          .body("links[0].later", equalTo("o-ch2"))
          .body("links[0].earlier", equalTo("o-ch1"))
          .body("links[0].type", equalTo("REPLACES"))
          .body("links[0].status", equalTo("PROPOSED"))
          .body("links[0].changes.what", contains("TIMES", "STRENGTH", "WHO", "QUOTE"))
          .body("links[0].changes[0].sentence", equalTo("次数:原为“每年2次”,现为“每年1次”"))
          .body("links[0].weaker.reason", contains("FEWER_TIMES", "SOFTER", "NARROWER_CIRCLE"));
    }
  }

  @Test
  void aDecisionIsShownAndUndone() {
    make(early("o-ch3", quota(2, "YEAR"), "JDGW-03"));
    make(linked(late("o-ch4", quota(1, "HALF_YEAR"), "JDGW-03"), "o-ch3", "REPLACES"));
    for (String status : new String[] {"CONFIRMED", "REJECTED", "PROPOSED"}) {
      put(
              "obligations/o-ch4/links/o-ch3",
              Caller.etag("obligations/o-ch4"),
              REPLACES.formatted(status))
          .then()
          .statusCode(200);
      get("obligations/o-ch4/chain")
          .then()
          .body("links.status", contains(status))
          .body("links[0].weaker", empty())
          .body("links[0].changes.what", hasItems("TIMES", "PERIOD"))
          .body("obligations[0].paused", equalTo(status.equals("PROPOSED")));
    }
  }

  @Test
  void whatIsLinkedWithNothingStandsAlone() {
    make(late("o-ch5", quota(2, "YEAR"), "JDGW-04"));
    get("obligations/o-ch5/chain")
        .then()
        .statusCode(200)
        .body("obligations.id", contains("o-ch5"))
        .body("links", empty());
    get("obligations/o-999/chain")
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:duban:problem:obligation-not-known"));
  }
}
