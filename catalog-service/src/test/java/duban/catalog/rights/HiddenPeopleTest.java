package duban.catalog.rights;

import static duban.catalog.rights.Account.CY_SUPERVISOR;
import static duban.catalog.rights.Account.HD_SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A deputy of another district is not found by naming him in what one writes. */
@QuarkusTest
class HiddenPeopleTest extends TrueTable {
  private static final String HIDDEN = "HD-DB-01";
  private static final String UNKNOWN = "HD-DB-99";
  private static final String QUOTE = "每年至少召开2次乡人民代表大会会议";

  private static void alike(Response hidden, Response unknown, int status) {
    assertThat(hidden.statusCode()).as(hidden.asString()).isEqualTo(status);
    assertThat(unknown.statusCode()).isEqualTo(status);
    assertThat(hidden.asString().replace(HIDDEN, UNKNOWN)).isEqualTo(unknown.asString());
  }

  private static String duty(String field, String person) {
    String duty =
        TwoDistricts.obligation("cy-hidden", "chaoyang-2015-T6-1", "任务", QUOTE, "XRD", "XDW")
            .replace("HD-BG", "RDCWH-BG");
    return switch (field) {
      case "responsible" -> duty.replace("\"XRD\"", "\"" + person + "\"");
      case "coHandlers" -> duty.replace("\"XDW\"", "\"" + person + "\"");
      case "addressee" -> duty.replace("QZF-BM-27", person);
      default -> duty.replace("\"fanOut\"", "\"%s\": \"%s\", \"fanOut\"".formatted(field, person));
    };
  }

  @ParameterizedTest
  @CsvSource({"responsible", "coHandlers", "addressee", "organiser", "remindTo"})
  void noDutyTellsOfHim(String field) {
    alike(
        CY_SUPERVISOR.post("obligations?dryRun=true", duty(field, HIDDEN)),
        CY_SUPERVISOR.post("obligations?dryRun=true", duty(field, UNKNOWN)),
        422);
    Account.CITY_SUPERVISOR
        .post("obligations?dryRun=true", duty(field, HIDDEN))
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @CsvSource({"superior, '\"%s\"'", "receives, '\"%s\"'", "members, '[\"%s\"]'"})
  void noUnitTellsOfHim(String field, String value) {
    String body = "{\"id\": \"CY-X\", \"name\": \"小组\", \"kind\": \"GROUP\", \"%s\": %s%s}";
    String more = field.equals("superior") ? "" : ", \"superior\": \"CY\"";
    alike(
        CY_SUPERVISOR.post(
            "units?dryRun=true", body.formatted(field, value.formatted(HIDDEN), more)),
        CY_SUPERVISOR.post(
            "units?dryRun=true", body.formatted(field, value.formatted(UNKNOWN), more)),
        422);
  }

  @Test
  void noDocumentTellsOfHim() {
    alike(
        CY_SUPERVISOR.post(
            "documents?dryRun=true", TwoDistricts.document("cy-h", HIDDEN, "OPEN", "朝阳")),
        CY_SUPERVISOR.post(
            "documents?dryRun=true", TwoDistricts.document("cy-h", UNKNOWN, "OPEN", "朝阳")),
        422);
  }

  @Test
  void heIsNotThereToBeChangedAndHisIdIsOnlyTaken() {
    String form = "{\"id\": \"%s\", \"name\": \"改名\", \"kind\": \"BODY\", \"superior\": \"CY\"}";
    alike(
        CY_SUPERVISOR.put("units/" + HIDDEN, "\"1\"", form.formatted(HIDDEN)),
        CY_SUPERVISOR.put("units/" + UNKNOWN, "\"1\"", form.formatted(UNKNOWN)),
        404);
    CY_SUPERVISOR
        .post("units?dryRun=true", form.formatted(HIDDEN))
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:duban:problem:unit-conflict"));
    HD_SUPERVISOR
        .put("units/" + HIDDEN + "?dryRun=true", form.formatted(HIDDEN).replace("\"CY\"", "\"HD\""))
        .then()
        .statusCode(200);
  }
}
