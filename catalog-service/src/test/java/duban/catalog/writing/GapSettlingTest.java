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
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
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
  void theDayOfAYearlyOccasionIsEntered() {
    post(
            "occasion-types",
            """
            {"id": "GA_YEARLY", "name": "推定的年会", "yearly": true, "makesDeadlines": true,
             "attributes": []}
            """)
        .then()
        .statusCode(201);
    for (int year = 2027; year <= 2028; year++) {
      List<JsonNode> gaps = yearly(year);
      assertThat(gaps)
          .singleElement()
          .satisfies(it -> assertThat(it.path("sentence").asText()).contains("推定的年会日期未定"));
      settle(gaps);
      assertThat(yearly(year)).isEmpty();
    }
  }

  @Test
  void theDayComesWithWhatRulesAskOfTheOccasion() {
    post(
            "occasion-types",
            """
            {"id": "GA_ASKED", "name": "要问的年会", "yearly": true, "attributes": ["annual"]}
            """)
        .then()
        .statusCode(201);
    make(
        late(
            "o-ga-asked",
            """
            {"kind": "EACH_TIME", "occasion": "GA_ASKED", "timing": "AFTER",
             "when": {"attribute": "annual", "is": true}}
            """,
            "JDGW-01"));
    Caller.put(
            "occasion-types/GA_ASKED",
            "{\"id\": \"GA_ASKED\", \"name\": \"要问的年会\", \"yearly\": true, \"attributes\": []}")
        .then()
        .statusCode(422)
        .body("field", equalTo("attributes"))
        .body("detail", org.hamcrest.Matchers.containsString("o-ga-asked"));
    JsonNode gap =
        items("kind=OCCASION_WITHOUT_DATE", "").stream()
            .filter(it -> it.at("/settle/body/type").asText().equals("GA_ASKED"))
            .filter(it -> it.path("year").asInt() == 2028)
            .findFirst()
            .orElseThrow();
    assertThat(gap.at("/settle/body/attributes/annual").asBoolean()).isTrue();
    assertThat(gap.at("/settle/fill").toString()).isEqualTo("[\"date\",\"attributes.annual\"]");
    settle(List.of(gap));
    get("deadlines?obligation=o-ga-asked&status=ACTIVE&period=2028")
        .then()
        .body("items.occasionOn", org.hamcrest.Matchers.not(org.hamcrest.Matchers.empty()));
  }

  @Test
  void whomAnOccasionDoesNotNameIsNamed() {
    ObjectNode duty =
        late(
            "o-ga-lead",
            """
            {"kind": "EACH_TIME", "occasion": "GA_LEFT", "timing": "AFTER", "offset": "P3M"}
            """,
            "@lead");
    post("occasion-types", "{\"id\": \"GA_LEFT\", \"name\": \"交办一件\", \"attributes\": []}")
        .then()
        .statusCode(201);
    make(duty);
    String id = "7d1c1f9e-6a55-4a77-8c93-0a2c6a7f0b11";
    post(
            "occasions",
            "{\"id\": \"%s\", \"type\": \"GA_LEFT\", \"date\": \"2028-03-01\"}".formatted(id))
        .then()
        .statusCode(201);
    get("deadlines?obligation=o-ga-lead").then().body("items.size()", equalTo(0));
    settles("obligation=o-ga-lead", "NO_RESPONSIBLE_UNIT");
    get("deadlines?obligation=o-ga-lead").then().body("items.size()", equalTo(1));
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

  private static List<JsonNode> yearly(int year) {
    List<JsonNode> gaps = items("kind=OCCASION_WITHOUT_DATE", "");
    gaps.removeIf(it -> !it.at("/settle/body/type").asText().equals("GA_YEARLY"));
    gaps.removeIf(it -> it.path("year").asInt() != year);
    return gaps;
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

  @Test
  void pagesGoThroughAllOfThemAndCountThemAll() {
    List<String> ids = new ArrayList<>();
    String after = "";
    long counted = 0;
    while (after != null) {
      Response page = get("gaps?limit=7&after=" + after);
      page.then().statusCode(200);
      ids.addAll(page.jsonPath().getList("items.id"));
      counted =
          page.jsonPath().getMap("counts").values().stream()
              .mapToLong(it -> Long.parseLong(it.toString()))
              .sum();
      after = page.path("next");
    }
    assertThat(ids).doesNotHaveDuplicates().isSorted().hasSize((int) counted);
    get("gaps?kind=INFERRED&limit=1").then().body("counts.values().sum()", equalTo((int) counted));
  }

  @Test
  void whatIsDoneWithHasNoGaps() {
    ObjectNode duty = early("o-ga12", Duties.STANDING).put("history", "DONE");
    duty.putArray("inferred").addObject().put("field", "who").put("why", "原文未写主体");
    make(duty);
    get("gaps?obligation=o-ga12").then().statusCode(200).body("items.size()", equalTo(0));
  }

  @Test
  void aFilterThatCannotBeMeantIsRefused() {
    for (String wrong : List.of("kind=NOTHING", "unit=NOBODY", "after=x", "limit=0")) {
      get("gaps?" + wrong)
          .then()
          .statusCode(400)
          .body("type", equalTo("urn:duban:problem:invalid-parameter"));
    }
  }
}
