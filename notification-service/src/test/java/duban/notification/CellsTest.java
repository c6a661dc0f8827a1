package duban.notification;

import static org.assertj.core.api.Assertions.assertThat;

import duban.chassis.contract.Cells;
import duban.chassis.contract.CommonCases;
import duban.chassis.rights.Nearness;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything that the service does, by everybody, cell by cell of the table of rights. */
@QuarkusTest
class CellsTest extends RunningDistrict {

  private static final Map<Nearness, String> UNITS =
      Map.of(
          Nearness.OWN, Matters.MINE,
          Nearness.SUPERVISED, "QZF-BM-03",
          Nearness.FOREIGN, "XDW-01");

  @Inject AgroalDataSource database;
  private Cells cells;

  @BeforeEach
  void oneOfEach() {
    owed(Matters.MINE, Map.of("supervisor", "QWB"));
    owed(Matters.UNREACHED, Map.of());
    feed.read();
    sql(
        "UPDATE contact SET active = false WHERE id IN ('%s', '%s')"
            .formatted(Matters.MINE, Matters.UNREACHED));
    plan("2027-10-25T09:29:20");
    sql("UPDATE contact SET version = 1, name = id, email = id || '@x.example'");
    var reminders = new EnumMap<Nearness, String>(Nearness.class);
    var messages = new EnumMap<Nearness, String>(Nearness.class);
    UNITS.forEach(
        (near, unit) -> {
          reminders.put(near, first("SELECT id FROM reminder WHERE unit = '" + unit + "'"));
          messages.put(near, message(unit));
          as("administrator:CY").body(Matters.policy(unit)).post(API + "policies");
        });
    var switched = as("administrator:CY").get(API + "release").header("ETag");
    as("administrator:CY")
        .header("If-Match", switched)
        .body(Matters.STOP)
        .put(API + "release")
        .then()
        .statusCode(200);
    var common = new CommonCases(database, Matters.MINE);
    cells = new Cells(API, rights, new Matters(UNITS, reminders, messages, common));
  }

  private static String message(String unit) {
    return first(
        """
        INSERT INTO message (id, kind, recipient, channel, day, state, mail_id, address, subject,
          text, html, created_at, deadlines)
        VALUES (gen_random_uuid(), 'NOTICE', '%1$s', 'EMAIL', '2027-10-25', 'SENT', '%1$s', 'a', 's',
          't', 'h', now(), ARRAY['o-039-%1$s']) RETURNING id
        """
            .formatted(unit));
  }

  private static String first(String sql) {
    return sql(sql).get(0);
  }

  @Test
  void everyOperationHasARowAndEveryRowAnOperation() throws IOException {
    assertThat(cells.unnamed(Files.readString(Path.of("openapi.yaml")))).isEmpty();
  }

  @Test
  void everybodyMeetsWhatTheTableSays() {
    assertThat(cells.differences()).isEmpty();
  }

  @Test
  void noCellIsTurnedUnnoticed() {
    assertThat(cells.unnoticed()).isEmpty();
  }
}
