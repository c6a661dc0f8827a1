package duban.catalog.writing;

import static duban.catalog.writing.Caller.body;
import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Caller.post;
import static duban.catalog.writing.Duties.late;
import static duban.catalog.writing.Duties.make;
import static duban.catalog.writing.Duties.quota;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import duban.catalog.Contracts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The list of a year is sent once to each unit, and stays as it was sent. */
@QuarkusTest
class SentListsTest {
  private static final String TOPIC = "duban.yearly-lists";

  @Inject AgroalDataSource database;

  private static String sending(UUID id, String unit) {
    return "{\"id\": \"%s\", \"year\": 2028, \"unit\": \"%s\"}".formatted(id, unit);
  }

  private long last() {
    return Caller.number(database, "SELECT coalesce(max(id), 0) FROM outbox");
  }

  @Test
  void eachMemberOfAGroupIsSentItsOwn() {
    make(late("o-sl1", quota(1, "YEAR"), "JDGW-12").put("strength", "MAY"));
    UUID id = UUID.randomUUID();
    long before = last();
    var answer = post("sent-lists", sending(id, "JDGW"));
    answer.then().statusCode(201).header("Location", endsWith("sent-lists?sending=" + id));
    JsonNode lists = body(answer).path("lists");
    List<JsonNode> told = Caller.waiting(database, before, TOPIC);
    assertThat(told).hasSameSizeAs(lists).hasSizeGreaterThan(20);
    assertThat(told)
        .allSatisfy(
            it -> {
              byte[] bytes = it.toString().getBytes(StandardCharsets.UTF_8);
              assertThat(Contracts.errors("yearly-list", bytes)).isEmpty();
              assertThat(body(get("sent-lists/" + it.path("id").asText()))).isEqualTo(it);
            });
    assertThat(told.toString()).contains("o-sl1", "倡导性,不催办");
    get("sent-lists?year=2028&unit=JDGW-12&sending=" + id)
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items.unit.code", contains("JDGW-12"));
    get("sent-lists?limit=2&sending=" + id).then().body("items", hasSize(2));
    assertThat(get("sent-lists?year=2027&sending=" + id).asString()).contains("\"items\":[]");
  }

  @Test
  void theSameAgainIsAnsweredAsTheFirstAndSendsNothing() {
    make(late("o-sl2", quota(1, "YEAR"), "JDGW-13"));
    String body = sending(UUID.randomUUID(), "JDGW-13");
    JsonNode first = body(post("sent-lists", body).then().statusCode(201).extract().response());
    make(late("o-sl3", quota(1, "YEAR"), "JDGW-13"));
    long before = last();
    var again = post("sent-lists", body);
    again.then().statusCode(200);
    assertThat(body(again)).isEqualTo(first);
    assertThat(Caller.waiting(database, before, TOPIC)).isEmpty();
    post("sent-lists", body.replace("2028", "2027"))
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:duban:problem:sending-conflict"))
        .body("detail", endsWith("which another sending has; give another id"));
  }

  @Test
  void staysAsItWasSentUntilAnotherIsSent() {
    make(late("o-sl4", quota(1, "YEAR"), "JDGW-14"));
    String first = sent("JDGW-14");
    JsonNode list = body(get("sent-lists/" + first));
    make(late("o-sl5", quota(1, "YEAR"), "JDGW-14"));
    assertThat(body(get("sent-lists/" + first))).isEqualTo(list);
    assertThat(list.toString()).contains("o-sl4").doesNotContain("o-sl5");
    String second = sent("JDGW-14");
    assertThat(second).isNotEqualTo(first);
    assertThat(get("sent-lists/" + second).asString()).contains("o-sl4", "o-sl5");
    get("authorship?thing=sending").then().statusCode(200);
  }

  private static String sent(String unit) {
    var answer = post("sent-lists", sending(UUID.randomUUID(), unit));
    answer.then().statusCode(201).body("lists", hasSize(1));
    return answer.path("lists[0].id");
  }

  @Test
  void whatIsOnlyTriedIsNotSent() {
    make(late("o-sl6", quota(1, "YEAR"), "JDGW-15"));
    UUID id = UUID.randomUUID();
    long before = last();
    post("sent-lists?dryRun=true", sending(id, "JDGW-15"))
        .then()
        .statusCode(200)
        .body("lists.unit.code", contains("JDGW-15"));
    assertThat(Caller.waiting(database, before, TOPIC)).isEmpty();
    assertThat(get("sent-lists?sending=" + id).asString()).contains("\"items\":[]");
  }

  @Test
  void aYearWithoutDatesIsNotSent() {
    make(late("o-sl8", quota(1, "YEAR"), "JDGW-16"));
    UUID id = UUID.randomUUID();
    post("sent-lists", sending(id, "JDGW-16").replace("2028", "2030"))
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:duban:problem:nothing-to-send"))
        .body("detail", endsWith("send its list from 2029-01-01 on"));
    assertThat(get("sent-lists?sending=" + id).asString()).contains("\"items\":[]");
  }

  @Test
  void nothingIsSentToNobodyAndOfNothing() {
    post("units", "{\"id\": \"SL-NEW\", \"name\": \"新\", \"kind\": \"BODY\"}");
    post("sent-lists", sending(UUID.randomUUID(), "SL-NEW"))
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:duban:problem:nothing-to-send"));
    post("sent-lists", sending(UUID.randomUUID(), "NOBODY"))
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:duban:problem:unknown-reference"))
        .body("field", equalTo("unit"));
    get("sent-lists/" + UUID.randomUUID())
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:duban:problem:sent-list-not-known"));
  }
}
