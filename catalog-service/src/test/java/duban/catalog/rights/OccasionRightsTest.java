package duban.catalog.rights;

import static duban.catalog.rights.Account.ANONYMOUS;
import static duban.catalog.rights.Account.CITY_LEADER;
import static duban.catalog.rights.Account.CITY_SUPERVISOR;
import static duban.catalog.rights.Account.CY_SUPERVISOR;
import static duban.catalog.rights.Account.HD_CO_REPORTER;
import static duban.catalog.rights.Account.HD_GOVERNMENT;
import static duban.catalog.rights.Account.HD_REPORTER;
import static duban.catalog.rights.Account.HD_SUPERVISOR;
import static duban.catalog.rights.InternalDocumentTest.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who learns of an occasion, and who enters one. */
@QuarkusTest
class OccasionRightsTest extends TrueTable {
  private static final String TYPE = "H_DECISION";
  private static final String LIST = "occasions?limit=500&type=" + TYPE;

  private final String id = UUID.randomUUID().toString();

  @BeforeEach
  void aTypeOfTheCity() {
    String type = "{\"id\": \"%s\", \"name\": \"重大决策\"}".formatted(TYPE);
    assertThat(CITY_SUPERVISOR.post("occasion-types", type).statusCode()).isIn(200, 201);
  }

  /** Each of another day. */
  private static String occasion(String id, String more) {
    int day = 1 + Math.floorMod(id.hashCode(), 28);
    return "{\"id\": \"%s\", \"type\": \"%s\", \"name\": \"机密的事 %s\", \"date\": \"2047-06-%02d\"%s}"
        .formatted(id, TYPE, id, day, more.isEmpty() ? "" : ", " + more);
  }

  private void made(String more) {
    CITY_SUPERVISOR.post("occasions", occasion(id, more)).then().statusCode(201);
  }

  @ParameterizedTest
  @EnumSource(names = {"ANONYMOUS", "GUEST", "CY_SUPERVISOR", "CY_REPORTER"})
  void whatConcernsPeopleAndThePartyIsNotFoundElsewhere(Account who) {
    for (String more :
        List.of(
            "\"unit\": \"HD-DB-01\"",
            "\"unit\": \"HD-W\"",
            "\"unit\": \"HD-JW-01\"",
            "\"unit\": \"HD-ZF\", \"lead\": [\"HD-DB-01\"]",
            "\"co\": [\"HD-DB-01\"]")) {
      String hidden = UUID.randomUUID().toString();
      CITY_SUPERVISOR.post("occasions", occasion(hidden, more)).then().statusCode(201);
      assertThat(ids(who, LIST)).as(more).doesNotContain(hidden);
      var one = who.get("occasions/" + hidden);
      var none = who.get("occasions/" + id);
      assertThat(one.statusCode()).as(more).isEqualTo(404);
      assertThat(one.asString().replace(hidden, id)).isEqualTo(none.asString());
      assertThat(ids(CITY_LEADER, LIST)).contains(hidden);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ANONYMOUS", "GUEST", "CY_SUPERVISOR", "HD_CO_REPORTER"})
  void whatIsPublishedTellsTheDayAndNoWordOfStaff(Account who) {
    made("\"unit\": \"HD-ZF\", \"co\": [\"HD-W\", \"HD-ZF-01\"]");
    String shown = who.get("occasions/" + id).asString();
    assertThat(shown).contains("2047-06-").contains("HD-ZF-01").doesNotContain("机密", "HD-W");
    assertThat(ids(who, LIST)).contains(id);
    String name = who.get(LIST).path("items.find { it.id == '" + id + "' }.name");
    assertThat(name).isNull();
  }

  @ParameterizedTest
  @EnumSource(names = {"HD_SUPERVISOR", "HD_LEADER", "HD_REPORTER", "CITY_LEADER"})
  void whoseMatterItIsReadsAllOfIt(Account who) {
    made("\"unit\": \"HD-ZF\", \"co\": [\"HD-W\", \"HD-ZF-01\"]");
    assertThat(who.get("occasions/" + id).asString()).contains("机密", "HD-W");
  }

  @Test
  void oneForAllIsEnteredForTheWholeAndOneOfAUnitByWhoeverSupervisesIt() {
    String forAll = occasion(id, "");
    for (Account who : List.of(HD_SUPERVISOR, CY_SUPERVISOR, HD_REPORTER, CITY_LEADER)) {
      who.post("occasions", forAll).then().statusCode(403);
      who.post("occasions/batch", "{\"occasions\": [" + forAll + "]}").then().statusCode(403);
    }
    ANONYMOUS.post("occasions", forAll).then().statusCode(401);
    CITY_SUPERVISOR.post("occasions", forAll).then().statusCode(201);
    HD_SUPERVISOR.put("occasions/" + id, "\"1\"", forAll).then().statusCode(403);

    String other = UUID.randomUUID().toString();
    String ofHaidian = occasion(other, "\"unit\": \"HD-ZF-01\"");
    CY_SUPERVISOR.post("occasions", ofHaidian).then().statusCode(403);
    HD_GOVERNMENT.post("occasions", ofHaidian).then().statusCode(201);
    HD_SUPERVISOR.post("occasions", ofHaidian).then().statusCode(200);
    HD_SUPERVISOR.put("occasions/" + other, "\"1\"", ofHaidian).then().statusCode(200);
    CY_SUPERVISOR.put("occasions/" + other, "\"1\"", ofHaidian).then().statusCode(403);
    HD_CO_REPORTER.put("occasions/" + other, "\"1\"", ofHaidian).then().statusCode(403);
  }

  @Test
  void nobodyMakesAnotherDistrictLead() {
    String mixed = occasion(id, "\"unit\": \"HD-ZF\", \"lead\": [\"QZF-BM-03\"]");
    HD_SUPERVISOR.post("occasions", mixed).then().statusCode(403);
    CITY_SUPERVISOR.post("occasions", mixed).then().statusCode(201);
    HD_SUPERVISOR
        .put("occasions/" + id, "\"1\"", occasion(id, "\"unit\": \"HD-ZF\""))
        .then()
        .statusCode(403);
  }

  @Test
  void whatIsHiddenCannotBeNamed() {
    made("\"unit\": \"HD-W\"");
    String other = UUID.randomUUID().toString();
    String follows = occasion(other, "\"unit\": \"QZF\", \"follows\": \"" + id + "\"");
    CY_SUPERVISOR
        .post("occasions", follows)
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:duban:problem:unknown-reference"));
    CY_SUPERVISOR
        .post("occasions", occasion(other, "\"unit\": \"QZF\", \"co\": [\"HD-DB-01\"]"))
        .then()
        .statusCode(422)
        .body("field", equalTo("co"));
    // An id that is taken is told of no more than that.
    CY_SUPERVISOR
        .post("occasions", occasion(id, "\"unit\": \"QZF\""))
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:duban:problem:occasion-conflict"));
    CY_SUPERVISOR
        .put("occasions/" + id, "\"1\"", occasion(id, "\"unit\": \"HD-W\""))
        .then()
        .statusCode(404);
  }

  @Test
  void typesAndAttributesAreTheWholeInstallationsAndReadByEverybody() {
    String type = "{\"id\": \"H_OTHER\", \"name\": \"会议\"}";
    HD_SUPERVISOR.post("occasion-types", type).then().statusCode(403);
    HD_SUPERVISOR.post("attributes", TriedOccasions.attribute("hOther")).then().statusCode(403);
    CITY_SUPERVISOR.post("occasion-types", type).then().statusCode(201);
    CITY_SUPERVISOR.post("attributes", TriedOccasions.attribute("hOther")).then().statusCode(201);
    ANONYMOUS.get("occasion-types/H_OTHER").then().statusCode(200);
    ANONYMOUS.get("attributes/hOther").then().statusCode(200);
  }
}
