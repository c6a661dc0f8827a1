package duban.catalog.rights;

import static duban.catalog.rights.InternalDocumentTest.ids;
import static duban.catalog.rights.TwoDistricts.INNER_MEASURE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.catalog.Contracts;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Chains, gaps and yearly lists hold what their reader sees, and nothing of another district. */
@QuarkusTest
class OwnListsTest extends TrueTable {

  /** Of the internal document, and replaced by one of the open document. */
  private static void linked() {
    String inner =
        TwoDistricts.obligation("h-earlier", INNER_MEASURE, "先前的任务", "每年至少召开2次", "HD-ZF-01", "");
    Account.HD_SUPERVISOR.post("obligations", inner);
    ObjectNode later = (ObjectNode) Contracts.json(TwoDistricts.obligation("h-later", "HD-ZF", ""));
    later
        .putArray("links")
        .addObject()
        .put("to", "h-earlier")
        .put("type", "DETAILS")
        .put("status", "PROPOSED");
    Account.HD_SUPERVISOR.post("obligations", later.toString());
  }

  private static List<String> chain(Account who) {
    return who.get("obligations/h-later/chain").jsonPath().getList("obligations.id");
  }

  @ParameterizedTest
  @EnumSource(names = {"ANONYMOUS", "GUEST", "CY_SUPERVISOR", "CY_REPORTER"})
  void aChainLeavesOutWhatIsHidden(Account who) {
    linked();
    assertThat(chain(who)).containsExactly("h-later");
    assertThat(who.get("obligations/h-later/chain").asString())
        .doesNotContain("h-earlier", "先前的任务");
  }

  @ParameterizedTest
  @EnumSource(names = {"HD_SUPERVISOR", "HD_LEADER", "CITY_LEADER"})
  void aChainIsWholeForWhoSeesItAll(Account who) {
    linked();
    assertThat(chain(who)).containsExactly("h-earlier", "h-later");
  }

  @Test
  void aGapIsAMatterOfThoseWhoSettleItAndOfTheirReaders() {
    linked();
    String gap = "LINK_PROPOSED:h-later:h-earlier";
    for (Account who :
        List.of(Account.HD_SUPERVISOR, Account.HD_LEADER, Account.HD_READER, Account.CITY_LEADER)) {
      assertThat(ids(who, "gaps?obligation=h-later")).as(who.name()).containsExactly(gap);
    }
    assertThat(ids(Account.CY_SUPERVISOR, "gaps?kind=LINK_PROPOSED")).doesNotContain(gap);
    assertThat(ids(Account.CY_SUPERVISOR, "gaps?unit=QZFB")).isNotEmpty();
    assertThat(ids(Account.HD_SUPERVISOR, "gaps?unit=QZFB")).isEmpty();
    assertThat(ids(Account.HD_SUPERVISOR, "gaps")).noneMatch(it -> it.contains("QZF"));
    assertThat(ids(Account.HD_SUPERVISOR, "gaps?kind=NO_CALENDAR")).isEmpty();
    assertThat(ids(Account.CITY_LEADER, "gaps?kind=NO_CALENDAR")).isNotEmpty();
    assertThat(Account.HD_REPORTER.get("gaps").statusCode()).isEqualTo(403);
    assertThat(Account.GUEST.get("gaps").statusCode()).isEqualTo(403);
    assertThat(Account.ANONYMOUS.get("gaps").statusCode()).isEqualTo(401);
  }

  @Test
  void whoSeesAGapOfTheOwnDistrictSettlesItWithItsCall() {
    String id = "h-guess";
    ObjectNode duty = (ObjectNode) Contracts.json(TwoDistricts.obligation(id, "HD-ZF", ""));
    duty.putArray("inferred").addObject().put("field", "times").put("why", "试");
    Account.HD_SUPERVISOR.post("obligations", duty.toString()).then().statusCode(201);
    Map<String, Object> settle =
        Account.HD_SUPERVISOR.get("gaps?obligation=" + id).path("items[0].settle");
    String path = settle.get("path").toString();
    Account.CY_SUPERVISOR
        .put(path.replace("/api/catalog/", ""), "\"1\"", "{\"confirmed\": true}")
        .then()
        .statusCode(403);
    Account.HD_SUPERVISOR
        .put(
            path.replace("/api/catalog/", ""),
            settle.get("ifMatch").toString(),
            "{\"confirmed\": true}")
        .then()
        .statusCode(200);
    assertThat(ids(Account.HD_SUPERVISOR, "gaps?obligation=" + id)).isEmpty();
    assertThat(
            Account.HD_SUPERVISOR
                .get("authorship?thing=obligation&id=" + id)
                .jsonPath()
                .getList("items.unit"))
        .containsExactly("HD-BG", "HD-BG");
  }

  @ParameterizedTest
  @EnumSource
  void aYearlyListHasTheObligationsThatItsReaderSees(Account who) {
    List<String> seen = ids(who, "obligations");
    List<List<String>> lists =
        who.get("yearly-lists/2028").jsonPath().getList("units.items.obligationId");
    List<String> listed = lists.stream().flatMap(List::stream).distinct().toList();
    assertThat(seen).containsAll(listed);
    if (seen.contains("h-inner")) {
      assertThat(listed).contains("h-inner");
    }
    // Only who has them in scope reads the names of people.
    boolean names = seen.contains("h-person");
    assertThat(who.get("yearly-lists/2028").asString().contains("李代表")).isEqualTo(names);
  }
}
