package duban.catalog.rights;

import static duban.catalog.rights.Account.CITY_LEADER;
import static duban.catalog.rights.Account.CY_SUPERVISOR;
import static duban.catalog.rights.TwoDistricts.INNER;
import static duban.catalog.rights.TwoDistricts.INNER_MEASURE;
import static duban.catalog.rights.TwoDistricts.OPEN;
import static duban.catalog.rights.TwoDistricts.OPEN_MEASURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import duban.chassis.contract.Tables;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the supervisor of one district tries in another; nothing of it is done. */
@QuarkusTest
class ForeignWritesTest extends TrueTable {
  private static final String QUOTE = "每年至少召开2次乡人民代表大会会议";
  private static final String CY_MEASURE = "chaoyang-2015-T6-1";
  private static final String META = "{\"title\": \"改名\", \"owner\": \"%s\", \"openness\": \"%s\"}";

  @Inject AgroalDataSource database;

  private String tables;

  @BeforeEach
  void asItIs() {
    tables = Tables.fingerprint(database).toString();
  }

  @AfterEach
  void nothingWasChanged() {
    assertThat(Tables.fingerprint(database).toString()).isEqualTo(tables);
  }

  private static void forbidden(Response answer) {
    answer.then().statusCode(403).body("type", equalTo("urn:duban:problem:forbidden"));
  }

  /** As for something that nobody knows. */
  private static void unknown(Response answer, String field) {
    answer
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:duban:problem:unknown-reference"))
        .body("field", equalTo(field));
  }

  @ParameterizedTest
  @CsvSource({"''", "?dryRun=true"})
  void aDocumentIsNeitherTakenInNorChangedForAnotherDistrict(String trial) {
    forbidden(
        CY_SUPERVISOR.post("documents" + trial, TwoDistricts.document("cy-1", "HD", "OPEN", "朝阳")));
    forbidden(CY_SUPERVISOR.put("documents/" + OPEN + trial, META.formatted("HD", "OPEN")));
    forbidden(CY_SUPERVISOR.put("documents/" + OPEN + trial, META.formatted("CY", "OPEN")));
    forbidden(CY_SUPERVISOR.put("documents/chaoyang" + trial, META.formatted("HD", "OPEN")));
  }

  @Test
  void anInternalDocumentOfAnotherDistrictIsNotThereToBeChanged() {
    String meta = META.formatted("CY", "OPEN");
    Response hidden = CY_SUPERVISOR.put("documents/" + INNER, meta);
    hidden.then().statusCode(404);
    assertThat(hidden.asString().replace(INNER, "hd-other"))
        .isEqualTo(CY_SUPERVISOR.put("documents/hd-other", meta).asString());
    String measure = TwoDistricts.measure(INNER, "H9", "HT9", 1, "密而不宣");
    CY_SUPERVISOR.put("measures/" + INNER_MEASURE, measure).then().statusCode(404);
    String obligation = TwoDistricts.obligation("h-inner", CY_MEASURE, "改题", QUOTE, "XRD", "XDW");
    CY_SUPERVISOR.put("obligations/h-inner", obligation).then().statusCode(404);
  }

  @Test
  void anIdThatIsTakenByWhatIsInternalIsOnlyTaken() {
    String same = TwoDistricts.document(INNER, "CY", "OPEN", "朝阳");
    CY_SUPERVISOR.post("documents", same).then().statusCode(409);
    String obligation = TwoDistricts.obligation("h-inner", CY_MEASURE, "改题", QUOTE, "XRD", "XDW");
    CY_SUPERVISOR
        .post("obligations", obligation)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:duban:problem:obligation-conflict"));
  }

  @Test
  void nothingIsHungOnADocumentOfAnotherDistrict() {
    forbidden(CY_SUPERVISOR.post("conferences", TwoDistricts.conference(OPEN, "H2", "公开")));
    forbidden(CY_SUPERVISOR.post("topics", TwoDistricts.topic(OPEN, "HT2", 2, "公开")));
    String second = TwoDistricts.measure(OPEN, "H1", "HT1", 2, "其他。");
    forbidden(CY_SUPERVISOR.post("measures", second));
    String first = TwoDistricts.measure(OPEN, "H1", "HT1", 1, "公开");
    forbidden(CY_SUPERVISOR.put("measures/" + OPEN_MEASURE, first));
    unknown(
        CY_SUPERVISOR.post("conferences", TwoDistricts.conference(INNER, "H8", "密而不宣")),
        "documentId");
    unknown(
        CY_SUPERVISOR.post("topics", TwoDistricts.topic(INNER, "HT8", 2, "密而不宣")), "documentId");
    unknown(
        CY_SUPERVISOR.post("measures", TwoDistricts.measure(INNER, "H9", "HT9", 2, "其他。")),
        "documentId");
  }

  @ParameterizedTest
  @CsvSource({"HD-ZF-01, XDW", "HD-BM, XDW", "XRD, HD-ZF-01", "XRD, HD-BM"})
  void noDutyIsLaidOnUnitsOfAnotherDistrict(String responsible, String beside) {
    forbidden(
        CY_SUPERVISOR.post(
            "obligations",
            TwoDistricts.obligation("cy-1", CY_MEASURE, "任务", QUOTE, responsible, beside)));
    String etag = CITY_LEADER.get("obligations/o-120a").header("ETag");
    forbidden(
        CY_SUPERVISOR.put(
            "obligations/o-120a",
            etag,
            TwoDistricts.obligation("o-120a", CY_MEASURE, "任务", QUOTE, responsible, beside)));
  }

  /** Nobody there could record for the units, and nobody here. */
  @Test
  void noOfficeOfAnotherDistrictIsMadeToWatchOverADuty() {
    String duty = TwoDistricts.obligation("cy-1", CY_MEASURE, "任务", QUOTE, "XRD", "");
    String etag = CITY_LEADER.get("obligations/o-120a").header("ETag");
    for (Response answer :
        List.of(
            CY_SUPERVISOR.post("obligations", duty),
            CY_SUPERVISOR.post("obligations?dryRun=true", duty),
            CY_SUPERVISOR.post("obligations/preview", duty),
            CY_SUPERVISOR.put("obligations/o-120a", etag, duty.replace("cy-1", "o-120a")))) {
      answer
          .then()
          .statusCode(422)
          .body("type", equalTo("urn:duban:problem:invalid-obligation"))
          .body("field", equalTo("who.supervisor"))
          .body(
              "detail",
              startsWith(
                  "who.supervisor is 'HD-BG', an office of another area than the document's, 朝阳区 (CY), and"));
    }
  }

  @ParameterizedTest
  @CsvSource({"CY_SUPERVISOR, RDCWH-BG", "CY_SUPERVISOR, BJ-BG", "CITY_SUPERVISOR, HD-BG"})
  void anOfficeOfTheSameAreaOrAboveOrInTheScopeWatchesOverADuty(Account who, String office) {
    String duty = TwoDistricts.obligation("cy-1", CY_MEASURE, "任务", QUOTE, "XRD", "");
    who.post("obligations?dryRun=true", duty.replace("HD-BG", office)).then().statusCode(200);
  }

  @Test
  void noDutyIsDerivedFromAMeasureOfAnotherDistrict() {
    forbidden(CY_SUPERVISOR.post("obligations", TwoDistricts.obligation("cy-1", "XRD", "")));
    forbidden(
        CY_SUPERVISOR.put("obligations/h-open", TwoDistricts.obligation("h-open", "XRD", "")));
    unknown(
        CY_SUPERVISOR.post(
            "obligations", TwoDistricts.obligation("cy-1", INNER_MEASURE, "任务", "密而不宣", "XRD", "")),
        "measureId");
  }

  @ParameterizedTest
  @CsvSource({
    "superior, '\"HD\"'",
    "superior, 'null'",
    "members, '[\"HD-ZF-01\"]'",
    "successor, '\"HD-ZF-01\"'",
    "receives, '\"HD-BG\"'",
    "organiser, '[\"HD-BG\"]'"
  })
  void aUnitReachesIntoNoOtherDistrict(String field, String value) {
    String body =
        "{\"id\": \"%s\", \"name\": \"区研究中心\", \"kind\": \"GROUP\", \"superior\": \"CY\"%s}";
    String more = ", \"%s\": %s, \"endedOn\": \"2027-10-01\"}".formatted(field, value);
    String odd =
        field.equals("superior")
            ? body.replace("\"superior\": \"CY\"", "\"superior\": " + value)
            : body.replace("%s}", "%s" + more);
    forbidden(CY_SUPERVISOR.post("units", odd.formatted("CY-X", "")));
    forbidden(CY_SUPERVISOR.put("units/RDCWH-YJS", odd.formatted("RDCWH-YJS", "")));
  }

  @Test
  void aUnitOfAnotherDistrictIsNotChanged() {
    String form =
        "{\"id\": \"%s\", \"name\": \"改名\", \"kind\": \"DEPARTMENT\", \"superior\": \"%s\"}";
    forbidden(CY_SUPERVISOR.put("units/HD-ZF-01", form.formatted("HD-ZF-01", "HD-ZF")));
    forbidden(CY_SUPERVISOR.put("units/HD-ZF-01", form.formatted("HD-ZF-01", "QZF")));
    forbidden(CY_SUPERVISOR.put("units/BJ", form.formatted("BJ", "CY")));
    forbidden(CY_SUPERVISOR.post("units", form.formatted("HD-ZF-01", "QZF")));
  }

  @Test
  void whatConcernsTheWholeCityIsNotOneDistrictsToChange() {
    String term =
        "{\"id\": \"%s\", \"level\": \"PARTY\", \"from\": \"2040-01-01\", \"to\": \"2041-01-01\"}";
    forbidden(CY_SUPERVISOR.post("terms", term.formatted("P-40")));
    forbidden(CY_SUPERVISOR.put("terms/TOWNSHIP-2026", term.formatted("TOWNSHIP-2026")));
    String days = "{\"daysOff\": {\"2028-01-03\": \"假日\"}, \"makeUpWorkingDays\": {}}";
    forbidden(CY_SUPERVISOR.put("calendars/2028", days));
    Account.CITY_SUPERVISOR
        .post("terms?dryRun=true", term.formatted("P-40"))
        .then()
        .statusCode(is(200));
    Account.CITY_ADMINISTRATOR.put("calendars/2028?dryRun=true", days).then().statusCode(is(200));
    forbidden(Account.CITY_ADMINISTRATOR.post("terms", term.formatted("P-40")));
  }
}
