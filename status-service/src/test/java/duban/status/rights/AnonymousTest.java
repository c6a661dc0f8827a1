package duban.status.rights;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import duban.chassis.contract.Cells;
import duban.chassis.rights.LoadedRights;
import duban.chassis.rights.Rights;
import duban.chassis.rights.Scopes;
import duban.status.StatusTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An office that shows everybody how far it was carried out. */
@QuarkusTest
@TestProfile(AnonymousTest.StatesAreShown.class)
class AnonymousTest extends StatusTest {

  public static class StatesAreShown implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("duban.anonymous.states", "true");
    }
  }

  @Inject LoadedRights rights;
  @Inject Scopes scopes;

  private Rights open;

  @BeforeEach
  void takeTheTrueTable() {
    open = rights.table();
    rights.use(Rights.shipped());
  }

  @AfterEach
  void putItBack() {
    rights.use(open);
  }

  private String owedBy(String relation, String openness) {
    var code = "A-" + relation;
    var unit = new HashMap<String, Object>(Map.of("id", code, "code", code, "name", code));
    unit.put("version", 1);
    unit.put("relation", relation);
    unit.put("kind", "BODY");
    send("duban.units", code, "duban.unit.v1", bytes(unit));
    var owed = window();
    owed.put("unit", Map.of("id", code, "code", code, "name", code));
    var measure = new HashMap<String, Object>();
    measure.put("id", owed.get("measureId"));
    measure.put("version", 1);
    measure.put("text", "报送");
    if (openness != null) {
      measure.put("openness", openness);
    }
    send(
        "duban.measures",
        String.valueOf(owed.get("measureId")),
        "duban.measure.v1",
        bytes(measure));
    roundsUntil("SELECT count(*) FROM measure WHERE id = '" + owed.get("measureId") + "'", 1);
    return heard(owed);
  }

  private static byte[] bytes(Object body) {
    return json(body).getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void everybodySeesHowFarAnOpenMeasureWasCarriedOutButNotWhoWroteIt() {
    var id = owedBy("GUIDED", "OPEN");
    get("progress/" + id).statusCode(200).body("light", notNullValue());
    get("progress?limit=500").body("items.deadlineId", hasItem(id));
    get("events").statusCode(401);
    get("history?deadline=" + id).statusCode(401);
    get("events/stream").statusCode(401);
    get("authorship").statusCode(401);
  }

  @Test
  void whatIsPublishedIsMissedWhenTheTableSaysSoNoMore() {
    send(
        "duban.units",
        "CY",
        "duban.unit.v1",
        bytes(Map.of("id", "CY", "version", 1, "code", "CY", "name", "CY", "kind", "AREA")));
    roundsUntil("SELECT count(*) FROM unit WHERE id = 'CY'", 1);
    scopes.forget();
    var deadlines = new HashMap<String, String>();
    for (var relation : List.of("OWN", "INTERNAL", "PEER", "DEPARTMENT", "GUIDED")) {
      deadlines.put(relation, owedBy(relation, "OPEN"));
    }
    var event = counted(deadlines.get("GUIDED"), "laws", 1);
    rights.use(open);
    post(event).statusCode(201);
    rights.use(Rights.shipped());
    var cells =
        new Cells("/api/status/", rights, new Shown(deadlines, String.valueOf(event.get("id"))));
    assertThat(cells.differences()).isEmpty();
    assertThat(cells.unnoticed()).isEmpty();
  }

  @Test
  void theColourIsShownOnlyWhereTheRelationAllowsIt() {
    var internal = owedBy("INTERNAL", "OPEN");
    get("progress/" + internal)
        .statusCode(200)
        .body("state", notNullValue())
        .body("light", nullValue());
    get("progress?light=GREEN&limit=500").body("items.deadlineId", not(hasItem(internal)));
  }

  @Test
  void ofPartyAndSuperiorUnitsOnlyTheTextIsShownAndNoDeputy() {
    for (var relation : List.of("SUPERIOR", "PARTY", "PERSON")) {
      hidden(owedBy(relation, "OPEN"));
    }
  }

  @Test
  void whatIsNotOpenStaysHidden() {
    hidden(owedBy("DEPARTMENT", "INTERNAL"));
    hidden(owedBy("DEPARTMENT", null));
  }

  private void hidden(String id) {
    get("progress/" + id)
        .statusCode(404)
        .body("type", equalTo("urn:duban:problem:deadline-not-known"));
    for (var list : List.of("progress?limit=500", "progress?limit=500&q=法律")) {
      assertThat(get(list).statusCode(200).extract().asString()).as(list).doesNotContain(id);
    }
  }

  @Test
  void whoSignedInWithoutAGrantSeesNoMoreThanNobody() {
    var id = owedBy("DEPARTMENT", "INTERNAL");
    given()
        .header("Authorization", "Bearer " + duban.chassis.tokens.Tokens.of("", "A-DEPARTMENT"))
        .get("/api/status/progress/" + id)
        .then()
        .statusCode(404);
    get("progress/" + UUID.randomUUID()).statusCode(404);
  }
}
