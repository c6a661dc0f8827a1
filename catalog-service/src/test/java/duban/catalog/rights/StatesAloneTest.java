package duban.catalog.rights;

import static duban.catalog.rights.Account.ANONYMOUS;
import static duban.catalog.rights.Account.GUEST;
import static duban.catalog.rights.InternalDocumentTest.ids;
import static duban.chassis.contract.CellCases.Published.STATES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import duban.catalog.writing.StatusService;
import duban.chassis.contract.Turned;
import duban.chassis.inbox.Inbox;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An office that shows everybody how far it was carried out, and not the text. */
@QuarkusTest
@TestProfile(StatesAloneTest.StatesWithoutText.class)
class StatesAloneTest extends TrueTable {

  public static class StatesWithoutText implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("duban.anonymous.text", "false", "duban.anonymous.states", "true");
    }
  }

  /** All but the deadlines, which stand open for their states. */
  private static final List<String> LISTS =
      List.of(
          "documents",
          "conferences?document=" + TwoDistricts.OPEN,
          "topics?document=" + TwoDistricts.OPEN,
          "measures?q=公开",
          "obligations?measure=" + TwoDistricts.OPEN_MEASURE,
          "units",
          "terms",
          "calendars");

  @Inject Inbox inbox;
  @Inject AgroalDataSource database;

  @Test
  void itPublishesNoText() {
    for (String path : PublishedTextTest.paths()) {
      assertThat(ANONYMOUS.get(path).statusCode()).as(path).isEqualTo(401);
      assertThat(GUEST.get(path).statusCode()).as(path).isEqualTo(200);
    }
    for (String list : LISTS) {
      assertThat(ANONYMOUS.get(list).statusCode()).as(list).isEqualTo(401);
      assertThat(ids(GUEST, list)).as(list).isNotEmpty();
    }
  }

  @Test
  void itPublishesNoTextOfDeadlinesWithTheirStates() throws Exception {
    Account.CITY_SUPERVISOR
        .post("obligations", TwoDistricts.obligation("h-states", "HD-ZF", ""))
        .then()
        .statusCode(201);
    String deadline = TwoDistricts.deadline("h-states");
    StatusService.tells(inbox, database, deadline, "CLAIMED", 1);
    for (String state : List.of("", "&state=CLAIMED")) {
      String query = "deadlines?obligation=h-states" + state;
      assertThat(ids(ANONYMOUS, query)).as(query).isEmpty();
      // Who has signed in reads what is published everywhere else.
      assertThat(ids(GUEST, query)).as(query).containsExactly(deadline);
    }
    assertThat(ANONYMOUS.get("deadlines/" + deadline).statusCode()).isEqualTo(401);
    String rolled = "obligations/h-states/roll-up?period=2028";
    assertThat(ANONYMOUS.get(rolled).statusCode()).isEqualTo(404);
    GUEST.get(rolled).then().statusCode(200).body("owing", equalTo(1));
    // Whether the cell says L is noticed by both.
    rights.use(rights.table().with(Turned.row(rights.table().of("GET deadlines"), STATES)));
    String claimed = "deadlines?obligation=h-states&state=CLAIMED";
    assertThat(ANONYMOUS.get(claimed).statusCode()).isEqualTo(401);
    assertThat(ids(GUEST, claimed)).isEmpty();
  }
}
