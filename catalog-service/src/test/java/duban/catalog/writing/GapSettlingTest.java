package duban.catalog.writing;

import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Caller.post;
import static duban.catalog.writing.Duties.early;
import static duban.catalog.writing.Duties.late;
import static duban.catalog.writing.Duties.make;
import static duban.catalog.writing.Duties.quota;
import static duban.catalog.writing.Settling.items;
import static duban.catalog.writing.Settling.settle;
import static duban.catalog.writing.Settling.settles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each gap is settled by the one call that it names, and by no less. */
@QuarkusTest
class GapSettlingTest {
  @Inject AgroalDataSource database;

  @Test
  void whoOwesItIsSaid() {
    make(late("o-ga1", quota(1, "YEAR")));
    settles("obligation=o-ga1", "NO_RESPONSIBLE_UNIT");
  }

  @Test
  void whatIsInferredIsConfirmedFieldByField() {
    ObjectNode duty = late("o-ga2", quota(1, "YEAR"), "JDGW-01");
    var inferred = duty.putArray("inferred");
    inferred.addObject().put("field", "rule.lead").put("why", "原文未写");
    inferred.addObject().put("field", "who").put("why", "原文未写主体");
    make(duty);
    settles("obligation=o-ga2", "INFERRED", "INFERRED");
  }

  @Test
  void whetherItAppliesIsAnsweredUnitByUnit() {
    ObjectNode duty = late("o-ga3", quota(1, "YEAR"), "JDGW-01", "JDGW-02");
    duty.withObject("/who").put("appliesWhen", "是否设有人大街道工委");
    make(duty);
    settles("obligation=o-ga3", "UNANSWERED", "UNANSWERED");
    get("gaps?unit=JDGW-01&obligation=o-ga3").then().body("counts.size()", equalTo(0));
  }

  @Test
  void whatPausesAnotherIsDecidedAlsoWhenItIsDoneWithItself() {
    make(early("o-ga20", Duties.STANDING, "JDGW-01"));
    ObjectNode done = late("o-ga21", Duties.STANDING, "JDGW-01");
    done.put("history", "DONE");
    done.putArray("links")
        .addObject()
        .put("to", "o-ga20")
        .put("type", "REPLACES")
        .put("status", "PROPOSED");
    make(done);
    settles("obligation=o-ga21", "LINK_PROPOSED");
  }

  @Test
  void whatWasLaidDownEarlierIsDecided() {
    make(early("o-ga4", Duties.STANDING, "JDGW-01").put("history", "TO_DECIDE"));
    settles("obligation=o-ga4", "TO_DECIDE");
    make(early("o-ga5", "{\"kind\": \"ONE_OFF\"}", "JDGW-01").put("history", "TO_DECIDE"));
    settles("obligation=o-ga5", "TO_DECIDE");
  }

  @Test
  void theDayOfWhatIsOwedOnceIsSet() {
    make(early("o-ga6", "{\"kind\": \"ONE_OFF\"}", "JDGW-01"));
    settles("obligation=o-ga6", "NO_DATE");
    get("deadlines?obligation=o-ga6").then().body("items.size()", equalTo(1));
  }

  @Test
  void aProposedLinkIsDecided() {
    make(early("o-ga7", quota(2, "YEAR"), "JDGW-01"));
    ObjectNode later = late("o-ga8", quota(1, "YEAR"), "JDGW-01");
    later
        .putArray("links")
        .addObject()
        .put("to", "o-ga7")
        .put("type", "REPLACES")
        .put("status", "PROPOSED");
    make(later);
    settles("obligation=o-ga8", "LINK_PROPOSED");
  }

  @Test
  void theMembersOfAGroupAreListed() {
    post(
            "units",
            "{\"id\": \"GA-1\", \"name\": \"未列名单的各单位\", \"kind\": \"GROUP\", \"superior\": \"CY\"}")
        .then()
        .statusCode(201);
    make(late("o-ga9", quota(1, "YEAR"), "GA-1"));
    ObjectNode other = early("o-ga10", quota(1, "YEAR"), "GA-1");
    other.withObject("/who").put("fanOut", "PER_DEPUTY");
    make(other);
    get("gaps?unit=GA-1").then().body("items[0].obligations.size()", equalTo(2));
    settles("obligation=o-ga10", "MEMBERS_UNKNOWN");
  }

  @Test
  void aUnitThatIsNotPrintedIsConfirmed() {
    post(
            "units",
            """
            {"id": "GA-2", "code": "GA-02", "name": "推定的单位", "kind": "DEPARTMENT",
             "superior": "QZF", "relation": "DEPARTMENT", "receives": "QZFB", "aliases": ["推定"],
             "organiser": ["RDCWH-BG"], "place": "某乡", "inferred": true}
            """)
        .then()
        .statusCode(201);
    JsonNode before = Caller.body(get("units/GA-2"));
    settles("unit=GA-02", "INFERRED");
    ObjectNode after = (ObjectNode) Caller.body(get("units/GA-2"));
    assertThat(after.put("inferred", true).put("version", 1)).isEqualTo(before);
  }

  @Test
  void whatIsNoLongerQuotedIsQuotedAnew() throws SQLException {
    make(late("o-ga11", quota(1, "YEAR"), "JDGW-01"));
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          "UPDATE obligation SET body = body || '{\"quote\": \"没有这句话\"}' WHERE id = 'o-ga11'");
    }
    settles("obligation=o-ga11", "QUOTE_NOT_PRINTED");
  }

  @Test
  void theDaysOfATermAreConfirmed() {
    post(
            "terms",
            """
            {"id": "GA-TERM", "level": "PARTY", "name": "推定的一届", "from": "1951-01-01",
             "to": "1955-12-31", "inferred": true}
            """)
        .then()
        .statusCode(201);
    settle(items("kind=INFERRED", "INFERRED:term:GA-TERM"));
    assertThat(items("kind=INFERRED", "INFERRED:term:GA-TERM")).isEmpty();
  }

  @Test
  void whoHasEndedWithoutASuccessorIsReplaced() {
    post(
            "units",
            """
            {"id": "GA-END", "code": "GA-END", "name": "将撤销的单位", "kind": "DEPARTMENT",
             "superior": "QZF", "relation": "DEPARTMENT"}
            """)
        .then()
        .statusCode(201);
    make(late("o-ga-ended", quota(1, "YEAR"), "GA-END"));
    get("gaps?obligation=o-ga-ended").then().body("items.size()", equalTo(0));
    ObjectNode ended = UnitForms.of("GA-END").put("endedOn", "2027-10-01");
    Caller.put("units/GA-END?confirm=true", ended.toString()).then().statusCode(200);
    settles("obligation=o-ga-ended", "NO_RESPONSIBLE_UNIT");
  }

  @Test
  void aYearGetsItsNotice() {
    String nextButOne = "2028";
    List<JsonNode> years = items("kind=NO_CALENDAR", "NO_CALENDAR:" + nextButOne);
    if (years.isEmpty()) {
      get("calendars/" + nextButOne).then().body("provisional", equalTo(false));
      years = items("kind=NO_CALENDAR", "NO_CALENDAR:2027");
    }
    settle(years);
    assertThat(items("kind=NO_CALENDAR", years.get(0).path("id").asText())).isEmpty();
  }
}
