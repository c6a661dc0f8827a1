package duban.catalog.rights;

import static duban.catalog.rights.InternalDocumentTest.ids;
import static duban.catalog.rights.TwoDistricts.OPEN;
import static duban.catalog.rights.TwoDistricts.OPEN_MEASURE;
import static org.assertj.core.api.Assertions.assertThat;

import duban.catalog.writing.StatusService;
import duban.chassis.inbox.Inbox;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What of an open document anybody may read, and what of it nobody may without a grant. */
@QuarkusTest
class PublishedTextTest extends TrueTable {
  private static final List<String> NOT_PUBLISHED =
      List.of("h-superior", "h-party", "h-person", "h-beside");

  @Inject Inbox inbox;
  @Inject AgroalDataSource database;

  /** All of one open document, and the days by which it is carried out. */
  static List<String> paths() {
    String deadline = TwoDistricts.deadline("h-open");
    return List.of(
        "documents/" + OPEN,
        "documents/" + OPEN + "/text",
        "documents/" + OPEN + "/lines",
        "conferences/" + OPEN + "/H1",
        "topics/" + OPEN + "/HT1",
        "measures/" + OPEN_MEASURE,
        "obligations/h-open",
        "obligations/h-open/chain",
        "yearly-lists/2028",
        "deadlines/" + deadline,
        "deadlines/" + deadline + "/explanation",
        "units/HD-ZF-01",
        "terms/TOWNSHIP-2026",
        "calendars/2027");
  }

  @ParameterizedTest
  @EnumSource
  void anOpenDocumentIsReadByEverybody(Account who) {
    String deadline = TwoDistricts.deadline("h-open");
    for (String path : paths()) {
      assertThat(who.get(path).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(ids(who, "documents")).contains(OPEN, "chaoyang");
    assertThat(ids(who, "measures?q=公开")).contains(OPEN_MEASURE);
    assertThat(ids(who, "obligations?measure=" + OPEN_MEASURE)).contains("h-open");
    assertThat(ids(who, "deadlines?obligation=h-open")).contains(deadline);
  }

  @ParameterizedTest
  @EnumSource(names = {"ANONYMOUS", "GUEST", "CY_REPORTER", "CY_SUPERVISOR"})
  void whatTheCommitteesOfThePartyAndPeopleOweIsNotPublished(Account who) {
    for (String obligation : NOT_PUBLISHED) {
      String deadline = TwoDistricts.deadline(obligation);
      assertThat(who.get("obligations/" + obligation).statusCode()).isEqualTo(404);
      assertThat(who.get("deadlines/" + deadline).statusCode()).isEqualTo(404);
      assertThat(who.get("deadlines/" + deadline + "/explanation").statusCode()).isEqualTo(404);
      assertThat(ids(who, "deadlines?obligation=" + obligation)).isEmpty();
    }
    assertThat(ids(who, "obligations")).doesNotContainAnyElementsOf(NOT_PUBLISHED);
    assertThat(ids(who, "obligations?unit=HD-W")).isEmpty();
    assertThat(ids(who, "deadlines?unit=HD-JW")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"HD_SUPERVISOR", "HD_LEADER", "CITY_LEADER"})
  void whoHasThemInScopeReadsThatToo(Account who) {
    assertThat(ids(who, "obligations")).containsAll(NOT_PUBLISHED);
    for (String obligation : NOT_PUBLISHED) {
      assertThat(ids(who, "deadlines?obligation=" + obligation)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ANONYMOUS", "GUEST", "CY_REPORTER", "CY_SUPERVISOR"})
  void aUnitThatIsSomebodyHasNoNameOutsideItsDistrict(Account who) {
    assertThat(ids(who, "units")).contains("HD", "HD-DB").doesNotContain("HD-DB-01");
    assertThat(ids(who, "units?kind=DEPUTY")).doesNotContain("HD-DB-01");
    assertThat(ids(who, "units?group=HD-DB")).isEmpty();
    assertThat(ids(who, "units?q=李代表")).isEmpty();
    assertThat(who.get("units/HD-DB").asString()).doesNotContain("李代表", "HD-DB-01");
    same(who, 404, "units/HD-DB-01");
    for (String filter :
        List.of("units?group=", "units?superior=", "obligations?unit=", "deadlines?unit=")) {
      same(who, 400, filter + "HD-DB-01");
    }
    assertThat(ids(Account.HD_LEADER, "units?group=HD-DB")).containsExactly("HD-DB-01");
    assertThat(Account.HD_LEADER.get("units/HD-DB").asString()).contains("李代表");
  }

  private static void same(Account who, int status, String path) {
    Response one = who.get(path);
    assertThat(one.statusCode()).as(path).isEqualTo(status);
    assertThat(one.asString().replace("HD-DB-01", "HD-DB-99"))
        .isEqualTo(who.get(path.replace("HD-DB-01", "HD-DB-99")).asString());
  }

  @Test
  void howFarSomethingIsCannotBeFoundOutByAskingForAState() throws Exception {
    String deadline = TwoDistricts.deadline("h-open");
    StatusService.tells(inbox, database, deadline, "CLAIMED", 2);
    String rolled = "obligations/h-open/roll-up?period=2028";
    assertThat(Account.ANONYMOUS.get(rolled).statusCode()).isEqualTo(401);
    assertThat(Account.GUEST.get(rolled).statusCode()).isEqualTo(403);
    for (Account who : List.of(Account.CY_REPORTER, Account.CY_SUPERVISOR)) {
      assertThat(who.get(rolled).statusCode()).as(who.name()).isEqualTo(404);
    }
    for (Account who : List.of(Account.HD_LEADER, Account.HD_SUPERVISOR, Account.CITY_LEADER)) {
      assertThat(who.get(rolled).<Integer>path("owing")).as(who.name()).isEqualTo(2);
    }
    assertThat(Account.HD_REPORTER.get(rolled).<Integer>path("owing")).isEqualTo(1);
    String query = "deadlines?obligation=h-open&state=CLAIMED";
    for (Account who :
        List.of(Account.ANONYMOUS, Account.GUEST, Account.CY_REPORTER, Account.CY_SUPERVISOR)) {
      assertThat(ids(who, query)).as(who.name()).isEmpty();
    }
    for (Account who : List.of(Account.HD_LEADER, Account.HD_SUPERVISOR, Account.CITY_LEADER)) {
      assertThat(ids(who, query)).as(who.name()).containsExactly(deadline);
    }
    String department = Account.CITY_LEADER.get("deadlines/" + deadline).path("unit.code");
    assertThat(ids(Account.HD_REPORTER, query))
        .isEqualTo(department.equals("HD-ZF-01") ? List.of(deadline) : List.of());
    assertThat(ids(Account.HD_CO_REPORTER, query))
        .isEqualTo(department.equals("HD-ZF-02") ? List.of(deadline) : List.of());
  }
}
