package duban.catalog.rights;

import static duban.catalog.rights.Account.CITY_SUPERVISOR;
import static duban.catalog.rights.Account.CY_SUPERVISOR;
import static duban.catalog.rights.Account.HD_SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import duban.chassis.identity.Role;
import duban.chassis.rights.Cell;
import duban.chassis.rights.Nearness;
import duban.chassis.rights.Row;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.EnumMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On whom a district's supervisor may lay something, and from whom he may take it. */
@QuarkusTest
class LaidDutiesTest extends TrueTable {
  private static final String TRIED = "obligations?dryRun=true";
  private static final String SUPERVISOR = "\"supervisor\": \"HD-BG\"";
  private static final String CHECKPOINTS =
      """
      {"kind": "CHECKPOINTS", "period": "YEAR", "checkpoints": [
        {"name": "年底", "due": "--12-31", "actor": "%s", "completes": "CHECKED"}]}
      """;

  static void forbidden(Response answer) {
    answer.then().statusCode(403).body("type", equalTo("urn:duban:problem:forbidden"));
  }

  /** Whom it is reported to is of the other district, and who watches over it stands above. */
  private static String duty(String field, String unit) {
    String duty =
        TwoDistricts.obligation(
            "cy-laid", "chaoyang-2015-T6-1", "任务", "每年至少召开2次乡人民代表大会会议", "XRD", "XDW");
    String laid =
        field.equals("actor")
            ? duty.replaceFirst("\\{\"kind\".*}", CHECKPOINTS.formatted(unit))
            : duty.replace(SUPERVISOR, SUPERVISOR + ", \"%s\": \"%s\"".formatted(field, unit));
    assertThat(laid).contains("\"" + field + "\": \"" + unit + "\"");
    return laid.replace("QZF-BM-27", "HD-ZF").replace("HD-BG", "BJ-BG");
  }

  @ParameterizedTest
  @CsvSource({"organiser", "remindTo", "actor"})
  void noStepAndNoMailIsLaidOnAUnitOfAnotherDistrict(String field) {
    forbidden(CY_SUPERVISOR.post(TRIED, duty(field, "HD-ZF-01")));
    CY_SUPERVISOR.post(TRIED, duty(field, "QZF")).then().statusCode(200);
    CITY_SUPERVISOR.post(TRIED, duty(field, "HD-ZF-01")).then().statusCode(200);
  }

  @Test
  void whoIsToSuperviseADutyDoesNotSuperviseItBeforeItIsMade() {
    Row row = rights.table().of("POST obligations");
    EnumMap<Role, Cell> roles = new EnumMap<>(row.roles());
    roles.put(Role.SUPERVISOR, new Cell(Set.of(Nearness.SUPERVISED), false, false));
    rights.use(rights.table().with(new Row(row.operation(), roles, row.anybody())));
    forbidden(HD_SUPERVISOR.post(TRIED, TwoDistricts.obligation("h-laid", "HD-BM", "")));
  }

  private static void made(String path, String body) {
    CITY_SUPERVISOR.post(path, body).then().statusCode(201);
  }

  @ParameterizedTest
  @CsvSource({"coHandler, h-taken-1", "organiser, h-taken-2"})
  void noDutyIsTakenFromAUnitOfAnotherDistrict(String charged, String id) {
    String without = TwoDistricts.obligation(id, "HD-ZF", "");
    made(
        "obligations",
        charged.equals("organiser")
            ? without.replace(SUPERVISOR, SUPERVISOR + ", \"organiser\": \"QZF-BM-26\"")
            : TwoDistricts.obligation(id, "HD-ZF", "QZF-BM-26"));
    forbidden(HD_SUPERVISOR.put("obligations/" + id + "?dryRun=true", without));
    CITY_SUPERVISOR.put("obligations/" + id + "?dryRun=true", without).then().statusCode(200);
  }

  @ParameterizedTest
  @CsvSource({
    "HD-L1, '\"members\": [\"HD-ZF-01\", \"CY-L1\"]', '\"members\": [\"HD-ZF-01\"]'",
    "HD-L2, '\"endedOn\": \"2026-01-01\", \"successor\": \"CY-L2\"', '\"endedOn\": \"2026-01-01\"'"
  })
  void noUnitOfAnotherDistrictIsLeftOut(String id, String with, String without) {
    made("units", Things.unit(id.replace("HD", "CY"), "QZF"));
    String form =
        "{\"id\": \"%s\", \"name\": \"联合小组\", \"kind\": \"GROUP\", \"superior\": \"HD\", %s}";
    made("units", form.formatted(id, with));
    forbidden(HD_SUPERVISOR.put("units/" + id, form.formatted(id, without)));
    CITY_SUPERVISOR
        .put("units/" + id + "?dryRun=true", form.formatted(id, without))
        .then()
        .statusCode(200);
  }
}
