package duban.catalog.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.catalog.Contracts;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A yearly list is sent by whose matter it is, and says what its unit may read and no more. */
@QuarkusTest
class SentRightsTest extends TrueTable {

  private static String sending(String unit) {
    return "{\"id\": \"%s\", \"year\": 2028, \"unit\": \"%s\"}".formatted(UUID.randomUUID(), unit);
  }

  /** The id of the list. */
  private static String sent(String unit) {
    var answer = Account.HD_SUPERVISOR.post("sent-lists", sending(unit));
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    assertThat(answer.jsonPath().getList("lists")).hasSize(1);
    return answer.path("lists[0].id");
  }

  private static List<String> withBasis(JsonNode items) {
    List<String> ids = new ArrayList<>();
    for (JsonNode row : items) {
      if (row.has("basis")) {
        ids.add(row.path("obligationId").asText());
      }
    }
    return ids;
  }

  private static JsonNode list(Account who, String id) {
    return Contracts.json(who.get("sent-lists/" + id).asString());
  }

  @Test
  void itSaysWhatTheUnitItselfReadsAndNotWhatOnlyTheSenderSees() {
    JsonNode list = list(Account.HD_SUPERVISOR, sent("HD-ZF-01"));
    JsonNode own =
        Contracts.json(Account.HD_REPORTER.get("yearly-lists/2028?unit=HD-ZF-01").asString())
            .at("/units/0/items");
    assertThat(list.at("/sentBy/code").asText()).isEqualTo("HD-BG");
    assertThat(column(list.path("items"), "obligationId"))
        .contains("h-inner", "h-open")
        .isEqualTo(column(own, "obligationId"));
    assertThat(withBasis(list.path("items"))).contains("h-open").isEqualTo(withBasis(own));
    for (JsonNode row : list.path("items")) {
      boolean inner = row.path("obligationId").asText().equals("h-inner");
      assertThat(inner && row.has("basis")).as(row.toString()).isFalse();
      assertThat(row.at("/dates/0/deadlineId").asText()).hasSize(36);
    }
  }

  @Test
  void nobodyElsewhereIsNamedInIt() {
    String id = sent("HD-ZF");
    assertThat(Account.HD_SUPERVISOR.get("sent-lists/" + id).asString())
        .contains("h-beside")
        .doesNotContain("李代表");
    assertThat(Account.HD_SUPERVISOR.get("sent-lists/" + sent("HD-DB-01")).asString())
        .contains("h-beside", "李代表");
  }

  @Test
  void isReadByItsUnitAndThoseWhoReadAllOfIt() {
    String id = sent("HD-ZF-01");
    for (Account who :
        List.of(
            Account.HD_REPORTER,
            Account.HD_SUPERVISOR,
            Account.HD_LEADER,
            Account.HD_READER,
            Account.HD_GOVERNMENT,
            Account.CITY_LEADER)) {
      assertThat(who.get("sent-lists/" + id).statusCode()).as(who.name()).isEqualTo(200);
      assertThat(who.get("sent-lists?unit=HD-ZF-01").asString()).as(who.name()).contains(id);
    }
    for (Account who :
        List.of(Account.HD_CO_REPORTER, Account.CY_SUPERVISOR, Account.CY_REPORTER)) {
      assertThat(who.get("sent-lists/" + id).statusCode()).as(who.name()).isEqualTo(404);
      assertThat(who.get("sent-lists?unit=HD-ZF-01").asString())
          .as(who.name())
          .doesNotContain(id)
          .contains("\"items\":[]");
    }
    assertThat(Account.ANONYMOUS.get("sent-lists/" + id).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @EnumSource(names = {"CY_SUPERVISOR", "HD_REPORTER", "HD_LEADER", "HD_REVIEWER"})
  void nobodyElseSends(Account who) {
    assertThat(who.post("sent-lists", sending("HD-ZF-01")).statusCode()).isEqualTo(403);
  }

  @Test
  void aGroupIsSentToOnlyByWhomAllOfItConcerns() {
    assertThat(Account.HD_GOVERNMENT.post("sent-lists", sending("HD-BM")).statusCode())
        .isEqualTo(201);
    assertThat(Account.HD_GOVERNMENT.post("sent-lists", sending("HD-JW")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void whatSomebodyElseSentIsNotToldToWhoAsksForTheSameId() {
    String body = sending("HD-ZF-01");
    assertThat(Account.HD_SUPERVISOR.post("sent-lists", body).statusCode()).isEqualTo(201);
    assertThat(Account.HD_SUPERVISOR.post("sent-lists", body).statusCode()).isEqualTo(200);
    var other = Account.CY_SUPERVISOR.post("sent-lists", body.replace("HD-ZF-01", "QZF-BM-03"));
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.asString()).contains("sending-conflict").doesNotContain("HD-ZF");
  }

  private static List<String> column(JsonNode rows, String name) {
    List<String> texts = new ArrayList<>();
    rows.forEach(it -> texts.add(it.path(name).asText()));
    return texts;
  }
}
