package duban.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;

import duban.chassis.contract.Texts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContactTest extends RunningService {

  private static final String CONTACTS = "/api/notification/contacts";

  @BeforeEach
  void something() {
    feed.calendar()
        .unit("QZF-BM-01", "区发展改革委", "DEPARTMENT", null)
        .unit("QZF-BM-02", "区教委", "DEPARTMENT", null)
        .deadline(Year2027.report("QZF-BM-01", "区发展改革委"))
        .read();
    sql("DELETE FROM contact");
    plan("2027-10-25T09:29:10");
  }

  private static String body(String name, String email) {
    return "'name':'%s','email':'%s','units':['QZF-BM-01']".formatted(name, email);
  }

  private static ValidatableResponse create(String id, String name, String email) {
    return json("{'id':'" + id + "'," + body(name, email) + "}").post(CONTACTS).then();
  }

  private static ValidatableResponse change(String id, String name, String email, boolean active) {
    return edit(CONTACTS + "/" + id, "{" + body(name, email) + ",'active':" + active + "}");
  }

  private static List<String> notices() {
    return sql(
        "SELECT concat_ws(' ', step, recipient, state, reason) FROM reminder"
            + " WHERE channel = 'EMAIL' AND step IN ('DUE', 'AFTER') ORDER BY step_on");
  }

  @Test
  void creatingIsRepeatableAndEditingNeedsWhatWasRead() {
    create("li", "李某某", "li@chaoyang.example")
        .statusCode(201)
        .header("ETag", "\"1\"")
        .header("Location", matchesPattern("http://[^/]+" + CONTACTS + "/li"));
    create("li", "李某某", "li@chaoyang.example").statusCode(200).header("ETag", "\"1\"");
    create("li", "王某某", "li@chaoyang.example")
        .statusCode(409)
        .body("type", equalTo("urn:duban:problem:contact-conflict"));
    change("li", "李某某", "new@chaoyang.example", true)
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("contact.email", equalTo("new@chaoyang.example"));
    change("li", "李某某", "new@chaoyang.example", true).header("ETag", "\"2\"");
    json("{" + body("李", "old@chaoyang.example") + ",'active':true}")
        .header("If-Match", "\"1\"")
        .put(CONTACTS + "/li")
        .then()
        .statusCode(412);
    given().get(CONTACTS).then().body("items.id", hasItem("li"));
  }

  @Test
  void whatIsHeldBecauseNobodyReceivesIsPlannedForWhoeverComes() {
    assertThat(notices()).containsExactly("DUE HELD NO_CONTACT", "AFTER HELD NO_CONTACT");
    create("li", "李某某", "li@chaoyang.example").statusCode(201);
    plan("2027-10-25T09:29:20");
    assertThat(notices()).containsExactly("DUE li PLANNED", "AFTER li PLANNED");
    change("li", "李某某", "li@chaoyang.example", false).statusCode(200);
    plan("2027-10-25T09:29:30");
    assertThat(notices())
        .as("a contact that has ended receives nothing")
        .containsExactly("DUE HELD NO_CONTACT", "AFTER HELD NO_CONTACT");
  }

  @Test
  void whatWasSentToTheOldAddressIsNotSentAgain() {
    create("li", "李某某", "li@chaoyang.example");
    plan("2027-10-25T09:29:20");
    sql("UPDATE reminder SET state = 'SENT', version = 1 WHERE step = 'DUE'");
    change("li", "李某某", "new@chaoyang.example", true).statusCode(200);
    plan("2027-10-25T09:29:30");
    assertThat(notices()).containsExactly("DUE li SENT", "AFTER li PLANNED");
  }

  @Test
  void whoWritesAnIdOtherwiseIsToldHow() {
    create("li_1", "李某某", "li@chaoyang.example")
        .statusCode(400)
        .body("detail", equalTo("id must be 1 to 60 letters (A to Z, a to z), digits and hyphens"));
  }

  @Test
  void aHeaderCannotBeSmuggledIntoAMail() {
    for (var email :
        List.of("li@x.example\\r\\nBcc: all@x.example", "li\\r\\nRCPT TO:<x@y.example>@x")) {
      create("li", "李某某", email)
          .statusCode(400)
          .contentType("application/problem+json")
          .body("type", equalTo("urn:duban:problem:invalid-address"))
          .body("detail", containsString("office@chaoyang.example"));
    }
    for (var name : List.of("李\\r\\nBcc: x", "李\\u0085", "李\\u2028x", "\\u000b")) {
      create("li", name, "li@chaoyang.example").statusCode(400);
    }
    assertThat(sql("SELECT id FROM contact")).isEmpty();
  }

  @Test
  void namesAndDomainsComeBackByteForByte() {
    var names = Stream.concat(Texts.FAITHFUL.stream(), Stream.of("\uE863", "\uD884\uDF50"));
    names
        .filter(it -> it.codePoints().noneMatch(Character::isISOControl))
        .forEach(ContactTest::comesBack);
    assertThat(sql("SELECT id FROM contact")).hasSizeGreaterThan(10);
  }

  private static void comesBack(String name) {
    var id = UUID.randomUUID().toString();
    var contact =
        Map.of("id", id, "name", name, "email", "li@人大.中国", "units", List.of("QZF-BM-01"));
    given()
        .contentType(ContentType.JSON)
        .body(contact)
        .post(CONTACTS)
        .then()
        .statusCode(201)
        .body("contact.name", equalTo(name))
        .body("contact.email", equalTo("li@人大.中国"));
    given().get(CONTACTS + "/" + id).then().body("name", equalTo(name));
  }

  @Test
  void aUnitThatTheCatalogDoesNotHaveReceivesNothing() {
    json("{'id':'li','name':'李','email':'li@chaoyang.example','units':['QZF-BM-77']}")
        .post(CONTACTS)
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:duban:problem:unit-not-known"))
        .body("field", equalTo("units[0]"));
    given()
        .get(CONTACTS + "/nobody")
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:duban:problem:contact-not-known"));
  }
}
