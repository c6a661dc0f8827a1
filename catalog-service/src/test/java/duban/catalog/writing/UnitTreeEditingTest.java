package duban.catalog.writing;

import static duban.catalog.writing.Caller.body;
import static duban.catalog.writing.Caller.etag;
import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Caller.post;
import static duban.catalog.writing.Caller.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.catalog.Contracts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** By which names a unit is found, and where it stands: neither changes what anybody owes. */
@QuarkusTest
class UnitTreeEditingTest {
  @Inject AgroalDataSource database;

  @Test
  void aliasesAreReplacedAsAWholeAndFindTheUnit() {
    ObjectNode form = UnitForms.of("QZF-BM-05");
    form.putArray("aliases").add("区工信办").add("𠮷办(筹)");
    long sent = sent();
    nothingOwedChanges(put("units/QZF-BM-05?dryRun=true", form.toString()))
        .body("result.aliases", equalTo(List.of("区工信办", "𠮷办(筹)")));
    assertThat(sent()).isEqualTo(sent);
    nothingOwedChanges(put("units/QZF-BM-05", form.toString()));
    assertThat(published(sent)).singleElement().satisfies(it -> aliases(it, "区工信办", "𠮷办(筹)"));
    found("𠮷办", hasItem("QZF-BM-05"));
    found("区工信办", contains("QZF-BM-05"));

    long later = sent();
    form.putArray("aliases").add("工信办");
    nothingOwedChanges(put("units/QZF-BM-05", form.toString()));
    assertThat(published(later)).singleElement().satisfies(it -> aliases(it, "工信办"));
    found("𠮷办(筹)", not(hasItem("QZF-BM-05")));
    form.remove("aliases");
    nothingOwedChanges(put("units/QZF-BM-05", form.toString())).body("result.aliases", empty());
  }

  @Test
  void anAliasStandsForOneUnit() {
    ObjectNode form = UnitForms.of("QZF-BM-06");
    form.putArray("aliases").add("两委一局");
    nothingOwedChanges(put("units/QZF-BM-06", form.toString()));
    ObjectNode other = UnitForms.of("QZF-BM-07");
    for (String taken :
        List.of("两委一局", UnitForms.of("QZF-BM-08").path("name").asText(), "XRD-01")) {
      other.putArray("aliases").add(taken);
      put("units/QZF-BM-07", other.toString())
          .then()
          .statusCode(422)
          .body("field", equalTo("aliases"))
          .body("detail", containsString("'" + taken + "', which stands for"));
    }
    found("两委一局", contains("QZF-BM-06"));
    form.remove("aliases");
    nothingOwedChanges(put("units/QZF-BM-06", form.toString()));
  }

  @Test
  void whoAnswersForTheDeputiesOfAGroupIsReachedByWhatChangesOfHim() {
    ObjectNode form = UnitForms.of("XRD-05");
    String was = form.path("name").asText();
    put("units/XRD-05", form.put("name", "改名的乡人大").toString()).then().statusCode(200);
    get("deadlines?obligation=o-061b&unit=XRD-05")
        .then()
        .body("items.unit.name", equalTo(List.of("改名的乡人大")));
    put("units/XRD-05", form.put("name", was).toString()).then().statusCode(200);
  }

  @Test
  void aUnitThatMovesStandsBelowItsNewSuperiorWithAllThatStandsBelowIt() {
    post("units", unit("T-TOP", "甲区", null)).then().statusCode(201);
    post("units", unit("T-OTHER", "乙区", null)).then().statusCode(201);
    post("units", unit("T-MID", "甲区某局", "T-TOP")).then().statusCode(201);
    post("units", unit("T-LOW", "甲区某局某科", "T-MID")).then().statusCode(201);
    long sent = sent();
    put("units/T-MID?dryRun=true", unit("T-MID", "甲区某局", "T-OTHER"))
        .then()
        .body("result.superior.code", equalTo("T-OTHER"));
    get("units?superior=T-OTHER").then().body("items", empty());
    nothingOwedChanges(put("units/T-MID", unit("T-MID", "甲区某局", "T-OTHER")))
        .body("result.superior.name", equalTo("乙区"));
    assertThat(published(sent))
        .singleElement()
        .satisfies(it -> assertThat(it.at("/superior/code").asText()).isEqualTo("T-OTHER"));
    get("units?superior=T-OTHER").then().body("items.code", contains("T-MID"));
    get("units?superior=T-TOP").then().body("items", empty());
    get("units/T-LOW").then().body("superior.code", equalTo("T-MID"));

    String etag = etag("units/T-OTHER");
    put("units/T-OTHER", unit("T-OTHER", "乙区", "T-LOW"))
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:duban:problem:unit-circle"))
        .body("detail", containsString("above itself"));
    get("units/T-OTHER").then().header("ETag", etag);
    nothingOwedChanges(put("units/T-MID", unit("T-MID", "甲区某局", null)));
    get("units/T-MID").then().body("superior", nullValue());
  }

  @Test
  void aTownshipThatMovesOwesWhatItOwed() {
    JsonNode owed = body(get("deadlines?unit=XRD-02"));
    ObjectNode form = UnitForms.of("XRD-02");
    form.put("superior", "RDCWH");
    nothingOwedChanges(put("units/XRD-02", form.toString()));
    assertThat(body(get("deadlines?unit=XRD-02"))).isEqualTo(owed);
    form.put("superior", "CY");
    nothingOwedChanges(put("units/XRD-02", form.toString()));
  }

  private static io.restassured.response.ValidatableResponse nothingOwedChanges(
      io.restassured.response.Response done) {
    return done.then().statusCode(200).body("deadlines.counts.values().sum()", equalTo(0));
  }

  private static void found(String q, org.hamcrest.Matcher<?> codes) {
    io.restassured.RestAssured.given()
        .queryParam("q", q)
        .get("/api/catalog/units")
        .then()
        .statusCode(200)
        .body("items.code", codes);
  }

  private static void aliases(JsonNode unit, String... aliases) {
    byte[] body = unit.toString().getBytes(StandardCharsets.UTF_8);
    assertThat(Contracts.errors("unit", body)).isEmpty();
    assertThat(unit.path("aliases")).extracting(JsonNode::asText).containsExactly(aliases);
  }

  private List<JsonNode> published(long sent) {
    return Caller.waiting(database, sent, "duban.units");
  }

  private long sent() {
    return Caller.number(database, "SELECT coalesce(max(id), 0) FROM outbox");
  }

  private static String unit(String id, String name, String superior) {
    String above = superior == null ? "" : "\"superior\": \"" + superior + "\",";
    return "{\"id\": \"%s\", %s \"name\": \"%s\", \"kind\": \"BODY\"}".formatted(id, above, name);
  }
}
