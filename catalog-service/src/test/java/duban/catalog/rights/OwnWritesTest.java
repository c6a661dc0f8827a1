package duban.catalog.rights;

import static duban.catalog.rights.Account.CITY_LEADER;
import static duban.catalog.rights.Account.HD_GOVERNMENT;
import static duban.catalog.rights.Account.HD_SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who writes the catalogue of a scope, and who does not. */
@QuarkusTest
class OwnWritesTest extends TrueTable {
  private static final String UNIT =
      "{\"id\": \"%s\", \"name\": \"%s\", \"kind\": \"DEPARTMENT\", \"superior\": \"%s\"}";
  private static final String META =
      "{\"title\": \"%s\", \"owner\": \"HD\", \"openness\": \"INTERNAL\"}";

  private static final Map<String, String> WRITES =
      Map.ofEntries(
          Map.entry("documents", TwoDistricts.document("x", "HD", "OPEN", "试")),
          Map.entry("documents/hd-open", META.formatted("试")),
          Map.entry("conferences", TwoDistricts.conference("hd-open", "X", "公开")),
          Map.entry("topics", TwoDistricts.topic("hd-open", "X", 3, "公开")),
          Map.entry("measures", TwoDistricts.measure("hd-open", "H1", "HT1", 2, "其他。")),
          Map.entry(
              "measures/" + TwoDistricts.OPEN_MEASURE,
              TwoDistricts.measure("hd-open", "H1", "HT1", 1, "公开")),
          Map.entry("obligations", TwoDistricts.obligation("x", "HD-BM", "")),
          Map.entry("obligations/h-open", TwoDistricts.obligation("h-open", "HD-BM", "")),
          Map.entry("units", UNIT.formatted("HD-X", "新", "HD")),
          Map.entry("units/HD-ZF-01", UNIT.formatted("HD-ZF-01", "新", "HD-ZF")),
          Map.entry(
              "terms",
              "{\"id\": \"X\", \"level\": \"PARTY\", \"from\": \"2050-01-01\","
                  + " \"to\": \"2051-01-01\"}"),
          Map.entry(
              "terms/TOWNSHIP-2026",
              "{\"id\": \"TOWNSHIP-2026\", \"level\": \"TOWNSHIP\", \"from\": \"2026-12-15\","
                  + " \"to\": \"2031-11-30\"}"));

  private static Response send(Account who, String path, String body) {
    return path.contains("/") ? who.put(path, body) : who.post(path, body);
  }

  @Test
  void whoSendsNoTokenWritesNothing() {
    WRITES.forEach(
        (path, body) ->
            send(Account.ANONYMOUS, path, body)
                .then()
                .statusCode(401)
                .body("type", equalTo("urn:duban:problem:unauthenticated")));
    Account.ANONYMOUS.put("calendars/2028", "\"1\"", "{}").then().statusCode(401);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "GUEST",
        "HD_LEADER",
        "HD_REPORTER",
        "HD_READER",
        "HD_REVIEWER",
        "HD_SIGNER",
        "CITY_ADMINISTRATOR"
      })
  void nobodyButASupervisorWritesTheCatalogue(Account who) {
    WRITES.forEach(
        (path, body) ->
            send(who, path, body)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:duban:problem:forbidden")));
  }

  @Test
  void aSupervisorWritesAllThatIsOfHisDistrict() {
    String document = TwoDistricts.document("hd-own", "HD", "INTERNAL", "自家");
    HD_SUPERVISOR.post("documents?dryRun=true", document).then().statusCode(200);
    assertThat(CITY_LEADER.get("documents/hd-own").statusCode()).isEqualTo(404);
    HD_SUPERVISOR.post("documents", document).then().statusCode(201);
    HD_SUPERVISOR.post("documents", document).then().statusCode(200);
    HD_SUPERVISOR
        .put("documents/hd-own", META.formatted("改名"))
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"");
    HD_SUPERVISOR.put("documents/hd-own", "\"1\"", META.formatted("又改")).then().statusCode(412);
    made("conferences", TwoDistricts.conference("hd-own", "H3", "自家"));
    made("topics", TwoDistricts.topic("hd-own", "HT3", 1, "自家"));
    made("measures", TwoDistricts.measure("hd-own", "H3", "HT3", 1, "自家:每年至少召开2次会议。"));
    HD_SUPERVISOR
        .put(
            "measures/hd-own-H3-HT3-1",
            TwoDistricts.measure("hd-own", "H3", "HT3", 1, "自家:每年至少召开2次会议"))
        .then()
        .statusCode(200);
    String duty =
        TwoDistricts.obligation(
            "h-own", "hd-own-H3-HT3-1", "自家的任务", "每年至少召开2次", "HD-ZF-01", "HD-ZF-02");
    made("obligations", duty);
    HD_SUPERVISOR
        .put("obligations/h-own", duty.replace("自家的任务", "自家的事"))
        .then()
        .statusCode(200)
        .body("deadlines.counts.changed", equalTo(1))
        .body("deadlines.changed[0].title", equalTo("自家的事"));
    made("units", UNIT.formatted("HD-ZF-03", "海淀区司法局", "HD-ZF"));
    HD_SUPERVISOR
        .put("units/HD-ZF-03", UNIT.formatted("HD-ZF-03", "海淀区司法局", "HD"))
        .then()
        .statusCode(200);
  }

  private static void made(String path, String body) {
    HD_SUPERVISOR.post(path, body).then().statusCode(201);
    HD_SUPERVISOR.post(path, body).then().statusCode(200);
  }

  @Test
  void aSupervisorOfAGovernmentWritesWhatIsBelowItAndNotWhatIsAbove() {
    HD_GOVERNMENT
        .post("documents", TwoDistricts.document("hd-zf-1", "HD-ZF", "INTERNAL", "政府"))
        .then()
        .statusCode(201);
    HD_GOVERNMENT
        .post("conferences", TwoDistricts.conference("hd-zf-1", "Z1", "政府"))
        .then()
        .statusCode(201);
    for (String path : List.of("documents/hd-zf-1", "conferences/hd-zf-1/Z1")) {
      assertThat(HD_GOVERNMENT.get(path).statusCode()).isEqualTo(200);
      assertThat(HD_SUPERVISOR.get(path).statusCode()).isEqualTo(200);
      assertThat(Account.HD_REPORTER.get(path).statusCode()).isEqualTo(404);
    }
    HD_GOVERNMENT
        .post("units", UNIT.formatted("HD-ZF-04", "海淀区财政局", "HD-ZF"))
        .then()
        .statusCode(201);
    for (String superior : List.of("HD", "QZF")) {
      String unit = UNIT.formatted("HD-ZF-05", "海淀区审计局", superior);
      HD_GOVERNMENT.post("units", unit).then().statusCode(403);
      String moved = UNIT.formatted("HD-ZF-04", "海淀区财政局", superior);
      HD_GOVERNMENT.put("units/HD-ZF-04", moved).then().statusCode(403);
    }
    HD_GOVERNMENT
        .post("obligations", TwoDistricts.obligation("hz-1", "HD-ZF-01", ""))
        .then()
        .statusCode(403);
    HD_GOVERNMENT.put("documents/hd-open", META.formatted("改名")).then().statusCode(403);
  }

  @Test
  void whoeverRepeatsWhatHasPassedToAnotherDistrictLearnsNothingOfIt() {
    String document = TwoDistricts.document("cy-passed", "CY", "OPEN", "转交");
    Account.CY_SUPERVISOR.post("documents", document).then().statusCode(201);
    Account.CITY_SUPERVISOR.put("documents/cy-passed", META.formatted("改名")).then().statusCode(200);
    Account.CY_SUPERVISOR
        .post("documents", document)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:duban:problem:document-conflict"));
    Account.CITY_SUPERVISOR.post("documents", document).then().statusCode(200);
  }

  /** A unit is named by duties of others too; what they are called is no part of the answer. */
  @Test
  void anEditTellsNothingOfDeadlinesThatItsAuthorDoesNotSee() {
    String duty = TwoDistricts.deadline("h-inner");
    Response before = CITY_LEADER.get("deadlines/" + duty);
    String etag = CITY_LEADER.get("units/QZF-BM-27").header("ETag");
    String form =
        """
        {"id": "QZF-BM-27", "name": "%s", "kind": "DEPARTMENT", "superior": "QZF",
         "relation": "DEPARTMENT", "inferred": true}
        """;
    Response renamed = Account.CY_SUPERVISOR.put("units/QZF-BM-27", etag, form.formatted("区信访局"));
    assertThat(renamed.statusCode()).isEqualTo(200);
    assertThat(renamed.asString()).contains("区信访局").doesNotContain(duty, "海淀内部的任务");
    assertThat(CITY_LEADER.get("deadlines/" + duty).<String>path("addressee.name"))
        .isEqualTo("区信访局")
        .isNotEqualTo(before.path("addressee.name"));
    Response back = Account.CITY_SUPERVISOR.put("units/QZF-BM-27", form.formatted("区信访办"));
    assertThat(back.asString()).contains(duty);
  }
}
