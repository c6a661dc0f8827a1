package duban.catalog.writing;

import static duban.catalog.writing.Caller.etag;
import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Caller.put;
import static duban.catalog.writing.Drafts.create;
import static duban.catalog.writing.Drafts.obligation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.catalog.Contracts;
import duban.chassis.inbox.Inbox;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What is finished is explained by what it was made from, whatever became of that since. */
@QuarkusTest
class FormerRuleTest {
  private static final String GROUP = "units/QZF-BM";

  @Inject AgroalDataSource database;
  @Inject Inbox inbox;

  @Test
  void aRuleThatWasEditedAfterTheFinishExplainsOnlyWhatIsOpen() throws Exception {
    String closed = closed("f-rule", "QZF-BM-01");
    String open = first("f-rule", "QZF-BM-03");
    JsonNode before = body(explained(closed));
    put("obligations/f-rule", obligation("f-rule", "--11-24").replace("送贯彻", "告贯彻"))
        .then()
        .statusCode(200);

    JsonNode after = body(explained(closed));
    assertThat(after.path("rule")).isEqualTo(before.path("rule"));
    assertThat(after.path("sentence").asText())
        .startsWith(before.path("sentence").asText())
        .contains("每年10月1日至11月30日前")
        .matches(".*以上按生成时\\(\\d{4}-\\d\\d-\\d\\d\\)的规则第1版、单位名单和工作日历。此后已改:规则。已办结或已撤销的,不再重算。");
    explained(closed)
        .body("obligationVersion", equalTo(1))
        .body("dueOn", equalTo("2028-11-30"))
        .body("changedSince", equalTo(List.of("RULE")))
        .body("notKept", empty())
        .body("english", endsWith("What is finished or withdrawn is not made again."));
    explained(open)
        .body("obligationVersion", equalTo(2))
        .body("rule.due", equalTo("--11-24"))
        .body("dueOn", equalTo("2028-11-24"))
        .body("changedSince", empty())
        .body("sentence", not(containsString("此后已改")));
  }

  @Test
  void aCalendarThatWasLoadedAfterTheFinishIsNotTheOneItWasReckonedBy() throws Exception {
    String closed = closed("f-days", "QZF-BM-01");
    String open = first("f-days", "QZF-BM-03");
    int version = explained(closed).extract().path("calendarVersion");
    JsonNode year = body(get("calendars/2028").then());
    loaded("{\"2028-11-30\": \"校庆\"}");
    try {
      explained(closed)
          .body("dueOn", equalTo("2028-11-30"))
          .body("calendarVersion", equalTo(version))
          .body("changedSince", equalTo(List.of("CALENDAR")))
          .body("sentence", containsString("2028-11-30(星期四),是工作日。"))
          .body("sentence", containsString("2028年工作日历第" + version + "版"))
          .body("sentence", containsString("此后已改:工作日历。"));
      explained(open)
          .body("dueOn", equalTo("2028-11-29"))
          .body("calendarVersion", equalTo(version + 1))
          .body("sentence", containsString("逢校庆放假"));
    } finally {
      loaded(year.path("daysOff").toString());
    }
  }

  @Test
  void whoLeftTheListSinceIsStillExplainedAsItsMember() throws Exception {
    String closed = closed("f-units", "QZF-BM-02");
    ObjectNode shipped = UnitForms.of("QZF-BM");
    ObjectNode without = shipped.deepCopy();
    var members = without.withArray("members");
    for (int i = members.size() - 1; i >= 0; i--) {
      if (members.get(i).asText().equals("QZF-BM-02")) {
        members.remove(i);
      }
    }
    put(GROUP + "?confirm=true", etag(GROUP), without.toString()).then().statusCode(200);
    try {
      explained(closed)
          .body("group.code", equalTo("QZF-BM"))
          .body("sentence", containsString("(“区政府工作部门”成员)"))
          .body("changedSince", equalTo(List.of("UNITS")));
    } finally {
      put(GROUP + "?confirm=true", etag(GROUP), shipped.toString()).then().statusCode(200);
    }
  }

  @Test
  void whatItsRuleMakesNoMoreIsExplainedByTheRuleThatMadeIt() {
    create("f-gone", "--11-30").then().statusCode(201);
    String gone = first("f-gone", "QZF-BM-04");
    String later = obligation("f-gone", "--11-30").replace("2028-01-01", "2031-01-01");
    put("obligations/f-gone?confirm=true", etag("obligations/f-gone"), later)
        .then()
        .statusCode(200);
    explained(gone)
        .body("obligationVersion", equalTo(1))
        .body("inForceFrom", equalTo("2028-01-01"))
        .body("sentence", containsString("以上按生成时的规则第1版"))
        .body("changedSince", equalTo(List.of("RULE")));
  }

  @Test
  void whatWasMadeBeforeAnythingWasKeptSaysThatItsRuleIsNotKnown() throws Exception {
    String closed = closed("f-old", "QZF-BM-01");
    put("obligations/f-old", obligation("f-old", "--11-24")).then().statusCode(200);
    // As an update leaves it: what stands is the oldest that is kept.
    for (String thing : List.of("obligation", "unit", "calendar")) {
      asOwner(
          """
          INSERT INTO edition (thing, id, number, version, body, recorded_at) OVERRIDING SYSTEM VALUE
          SELECT '%1$s', body->>'id', 0, version, body, recorded_at FROM %1$s
          """
              .formatted(thing));
    }
    asOwner("UPDATE deadline SET made_under = 0 WHERE id = '" + closed + "'");
    explained(closed)
        .body("obligationVersion", equalTo(2))
        .body("notKept", equalTo(List.of("RULE")))
        .body("changedSince", empty())
        .body("sentence", containsString("的规则没有留存,以上按留存的最早一版(规则第2版),不一定能推出该日期。"))
        .body("english", containsString("from which the date may not follow"));
  }

  private String closed(String obligation, String unit) throws Exception {
    create(obligation, "--11-30").then().statusCode(201);
    String id = first(obligation, unit);
    StatusService.tells(inbox, database, id, "CLOSED", 0);
    return id;
  }

  private static String first(String obligation, String unit) {
    return get("deadlines?obligation=" + obligation + "&unit=" + unit).path("items[0].id");
  }

  private static ValidatableResponse explained(String deadline) {
    return get("deadlines/" + deadline + "/explanation").then().statusCode(200);
  }

  private static JsonNode body(ValidatableResponse answer) {
    return Contracts.json(answer.extract().asString());
  }

  private static void loaded(String daysOff) {
    String notice = "{\"daysOff\": %s, \"makeUpWorkingDays\": {}}".formatted(daysOff);
    put("calendars/2028", notice).then().statusCode(200);
  }

  /** The service itself may change none of it. */
  private static void asOwner(String statement) throws Exception {
    var config = ConfigProvider.getConfig();
    try (var connection =
            DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.flyway.username", String.class),
                config.getValue("quarkus.flyway.password", String.class));
        var owner = connection.createStatement()) {
      owner.execute(statement);
    }
  }
}
