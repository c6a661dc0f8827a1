package duban.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import duban.chassis.rights.Rights;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ContactRightsTest extends RunningDistrict {

  private static final String BOTH = "'units':['QZF-BM-01','QFY']";

  @BeforeEach
  void some() {
    sql(
        """
        DELETE FROM contact;
        INSERT INTO contact (id, name, email, changed_at) VALUES
          ('one', '李', 'one@x.example', now()), ('three', '王', 'three@x.example', now()),
          ('both', '吴', 'both@x.example', now());
        INSERT INTO contact_unit (contact_id, unit) VALUES ('one', 'QZF-BM-01'),
          ('three', 'QZF-BM-03'), ('both', 'QZF-BM-01'), ('both', 'QFY');
        """);
  }

  @ParameterizedTest
  @CsvSource({
    "reporter:CY, QJCY, ''",
    "reporter:QZF-BM-03, QZF-BM-03, three",
    "reporter:CY, QZF-BM-01, both one",
    "reporter:QZF-BM-03, QZF-BM-01, ''",
    "supervisor:CY, RDCWH-BG, both one three",
    "supervisor:QZF, RDCWH-BG, one three",
    "supervisor:QW, RDCWH-BG, ''",
    "administrator:CY, QJCY, both one three",
    "administrator:QFY, QFY, both",
  })
  void eachSeesTheContactsOfTheseUnitsAndNoOthers(String grant, String unit, String ids) {
    var who = as(grant, unit);
    assertThat(String.join(" ", all(who, "contacts", "id"))).isEqualTo(ids);
    for (var id : List.of("one", "three", "both")) {
      var status = List.of(ids.split(" ")).contains(id) ? 200 : 404;
      given().spec(who).get(API + "contacts/" + id).then().statusCode(status);
    }
    for (var of : List.of("QZF-BM-01", "QZF-BM-03", "QFY", "NOBODY")) {
      var expected = new ArrayList<>(all(as("administrator:CY"), "contacts?unit=" + of, "id"));
      expected.retainAll(List.of(ids.split(" ")));
      assertThat(all(who, "contacts?unit=" + of, "id")).as(of).isEqualTo(expected);
    }
    given()
        .spec(who)
        .get(API + "contacts?limit=1")
        .then()
        .body("items", hasSize(ids.isEmpty() ? 0 : 1));
  }

  @ParameterizedTest
  @CsvSource({"QZF-BM-01, both one", "QFY, both", "QZF-BM-03, three", "NOBODY, ''"})
  void oneAsksWhoReceivesForAUnit(String unit, String ids) {
    var found = all(as("administrator:CY"), "contacts?unit=" + unit, "id");
    assertThat(String.join(" ", found)).isEqualTo(ids);
  }

  @Test
  void whoHasNoTokenSeesNoneAndWhoseRoleReadsNoneIsToldSo() {
    for (var path : List.of("contacts", "contacts/one", "contacts/none")) {
      given().get(API + path).then().statusCode(401).body(not(containsString("x.example")));
      for (var role : List.of("reviewer:CY", "signer:CY", "reader:CY")) {
        as(role, "QZF-BM-01").get(API + path).then().statusCode(403);
      }
    }
  }

  @Test
  void aHiddenOneIsRefusedLikeOneThatIsNot() {
    var who = as("supervisor:QFY", "RDCWH-BG");
    assertThat(refused(who, 404, "contacts/{id}", "one"))
        .isEqualTo(refused(who, 404, "contacts/{id}", "none"));
    assertThat(put(who, "one", "'units':['QFY']").statusCode(404).extract().asString())
        .isEqualTo(
            put(who, "none", "'units':['QFY']")
                .statusCode(404)
                .extract()
                .asString()
                .replace("none", "one"));
  }

  private static ValidatableResponse put(RequestSpecification who, String id, String units) {
    return given()
        .spec(who)
        .header("If-Match", "\"1\"")
        .body(
            "{'name':'李','email':'l@x.example','active':true,%s}"
                .formatted(units)
                .replace('\'', '"'))
        .put(API + "contacts/" + id)
        .then();
  }

  private static ValidatableResponse post(RequestSpecification who, String id, String units) {
    return given()
        .spec(who)
        .body(
            "{'id':'%s','name':'李','email':'l@x.example',%s}"
                .formatted(id, units)
                .replace('\'', '"'))
        .post(API + "contacts")
        .then();
  }

  @ParameterizedTest
  @ValueSource(strings = {"contacts", "contacts?dryRun=true"})
  void onlyTheCataloguesKeepersMakeOne(String path) {
    var body = "{\"id\":\"li\",\"name\":\"李\",\"email\":\"l@x.example\",\"units\":[\"QZF-BM-01\"]}";
    json(body).post(API + path).then().statusCode(401);
    for (var grant : List.of("reviewer", "signer", "leader", "reporter", "reader")) {
      as(grant + ":CY", "QZF-BM-01").body(body).post(API + path).then().statusCode(403);
    }
    as("supervisor:QFY", "QZF-BM-01").body(body).post(API + path).then().statusCode(403);
    assertThat(sql("SELECT count(*) FROM contact")).containsExactly("3");
    var made = path.contains("dryRun") ? 200 : 201;
    as("supervisor:QZF").body(body).post(API + path).then().statusCode(made);
    as("administrator:CY").body(body).post(API + path).then().statusCode(200);
  }

  @Test
  void aUnitOutsideTheScopeIsNeitherTakenOverNorGivenAway() {
    var keeper = as("supervisor:QZF", "RDCWH-BG");
    post(keeper, "li", BOTH).statusCode(403).body(containsString("QFY"));
    post(keeper, "li", "'units':['QZF-BM-01','NOBODY']").statusCode(403);
    put(keeper, "one", BOTH).statusCode(403);
    put(keeper, "both", "'units':['QZF-BM-01']").statusCode(404);
    put(as("supervisor:QFY", "QFY"), "both", "'units':['QFY']")
        .statusCode(403)
        .body(containsString("QZF-BM-01"));
    assertThat(sql("SELECT version FROM contact WHERE version > 1")).isEmpty();
    put(keeper, "one", "'units':['QZF-BM-03']").statusCode(200);
    put(as("supervisor:CY"), "both", BOTH).statusCode(200);
  }

  @Test
  void whereAnOfficeLetsReportersChangeTheirOwnTheyTakeNoOthersMail() throws Exception {
    var row = "operation\treporter\nPUT contacts/{id}\tO\n";
    rights.use(
        Rights.shipped()
            .changedBy(
                Rights.parse(new ByteArrayInputStream(row.getBytes(StandardCharsets.UTF_8)))));
    var reporter = as("reporter:CY", "QZF-BM-01");
    put(reporter, "one", BOTH).statusCode(403);
    put(reporter, "both", "'units':['QZF-BM-01']").statusCode(403);
    put(reporter, "three", "'units':['QZF-BM-01']").statusCode(404);
    put(reporter, "one", "'units':['QZF-BM-01']").statusCode(200);
  }

  @Test
  void aChangeIsRefusedBeforeAnythingIsSaidOfTheVersion() {
    json("{}").put(API + "contacts/one").then().statusCode(401);
    as("reporter:CY", "QZF-BM-01").body("{}").put(API + "contacts/one").then().statusCode(403);
    as("supervisor:QFY", "QFY")
        .body("{\"name\":\"李\",\"email\":\"l@x.example\",\"units\":[\"QFY\"],\"active\":true}")
        .put(API + "contacts/both?dryRun=true")
        .then()
        .statusCode(403)
        .header("ETag", equalTo(null));
  }

  /** Who supervises is told of what others owe. */
  @Test
  void whatOthersOweIsNotCountedForWhoseGrantDoesNotReachThem() {
    var body = "'units':['RDCWH-BG']";
    post(as("administrator:CY"), "li", body).statusCode(201).body("effect.appear", greaterThan(0));
    sql("DELETE FROM contact WHERE id = 'li'");
    post(as("supervisor:RDCWH-BG", "QJCY"), "li", body)
        .statusCode(201)
        .body("effect.appear", equalTo(0))
        .body("effect.move", equalTo(0))
        .body("effect.disappear", equalTo(0));
    sql("DELETE FROM contact WHERE id = 'li'");
    post(as("administrator:RDCWH-BG"), "li", body).body("effect.appear", equalTo(0));
  }

  @Test
  void whatItChangesIsCountedForAllButShownOnlyAsFarAsItMayBeRead() {
    var body = "'units':['QZF-BM-01','XDW-01','QZFB']";
    var counted = "effect.appear";
    int all = post(as("administrator:CY"), "li", body).statusCode(201).extract().path(counted);
    assertThat(all).isPositive();
    sql("DELETE FROM contact WHERE id = 'li'");
    post(as("administrator:CY"), "li", body)
        .body(counted, equalTo(all))
        .body("effect.items", hasSize(0));
    sql("DELETE FROM contact WHERE id = 'li'");
    post(as("supervisor:CY", "RDCWH-BG"), "li", body)
        .body(counted, equalTo(all))
        .body("effect.items.unit.unique()", equalTo(List.of("QZF", "QZF-BM-01")));
    sql("DELETE FROM contact WHERE id = 'li'");
    post(as("supervisor:CY", "QZF"), "li", body)
        .body(counted, equalTo(all))
        .body("effect.items.unit.unique()", equalTo(List.of("QZF")));
  }
}
