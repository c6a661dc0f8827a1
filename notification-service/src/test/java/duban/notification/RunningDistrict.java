package duban.notification;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.chassis.json.Json;
import duban.chassis.rights.LoadedRights;
import duban.chassis.rights.Rights;
import duban.chassis.rights.Scopes;
import duban.chassis.tokens.Tokens;
import duban.notification.deadline.Deadline;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A district with the rights as they are shipped: departments below QZF, whose matters RDCWH-BG
 * supervises, and a party committee below QW, whose matters QWB does.
 */
abstract class RunningDistrict extends RunningService {

  static final String API = "/api/notification/";

  @Inject LoadedRights rights;
  @Inject Scopes scopes;
  private Rights before;

  @BeforeEach
  void district() {
    before = rights.table();
    rights.use(Rights.shipped());
    scopes.forget();
    feed.calendar()
        .unit("CY", "AREA", "OWN", "", "")
        .unit("QZF", "BODY", "PEER", "CY", "QZFB")
        .unit("QZFB", "DEPARTMENT", "DEPARTMENT", "QZF", "")
        .unit("QZF-BM-01", "DEPARTMENT", "DEPARTMENT", "QZF", "")
        .unit("QZF-BM-03", "DEPARTMENT", "DEPARTMENT", "QZF", "")
        .unit("RDCWH-BG", "DEPARTMENT", "INTERNAL", "CY", "")
        .unit("QFY", "BODY", "PEER", "CY", "")
        .unit("QJCY", "BODY", "PEER", "CY", "")
        .unit("QW", "BODY", "SUPERIOR", "CY", "")
        .unit("XDW-01", "BODY", "PARTY", "QW", "")
        .deadline(Year2027.report("QZF-BM-03", "QZF-BM-03"))
        .deadline(Year2027.report("QZF", "QZF"));
    owed("QZF-BM-01", Map.of("addressee", "QFY"));
    owed("XDW-01", Map.of("supervisor", "QWB", "organiser", "QZF-BM-01"));
    feed.read();
    plan("2027-10-25T09:29:10");
  }

  @AfterEach
  void everybodyAgain() {
    rights.use(before);
    scopes.forget();
  }

  /** A report of this unit in which others have these parts. */
  void owed(String unit, Map<String, String> parts) {
    Deadline report = Year2027.report(unit, unit);
    ObjectNode body = Json.contract().valueToTree(report);
    parts.forEach(
        (part, code) -> body.putObject(part).put("id", code).put("code", code).put("name", code));
    feed.raw("duban.deadlines", report.id(), "duban.deadline.v1", Feed.json(body));
  }

  static RequestSpecification as(String grant, String... units) {
    return given()
        .header("Authorization", "Bearer " + Tokens.of(grant, units))
        .contentType(ContentType.JSON);
  }

  /** From all pages, each item's {@code field}, without repetitions. */
  static List<String> all(RequestSpecification who, String path, String field) {
    var seen = new ArrayList<String>();
    var after = "";
    do {
      var page =
          given()
              .spec(who)
              .queryParam("limit", 7)
              .queryParam("after", after)
              .get(API + path)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      seen.addAll(page.getList("items." + field, String.class));
      after = page.getString("next");
    } while (after != null);
    return List.copyOf(new TreeSet<>(seen));
  }

  /** The answer, with every id in it taken out. */
  static String refused(RequestSpecification who, int status, String path, String id) {
    return given()
        .spec(who)
        .get(API + path.replace("{id}", id))
        .then()
        .statusCode(status)
        .extract()
        .asString()
        .replace(id, "");
  }
}
