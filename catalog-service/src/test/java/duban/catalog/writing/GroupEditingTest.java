package duban.catalog.writing;

import static duban.catalog.writing.Caller.body;
import static duban.catalog.writing.Caller.etag;
import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Caller.post;
import static duban.catalog.writing.Caller.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.catalog.Contracts;
import duban.chassis.inbox.Inbox;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A department owes what its group owes, as long as it belongs to it. */
@QuarkusTest
class GroupEditingTest {
  private static final String GROUP = "units/QZF-BM";

  @Inject AgroalDataSource database;
  @Inject Inbox inbox;

  private ObjectNode shipped;

  @BeforeEach
  void asItIs() {
    shipped = UnitForms.of("QZF-BM");
  }

  @AfterEach
  void asShipped() {
    put(GROUP + "?confirm=true", etag(GROUP), shipped.toString()).then().statusCode(200);
  }

  @Test
  void whoJoinsOwesFromTheNextYearUnlessSaidOtherwise() {
    made("QZF-BM-96");
    ObjectNode form = shipped.deepCopy();
    form.withArray("members").add("QZF-BM-96");
    put(GROUP, form.toString())
        .then()
        .statusCode(200)
        .body("result.memberSince.'QZF-BM-96'", startsWith("2027-"))
        .body("deadlines.appeared.period", everyItem(equalTo("2028")));
    owes("QZF-BM-96", 1);
    put(GROUP, with("QZF-BM-96"))
        .then()
        .body("deadlines.appeared.period", equalTo(List.of("2027")));
    owes("QZF-BM-96", 2);
  }

  @Test
  void whoseMembershipIsDatedIsAMember() {
    ObjectNode form = shipped.deepCopy();
    form.putObject("memberSince").put("XRD-01", "2027-01-01");
    put(GROUP, form.toString())
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:duban:problem:invalid-unit"))
        .body("field", equalTo("memberSince"));
  }

  @Test
  void whoJoinsOwesWhatTheGroupOwesAndWhoLeavesOwesItNoMore() {
    made("QZF-BM-99");
    long sent = sent();
    String joined = with("QZF-BM-99");
    JsonNode foretold = body(put(GROUP + "?dryRun=true", joined));
    assertThat(UnitForms.of("QZF-BM")).isEqualTo(shipped);
    assertThat(sent()).isEqualTo(sent);

    Response done = put(GROUP, joined);
    done.then()
        .statusCode(200)
        .body("result.members.code", hasItem("QZF-BM-99"))
        .body("deadlines.appeared.unit.code.unique()", equalTo(List.of("QZF-BM-99")))
        .body("deadlines.counts.moved", equalTo(0))
        .body("deadlines.counts.withdrawn", equalTo(0))
        .body("deadlines.counts.changed", equalTo(0));
    assertThat(body(done)).isEqualTo(foretold);
    owes("QZF-BM-99", 2);
    List<String> owed = done.path("deadlines.appeared.id");
    assertThat(members(sent)).contains("QZF-BM-99").hasSize(28);
    published(sent, owed, "ACTIVE", 1);

    long later = sent();
    Response left = put(GROUP, shipped.toString());
    left.then().statusCode(200).body("deadlines.counts.appeared", equalTo(0));
    assertThat(left.<List<String>>path("deadlines.withdrawn.id"))
        .containsExactlyInAnyOrderElementsOf(owed);
    owes("QZF-BM-99", 0);
    assertThat(members(later)).doesNotContain("QZF-BM-99").hasSize(27);
    published(later, owed, "WITHDRAWN", 2);
  }

  @Test
  void whatWhoLeavesBeganIsNotSetAsideUnconfirmed() throws Exception {
    String begun = begun("QZF-BM-98");
    needsConfirmation(GROUP, shipped.toString(), begun);
  }

  @Test
  void whatWhoEndsBeganIsNotSetAsideUnconfirmedIfNobodyTakesItOver() throws Exception {
    String begun = begun("QZF-BM-97");
    String ended = UnitForms.of("QZF-BM-97").put("endedOn", "2027-10-01").toString();
    needsConfirmation("units/QZF-BM-97", ended, begun);
  }

  /** Of a new department, the deadline of this year; it is being worked on. */
  private String begun(String unit) throws Exception {
    made(unit);
    put(GROUP, with(unit)).then().statusCode(200);
    String first =
        body(get("deadlines?obligation=o-039&period=2027&unit=" + unit)).at("/items/0/id").asText();
    StatusService.tells(inbox, database, first, "IN_PROGRESS", 0);
    return first;
  }

  private void needsConfirmation(String unit, String form, String begun) {
    String etag = etag(unit);
    long sent = sent();
    put(unit, etag, form)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:duban:problem:confirmation-needed"))
        .body("count", equalTo(1))
        .body("deadlines.id", equalTo(List.of(begun)))
        .body("deadlines[0].state", equalTo("IN_PROGRESS"));
    assertThat(etag(unit)).isEqualTo(etag);
    assertThat(sent()).isEqualTo(sent);
    get("deadlines/" + begun).then().body("status", equalTo("ACTIVE"));

    Response done = put(unit + "?confirm=true", etag, form);
    done.then().statusCode(200).body("deadlines.withdrawn.id", hasItem(begun));
    published(sent, done.path("deadlines.withdrawn.id"), "WITHDRAWN", 2);
  }

  private static void made(String unit) {
    String form = "{\"id\": \"%s\", \"name\": \"区新设局\", \"kind\": \"DEPARTMENT\"}";
    post("units", form.formatted(unit)).then().statusCode(201);
  }

  /** With one who belongs to it since the year began. */
  private String with(String unit) {
    ObjectNode form = shipped.deepCopy();
    form.withArray("members").add(unit);
    form.putObject("memberSince").put(unit, "2027-01-01");
    return form.toString();
  }

  private static void owes(String unit, int many) {
    get("deadlines?obligation=o-039&status=ACTIVE&unit=" + unit)
        .then()
        .body("items", many == 0 ? empty() : hasSize(many));
  }

  /** Of the group as it was published, alone. */
  private List<String> members(long sent) {
    List<JsonNode> units = Caller.waiting(database, sent, "duban.units");
    assertThat(units).singleElement().satisfies(it -> fits("unit", it));
    return units.get(0).path("members").findValuesAsText("code");
  }

  /** Exactly these, each once. */
  private void published(long sent, List<String> ids, String status, int version) {
    List<JsonNode> deadlines = Caller.waiting(database, sent, "duban.deadlines");
    assertThat(deadlines)
        .allSatisfy(
            it -> {
              fits("deadline", it);
              assertThat(it.path("status").asText()).isEqualTo(status);
              assertThat(it.path("version").asInt()).isEqualTo(version);
            })
        .extracting(it -> it.path("id").asText())
        .containsExactlyInAnyOrderElementsOf(ids);
  }

  private static void fits(String event, JsonNode body) {
    assertThat(Contracts.errors(event, body.toString().getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  private long sent() {
    return Caller.number(database, "SELECT coalesce(max(id), 0) FROM outbox");
  }
}
