package duban.catalog.rights;

import static duban.catalog.rights.InternalDocumentTest.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Committees of the party in what others are responsible for. */
@QuarkusTest
class CommitteesBesideTest extends TrueTable {
  private static final List<String> ACTING = List.of("h-organised", "h-acted");
  private static final String CHECKPOINTS =
      """
      {"kind": "CHECKPOINTS", "period": "YEAR", "checkpoints": [
        {"name": "年中", "due": "--06-30", "actor": "HD-JW", "completes": "CHECKED"},
        {"name": "年底", "due": "--12-31", "completes": "CHECKED"}]}
      """;

  @BeforeEach
  void make() {
    String supervisor = "\"supervisor\": \"HD-BG\"";
    made("h-beside-committee", TwoDistricts.obligation("h-beside-committee", "HD-ZF", "HD-JW-01"));
    made(
        "h-organised",
        TwoDistricts.obligation("h-organised", "HD-ZF", "")
            .replace(supervisor, supervisor + ", \"organiser\": \"HD-W\""));
    made(
        "h-acted",
        TwoDistricts.obligation("h-acted", "HD-ZF", "")
            .replaceFirst("\\{\"kind\".*}", CHECKPOINTS));
  }

  private static void made(String id, String body) {
    int status = Account.CITY_SUPERVISOR.post("obligations", body).statusCode();
    assertThat(status).as(id).isIn(200, 201);
  }

  private static List<String> beside(Account who, String path) {
    return who.get(path)
        .jsonPath()
        .getList(path.contains("?") ? "items[0].coHandlers.id" : "coHandlers.id");
  }

  @ParameterizedTest
  @EnumSource(names = {"ANONYMOUS", "GUEST", "CY_REPORTER", "CY_SUPERVISOR"})
  void areNotNamedInWhatIsPublished(Account who) {
    String deadline = TwoDistricts.deadline("h-beside-committee");
    for (String path :
        List.of(
            "obligations/h-beside-committee",
            "obligations?unit=HD-ZF",
            "deadlines/" + deadline,
            "deadlines?obligation=h-beside-committee")) {
      String body = who.get(path).then().statusCode(200).extract().asString();
      assertThat(body).as(path).contains("h-beside-committee").doesNotContain("HD-JW-01");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ANONYMOUS", "GUEST", "CY_REPORTER", "CY_SUPERVISOR"})
  void whatTheyActInIsNotPublished(Account who) {
    for (String id : ACTING) {
      String deadline = TwoDistricts.deadline(id);
      assertThat(who.get("obligations/" + id).statusCode()).as(id).isEqualTo(404);
      assertThat(who.get("deadlines/" + deadline).statusCode()).as(id).isEqualTo(404);
      assertThat(ids(who, "deadlines?obligation=" + id)).isEmpty();
    }
    assertThat(ids(who, "obligations")).doesNotContainAnyElementsOf(ACTING);
  }

  @ParameterizedTest
  @EnumSource(names = {"HD_SUPERVISOR", "HD_LEADER", "CITY_LEADER"})
  void areNamedWhereTheyLieInScope(Account who) {
    assertThat(beside(who, "deadlines?obligation=h-beside-committee")).containsExactly("HD-JW-01");
    assertThat(who.get("obligations/h-beside-committee").<List<String>>path("who.coHandlers"))
        .containsExactly("HD-JW-01");
    assertThat(ids(who, "obligations")).containsAll(ACTING);
  }

  /** The shipped duty of the townships' congresses, beside which their party committees stand. */
  @Test
  void theTownshipsDutyIsPublishedWithoutThem() {
    Account who = Account.ANONYMOUS;
    assertThat(ids(who, "deadlines?obligation=o-120a")).isNotEmpty();
    assertThat(who.get("deadlines?obligation=o-120a").asString()).doesNotContain("XDW");
    assertThat(beside(Account.CY_SUPERVISOR, "deadlines?obligation=o-120a"))
        .singleElement()
        .asString()
        .startsWith("XDW-");
  }
}
