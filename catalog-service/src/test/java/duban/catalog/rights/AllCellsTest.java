package duban.catalog.rights;

import static duban.catalog.rights.Things.MINE;
import static duban.catalog.rights.Things.THEIRS;
import static org.assertj.core.api.Assertions.assertThat;

import duban.chassis.contract.Cells;
import duban.chassis.contract.CommonCases;
import duban.chassis.rights.LoadedRights;
import duban.chassis.rights.Nearness;
import duban.chassis.rights.Rights;
import duban.chassis.rights.Scopes;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Comes first in its package: the others put the district under a city, and it is not all then. */
@QuarkusTest
class AllCellsTest {
  @Inject LoadedRights rights;
  @Inject Scopes scopes;
  @Inject AgroalDataSource database;

  private static Things things;

  private Rights before;

  @BeforeEach
  void takeTheTrueTable() {
    if (things == null) {
      things = made();
    }
    before = rights.table();
    rights.use(Rights.shipped());
  }

  @AfterEach
  void putItBack() {
    rights.use(before);
  }

  private Things made() {
    TwoDistricts.made("units", Things.unit(MINE, "CY"));
    TwoDistricts.made("units", Things.unit(THEIRS, "CY"));
    TwoDistricts.made("units", Things.unit("C-DEPUTY", "CY").replace("BODY", "DEPUTY"));
    TwoDistricts.made("terms", Things.term(Things.TERM, 2070));
    TriedOccasions.make();
    source("c-doc-mine", MINE, "INTERNAL");
    source("c-doc-theirs", THEIRS, "INTERNAL");
    source(Things.OPEN, THEIRS, "OPEN");
    String theirs = Things.measure("c-doc-theirs");
    Map<String, String> deadlines = new HashMap<>();
    for (Nearness near : Nearness.values()) {
      String id = Things.duty(near);
      String responsible = near == Nearness.OWN ? MINE : THEIRS;
      owed(deadlines, id, Things.duty(id, theirs, responsible, near));
      String asks = Things.duty(Things.asking(id), theirs, responsible, near);
      asked(Things.asking(id), asks);
    }
    String open = Things.measure(Things.OPEN);
    owed(
        deadlines, Things.OPEN_DUTY, Things.duty(Things.OPEN_DUTY, open, THEIRS, Nearness.FOREIGN));
    TwoDistricts.made("obligations", Things.duty("c-of-mine", Nearness.OWN));
    String asks = Things.duty(Things.asking("c-of-mine"), Nearness.OWN);
    asked(Things.asking("c-of-mine"), asks);
    asks = Things.duty(Things.asking(Things.OPEN_DUTY), open, THEIRS, Nearness.FOREIGN);
    asked(Things.asking(Things.OPEN_DUTY), asks);
    for (String unit : List.of(MINE, THEIRS)) {
      String local = "calendars/2036/local/" + unit;
      String etag = Account.ANONYMOUS.get("calendars/2036").header("ETag");
      Account.ANONYMOUS
          .put(local, etag, "{\"daysOff\": {\"2036-05-06\": \"试\"}, \"nothingSent\": {}}")
          .then()
          .statusCode(200);
    }
    scopes.forget();
    TriedLists.make();
    return new Things(deadlines, new CommonCases(database, MINE));
  }

  private static void owed(Map<String, String> deadlines, String id, String duty) {
    TwoDistricts.made("obligations", duty);
    deadlines.put(id, Account.ANONYMOUS.get("deadlines?obligation=" + id).path("items[0].id"));
  }

  /** Whose question was answered before. */
  private static void asked(String id, String duty) {
    TwoDistricts.made("obligations", Things.question(duty));
    Account.ANONYMOUS
        .put("obligations/" + id + "/applicability/" + THEIRS, "\"0\"", "{\"applies\": false}")
        .then()
        .statusCode(200);
  }

  private static void source(String id, String owner, String openness) {
    TwoDistricts.made("documents", TwoDistricts.document(id, owner, openness, "试"));
    TwoDistricts.made("conferences", TwoDistricts.conference(id, "C1", "试"));
    TwoDistricts.made("topics", TwoDistricts.topic(id, "CT1", 1, "试"));
    TwoDistricts.made("measures", TwoDistricts.measure(id, "C1", "CT1", 1, "试:每年至少召开2次会议。"));
  }

  private Cells cells() {
    return new Cells("/api/catalog/", rights, things);
  }

  @Test
  void everyOperationHasItsRow() throws IOException {
    assertThat(cells().unnamed(Files.readString(Path.of("openapi.yaml")))).isEmpty();
  }

  @Test
  void everybodyMeetsWhatTheTableSays() {
    assertThat(cells().differences()).isEmpty();
  }

  @Test
  void aCellThatIsTurnedIsNoticed() {
    assertThat(cells().unnoticed()).isEmpty();
  }
}
