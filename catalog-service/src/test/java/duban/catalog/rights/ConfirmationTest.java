package duban.catalog.rights;

import static duban.catalog.rights.Account.CITY_SUPERVISOR;
import static duban.catalog.rights.Account.CY_SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import duban.catalog.writing.StatusService;
import duban.chassis.inbox.Inbox;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an edit would withdraw although something happened to it, and its author may not see. */
@QuarkusTest
class ConfirmationTest extends TrueTable {
  private static final String ENDED =
      """
      {"id": "%s", "name": "%s", "kind": "DEPARTMENT", "superior": "%s", "endedOn": "%s"%s}
      """;

  @Inject Inbox inbox;
  @Inject AgroalDataSource database;

  private static void made(String path, String body) {
    assertThat(CITY_SUPERVISOR.post(path, body).statusCode()).as(body).isEqualTo(201);
  }

  private static String ended(String id, String superior, String successor) {
    String more = successor.isEmpty() ? "" : ", \"successor\": \"" + successor + "\"";
    return ENDED.formatted(id, "撤并的局", superior, "2026-01-01", more);
  }

  /**
   * Its duty passes from district to district, and ends where a link of the chain is taken away.
   */
  private String passedOn(String obligation, String measure, String name) {
    made("units", Things.unit(name + 1, "HD-ZF"));
    made("units", ended(name + 2, "CY", name + 1));
    made("units", ended(name + 3, "CY", name + 2));
    made("units", ended(name + 4, "HD-ZF", name + 3));
    made(
        "obligations",
        TwoDistricts.obligation(obligation, measure, "转手的任务", "每年至少召开2次", name + 4, ""));
    String deadline = TwoDistricts.deadline(obligation);
    assertThat(Account.CITY_LEADER.get("deadlines/" + deadline).<String>path("unit.code"))
        .isEqualTo(name + 1);
    return deadline;
  }

  private static Response needed(Account who, String unit) {
    Response answer = who.put("units/" + unit, ended(unit, "CY", ""));
    answer
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:duban:problem:confirmation-needed"))
        .body("count", equalTo(1));
    return answer;
  }

  /** Of an open one too: what it is called is published, how far it is is not. */
  @ParameterizedTest
  @CsvSource({
    "h-passed-inner, " + TwoDistricts.INNER_MEASURE + ", HD-PI",
    "h-passed-open, " + TwoDistricts.OPEN_MEASURE + ", HD-PO"
  })
  void itIsCountedButNotNamed(String obligation, String measure, String name) throws Exception {
    String deadline = passedOn(obligation, measure, name);
    StatusService.tells(inbox, database, deadline, "CLAIMED", 2);
    Response hidden = needed(CY_SUPERVISOR, name + 3);
    hidden.then().body("deadlines", empty());
    assertThat(hidden.asString()).doesNotContain(deadline, "转手的任务", "CLAIMED", name + 1);
    needed(CITY_SUPERVISOR, name + 3)
        .then()
        .body("deadlines.id", equalTo(List.of(deadline)))
        .body("deadlines[0].state", equalTo("CLAIMED"));
  }

  @Test
  void whoSeesItIsToldWhatItIs() throws Exception {
    made("units", Things.unit("HD-OWN", "HD-ZF"));
    made(
        "obligations",
        TwoDistricts.obligation(
            "h-ends", TwoDistricts.INNER_MEASURE, "自家的任务", "每年至少召开2次", "HD-OWN", ""));
    String deadline = TwoDistricts.deadline("h-ends");
    StatusService.tells(inbox, database, deadline, "CLAIMED", 1);
    Account.HD_SUPERVISOR
        .put("units/HD-OWN", ended("HD-OWN", "HD-ZF", ""))
        .then()
        .statusCode(409)
        .body("count", equalTo(1))
        .body("deadlines.id", equalTo(List.of(deadline)));
  }
}
