package duban.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a contact changes in what is planned, and the same asked beforehand. */
@QuarkusTest
class ContactEffectTest extends RunningService {

  private static final String CONTACTS = "/api/notification/contacts";
  private static final String LI =
      "'name':'李某某','email':'li@chaoyang.example','units':['QZF-BM-01']";

  @BeforeEach
  void something() {
    feed.calendar()
        .unit("QZF-BM-01", "区发展改革委", "DEPARTMENT", null)
        .deadline(Year2027.report("QZF-BM-01", "区发展改革委"))
        .read();
    sql("DELETE FROM contact");
    plan("2027-10-25T09:29:10");
  }

  @Test
  void askedBeforehandItSaysWhatWillBePlannedAndNothingIsKept() {
    var reminders = sql("SELECT reminder::text FROM reminder ORDER BY id");
    var wanted = "{'id':'li'," + LI + "}";
    var foretold = json(wanted).post(CONTACTS + "?dryRun=true").then().statusCode(200);
    foretold
        .header("ETag", nullValue())
        .header("Location", nullValue())
        .body("contact.name", equalTo("李某某"))
        .body("effect.items.findAll { it.change == 'APPEARS' }.recipient", everyItem(is("li")))
        .body("effect.items.findAll { it.change == 'DISAPPEARS' }.recipient", not(hasItem("li")));
    given().get(CONTACTS + "/li").then().statusCode(404);
    assertThat(sql("SELECT deadline_id FROM to_plan")).isEmpty();
    assertThat(sql("SELECT reminder::text FROM reminder ORDER BY id")).isEqualTo(reminders);
    var made = json(wanted).post(CONTACTS).then().statusCode(201).extract().asString();
    assertThat(made).isEqualTo(foretold.extract().asString());
    var held = Integer.toString(foretold.extract().path("effect.disappear"));
    plan("2027-10-25T09:29:20");
    assertThat(sql("SELECT count(*) FROM reminder WHERE recipient = 'li' AND state = 'PLANNED'"))
        .containsExactly(foretold.extract().path("effect.appear").toString());

    var end = "{" + LI + ",'active':false}";
    json(end)
        .header("If-Match", "\"1\"")
        .put(CONTACTS + "/li?dryRun=true")
        .then()
        .statusCode(200)
        .body("contact.active", equalTo(false))
        .body("effect.appear.toString()", equalTo(held));
    json(end).put(CONTACTS + "/li?dryRun=true").then().statusCode(428);
    given().get(CONTACTS + "/li").then().header("ETag", "\"1\"").body("active", equalTo(true));
    json(wanted)
        .post(CONTACTS + "?dryRun=yes")
        .then()
        .statusCode(400)
        .body("field", equalTo("dryRun"));
  }

  @Test
  void itSaysWhatChangesForThoseForWhomSomebodyElseReceives() {
    feed.unit("XRD-ZXT-01", "南磨房乡人大主席团", "GUIDED", null)
        .unit("XRD-01", "南磨房乡人大", "GUIDED", "XRD-ZXT-01")
        .deadline(Year2027.sessions())
        .read();
    plan("2027-10-25T09:29:20");
    json("{'id':'wu','name':'吴某某','email':'wu@chaoyang.example','units':['XRD-ZXT-01']}")
        .post(CONTACTS + "?dryRun=true")
        .then()
        .body("effect.items.unit.unique()", equalTo(List.of("XRD-01")));
    json("{'id':'li'," + LI + "}")
        .post(CONTACTS)
        .then()
        .statusCode(201)
        .body("effect.items.unit.unique()", equalTo(List.of("QZF-BM-01")));
    plan("2027-10-25T09:29:30");
    var moved = LI.replace("li@", "new@");
    edit(CONTACTS + "/li", "{" + moved + ",'active':true}")
        .statusCode(200)
        .body("effect.appear", equalTo(0))
        .body("effect.disappear", equalTo(0));
  }
}
