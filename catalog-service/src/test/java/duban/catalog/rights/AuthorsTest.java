package duban.catalog.rights;

import static duban.catalog.rights.Account.CITY_SUPERVISOR;
import static duban.catalog.rights.Account.HD_SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each version of what staff write has its author. */
@QuarkusTest
class AuthorsTest extends TrueTable {
  private static final String META =
      "{\"title\": \"%s\", \"owner\": \"HD\", \"openness\": \"OPEN\"}";

  private static List<Map<String, Object>> written(String thing, String id) {
    return CITY_SUPERVISOR
        .asks()
        .queryParam("thing", thing)
        .queryParam("id", id)
        .get("/api/catalog/authorship")
        .jsonPath()
        .getList("items");
  }

  private static void once(String thing, String id, int version, String unit) {
    assertThat(written(thing, id))
        .as(id)
        .filteredOn(it -> it.get("version").equals(version))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.get("unit")).isEqualTo(unit);
              assertThat(it.get("actor").toString()).hasSize(22);
              assertThat(it.get("name")).isEqualTo("张三");
            });
  }

  private static void made(String thing, String id, String body) {
    HD_SUPERVISOR.post(thing + "s?dryRun=true", body).then().statusCode(200);
    assertThat(written(thing, id)).isEmpty();
    HD_SUPERVISOR.post(thing + "s", body).then().statusCode(201);
    CITY_SUPERVISOR.post(thing + "s", body).then().statusCode(200);
    once(thing, id, 1, "HD-BG");
  }

  private static void changed(String thing, String id, String path, String body) {
    int before = written(thing, id).size();
    CITY_SUPERVISOR.put(path + "?dryRun=true", body).then().statusCode(200);
    assertThat(written(thing, id)).hasSize(before);
    Response answer = CITY_SUPERVISOR.put(path, body);
    answer.then().statusCode(200);
    int version = Integer.parseInt(answer.header("ETag").replace("\"", ""));
    once(thing, id, version, "BJ-BG");
    // The same again changes nothing, whoever sends it.
    CITY_SUPERVISOR.put(path, body).then().statusCode(200);
    assertThat(written(thing, id)).hasSize(before + 1);
  }

  @Test
  void whoeverWritesADocumentAndWhatHangsOnItIsKept() {
    made("document", "hd-a", TwoDistricts.document("hd-a", "HD", "OPEN", "作者"));
    changed("document", "hd-a", "documents/hd-a", META.formatted("改名"));
    made("conference", "hd-a/A1", TwoDistricts.conference("hd-a", "A1", "作者"));
    made("topic", "hd-a/AT1", TwoDistricts.topic("hd-a", "AT1", 1, "作者"));
    String measure = "hd-a-A1-AT1-1";
    made("measure", measure, TwoDistricts.measure("hd-a", "A1", "AT1", 1, "作者:每年至少召开2次会议。"));
    changed(
        "measure",
        measure,
        "measures/" + measure,
        TwoDistricts.measure("hd-a", "A1", "AT1", 1, "作者:每年至少召开2次会议"));
    String duty = TwoDistricts.obligation("h-a", measure, "作者的任务", "每年至少召开2次", "HD-ZF-01", "");
    made("obligation", "h-a", duty);
    changed("obligation", "h-a", "obligations/h-a", duty.replace("作者的任务", "作者的事"));
  }

  @Test
  void whoeverWritesAUnitIsKept() {
    String unit =
        "{\"id\": \"HD-A\", \"code\": \"HD-AA\", \"name\": \"%s\", \"kind\": \"BODY\", \"superior\": \"HD\"}";
    made("unit", "HD-A", unit.formatted("海淀区某局"));
    changed("unit", "HD-A", "units/HD-AA", unit.formatted("海淀区某办"));
  }

  @Test
  void whoeverWritesATermOrACalendarIsKept() {
    String term =
        "{\"id\": \"PARTY-2060\", \"level\": \"PARTY\", \"from\": \"2060-01-01\", \"to\": \"%s\"}";
    CITY_SUPERVISOR.post("terms", term.formatted("2061-01-01")).then().statusCode(201);
    once("term", "PARTY-2060", 1, "BJ-BG");
    changed("term", "PARTY-2060", "terms/PARTY-2060", term.formatted("2061-02-01"));
    String days = "{\"daysOff\": {\"2036-01-01\": \"元旦\"}, \"makeUpWorkingDays\": {}}";
    changed("calendar", "2036", "calendars/2036", days);
  }
}
