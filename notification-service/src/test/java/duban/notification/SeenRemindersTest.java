package duban.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SeenRemindersTest extends RunningDistrict {

  private static final String MISSING = "123e4567-e89b-42d3-a456-426614174000";
  private static final List<String> FILTERS =
      List.of(
          "unit=QZF-BM-03",
          "unit=XDW-01",
          "deadline=o-039-QZF",
          "state=PLANNED",
          "state=HELD",
          "state=SKIPPED",
          "step=DUE",
          "recipient=QZFB",
          "reason=RELATION",
          "channel=LETTER",
          "from=2027-10-26T00:00:00Z",
          "to=2027-10-26T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "reporter:CY, QJCY, ''",
    "reporter:QZF-BM-03, QZF-BM-03, QZF-BM-03",
    "reporter:QZF-BM-03, QZF-BM-01, ''",
    "reporter:CY, QZF-BM-01, QZF-BM-01 XDW-01",
    "reporter:CY, QFY, QZF-BM-01",
    "supervisor:CY, RDCWH-BG, QZF QZF-BM-01 QZF-BM-03",
    "supervisor:CY, QWB, XDW-01",
    "supervisor:CY, QJCY, ''",
    "supervisor:QZF-BM-03, RDCWH-BG, QZF-BM-03",
    "supervisor:CY, QZF-BM-03, QZF-BM-03",
    "leader:CY, CY, QZF QZF-BM-01 QZF-BM-03 XDW-01",
    "leader:QZF, CY, QZF QZF-BM-01 QZF-BM-03",
    "reviewer:QW, RDCWH-BG, XDW-01",
    "signer:XDW-01, RDCWH-BG, XDW-01",
    "reader:QZF-BM-01, CY, QZF-BM-01",
  })
  void eachSeesTheRemindersOfTheseUnitsAndNoOthers(String grant, String unit, String units) {
    var who = as(grant, unit);
    assertThat(String.join(" ", all(who, "reminders", "unit"))).isEqualTo(units);
    var seen = ids("'" + units.replace(" ", "','") + "'");
    assertThat(all(who, "reminders", "id")).isEqualTo(seen);
    for (var filter : FILTERS) {
      var expected = new ArrayList<>(all(as("leader:CY"), "reminders?" + filter, "id"));
      expected.retainAll(seen);
      assertThat(all(who, "reminders?" + filter, "id")).as(filter).isEqualTo(expected);
    }
    for (var id : ids("'QZF','QZF-BM-01','QZF-BM-03','XDW-01'")) {
      var status = seen.contains(id) ? 200 : 404;
      given().spec(who).get(API + "reminders/" + id).then().statusCode(status);
      given().spec(who).get(API + "reminders/" + id + "/explanation").then().statusCode(status);
    }
  }

  @Test
  void whoReceivesForAUnitSeesWhatIsSentAndNotTheTasksOfStaff() {
    assertThat(all(as("reporter:CY", "QZFB"), "reminders", "id"))
        .isEqualTo(sql("SELECT id FROM reminder WHERE recipient = 'QZFB' ORDER BY id::text"))
        .isNotEmpty();
    assertThat(all(as("reporter:QZFB", "QZFB"), "reminders", "recipient")).containsExactly("QZFB");
  }

  private static List<String> ids(String units) {
    return sql("SELECT id FROM reminder WHERE unit IN (" + units + ") ORDER BY id::text");
  }

  @Test
  void thePageEndsWithTheLastThatIsSeen() {
    var mine = ids("'QZF-BM-03'").size();
    as("reporter:CY", "QZF-BM-03")
        .get(API + "reminders?limit=" + mine)
        .then()
        .body("items.size()", equalTo(mine))
        .body("next", nullValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"reminders/{id}", "reminders/{id}/explanation"})
  void aHiddenOneIsRefusedLikeOneThatIsNot(String path) {
    var who = as("reporter:CY", "QZF-BM-03");
    var hidden = ids("'QZF-BM-01'").get(0);
    assertThat(refused(who, 404, path, hidden)).isEqualTo(refused(who, 404, path, MISSING));
  }

  @Test
  void whoHasNoTokenSeesNoneAndWhoseRoleReadsNoneIsToldSo() {
    var some = ids("'QZF-BM-03'").get(0);
    Stream.of("reminders", "reminders?unit=X", "reminders/" + some, "reminders/" + MISSING)
        .flatMap(it -> Stream.of(it, it.replaceFirst("(/.*)", "$1/explanation")))
        .forEach(
            it -> {
              given().get(API + it).then().statusCode(401);
              as("administrator:CY", "QZF-BM-03").get(API + it).then().statusCode(403);
              as("", "QZF-BM-03").get(API + it).then().statusCode(403);
            });
  }
}
