package duban.catalog.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duban.catalog.document.SourceDocument;
import duban.chassis.clock.BusinessClock;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each test's changes are rolled back. */
@QuarkusTest
@TestTransaction
class ImportTest {
  @Inject CatalogueImport importing;
  @Inject LoadedCatalogues loaded;
  @Inject BusinessClock clock;
  @Inject AgroalDataSource database;

  @Test
  void loadingTheSameAgainChangesNothing() {
    long before = number("SELECT count(*) FROM outbox");
    var catalogue = CatalogueReader.read(CatalogueSource.bytes("chaoyang").orElseThrow());
    assertThat(importing.load(catalogue, LocalDate.parse("2030-01-01"), clock.today())).isZero();
    assertThat(number("SELECT count(*) FROM outbox")).isEqualTo(before);
  }

  @Test
  void theDemonstrationIsInForceFromTheYearOfItsFirstStart() {
    var catalogue = CatalogueReader.read(CatalogueSource.bytes("chaoyang").orElseThrow());
    assertThat(number("SELECT count(*) FROM obligation WHERE in_force_from = '2027-01-01'"))
        .isEqualTo(catalogue.obligations().size());
  }

  @Test
  void theSameFileIsNotLoadedOverWhatChangedSince() {
    run("UPDATE unit SET body = jsonb_set(body, '{name}', '\"改了\"') WHERE id = 'XRD-01'");
    start("chaoyang");
    assertThat(number("SELECT count(*) FROM unit WHERE body->>'name' = '改了'")).isEqualTo(1);
  }

  @Test
  void anotherTextOfItsNameIsNotLoadedOverWhatStaffOwn(@TempDir Path folder) throws Exception {
    String shipped =
        new String(CatalogueSource.bytes("chaoyang").orElseThrow(), StandardCharsets.UTF_8);
    Path file = folder.resolve("ours.json");
    Files.writeString(file, shipped + " ");
    start(file.toString());
    Files.writeString(file, shipped.replace("\"name\": \"区体育局\"", "\"name\": \"区体育总局\""));
    start(file.toString());
    assertThat(number("SELECT count(*) FROM unit WHERE body->>'name' = '区体育总局'")).isZero();
  }

  @Test
  void aChangedFileChangesOnlyWhatItSaysOtherwise(@TempDir Path folder) throws Exception {
    long before = number("SELECT count(*) FROM outbox");
    String shipped =
        new String(CatalogueSource.bytes("chaoyang").orElseThrow(), StandardCharsets.UTF_8);
    Path file = folder.resolve("changed.json");
    Files.writeString(file, shipped.replace("\"name\": \"区体育局\"", "\"name\": \"区体育和健身局\""));
    start(file.toString());
    assertThat(number("SELECT version FROM unit WHERE id = 'QZF-BM-22'")).isEqualTo(2);
    // The department, its group, and its two deadlines.
    assertThat(number("SELECT count(*) FROM outbox") - before).isEqualTo(4);
  }

  @Test
  void inProductionADutyBeginsWithTheNextYear(@TempDir Path folder) throws Exception {
    String shipped =
        new String(CatalogueSource.bytes("chaoyang").orElseThrow(), StandardCharsets.UTF_8);
    long before = number("SELECT count(*) FROM deadline");
    Path file = folder.resolve("more.json");
    Files.writeString(file, shipped.replace("\"o-039\"", "\"o-999\""));
    new FirstStart(importing, loaded, clock, file.toString(), false).onStart(new StartupEvent());
    assertThat(
            number(
                "SELECT count(*) FROM obligation"
                    + " WHERE id = 'o-999' AND in_force_from = '2028-01-01'"))
        .isEqualTo(1);
    assertThat(
            number(
                "SELECT count(*) FROM deadline WHERE obligation_id = 'o-999' AND period = '2028'"))
        .isEqualTo(27);
    assertThat(number("SELECT count(*) FROM deadline")).isEqualTo(before + 27);
  }

  @Test
  void anotherTextUnderTheSameIdIsRefused() {
    var shipped = CatalogueReader.read(CatalogueSource.bytes("chaoyang").orElseThrow());
    var stored = shipped.document();
    var other =
        new Catalogue(
            new SourceDocument(
                stored.id(),
                stored.title(),
                "CY",
                stored.openness(),
                "0".repeat(64),
                stored.text()),
            shipped.items(),
            shipped.units(),
            shipped.terms(),
            shipped.calendars(),
            shipped.occasions(),
            shipped.obligations());
    assertThatThrownBy(() -> importing.load(other, clock.today(), clock.today()))
        .hasMessageContaining("is stored with another text");
  }

  @Test
  void theNewestMomentIsTheDemonstrationsOwn() {
    assertThat(
            number(
                "SELECT count(*) FROM newest_moment WHERE at >= '2027-10-25T01:29:00Z'"
                    + " AND at < '2027-10-25T03:00:00Z'"))
        .isEqualTo(1);
  }

  private void start(String catalogue) {
    new FirstStart(importing, loaded, clock, catalogue, true).onStart(new StartupEvent());
  }

  private void run(String sql) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private long number(String query) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
