package duban.catalog.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import duban.catalog.calendar.CalendarStore;
import duban.catalog.snapshot.SnapshotStore;
import duban.chassis.calendar.CalendarYear;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each test's changes are rolled back. */
@QuarkusTest
@TestTransaction
class SchedulingTest {
  private static final LocalDate TODAY = LocalDate.parse("2027-10-25");

  @Inject Scheduling scheduling;
  @Inject Horizon horizon;
  @Inject CalendarStore calendars;
  @Inject SnapshotStore store;
  @Inject EntityManager entities;
  @Inject AgroalDataSource database;

  @Test
  void makingThemAgainChangesNothingAndPublishesNothing() {
    long before = number("SELECT count(*) FROM outbox");
    assertThat(scheduling.make(TODAY)).isZero();
    assertThat(number("SELECT count(*) FROM outbox")).isEqualTo(before);
    assertThat(number("SELECT max(version) FROM deadline")).isEqualTo(1);
  }

  @Test
  void anAnnouncedCalendarMovesOnlyTheDatesThatItTouches() {
    long before = number("SELECT count(*) FROM outbox");
    calendars.save(
        List.of(
            CalendarYear.announced(2028, Map.of(LocalDate.parse("2028-10-31"), "假日"), Map.of())));
    // All 49 of 2028 are no longer provisional; the departments' also have another date.
    assertThat(scheduling.make(TODAY)).isEqualTo(49);
    assertThat(
            number(
                "SELECT count(*) FROM deadline WHERE due_on = '2028-10-30'"
                    + " AND moved_from = '2028-10-31' AND version = 2"))
        .isEqualTo(27);
    assertThat(number("SELECT count(*) FROM deadline WHERE moved_from IS NOT NULL")).isEqualTo(27);
    assertThat(number("SELECT count(*) FROM outbox") - before).isEqualTo(49 + 1);
    assertThat(scheduling.make(TODAY)).isZero();
  }

  @Test
  void whatIsNoLongerMadeIsWithdrawnAndMadeAgainWhenItsRuleReturns() {
    inForceFrom("2028-01-01");
    assertThat(scheduling.make(TODAY)).isEqualTo(19);
    assertThat(number("SELECT count(*) FROM deadline WHERE status = 'WITHDRAWN' AND version = 2"))
        .isEqualTo(19);
    assertThat(scheduling.make(TODAY)).isZero();
    inForceFrom("2027-01-01");
    assertThat(scheduling.make(TODAY)).isEqualTo(19);
    assertThat(number("SELECT count(*) FROM deadline WHERE status = 'ACTIVE' AND version = 3"))
        .isEqualTo(19);
  }

  private void inForceFrom(String day) {
    // The obligations were read in this transaction before.
    entities.clear();
    store.run(
        "UPDATE obligation SET body = jsonb_set(body, '{inForceFrom}', to_jsonb(?::text))"
            + " WHERE id = 'o-120a'",
        day);
  }

  @Test
  void whatIsPastStaysAsItWas() {
    store.run("UPDATE obligation SET body = jsonb_set(body, '{title}', '\"改了\"')");
    scheduling.make(TODAY);
    assertThat(number("SELECT count(*) FROM deadline WHERE due_on < '2027-10-25' AND version = 1"))
        .isEqualTo(2);
    assertThat(number("SELECT count(*) FROM deadline WHERE version = 2")).isEqualTo(96);
  }

  @Test
  void theHorizonMovesOnAtNewYearByItself() {
    horizon.moveTo(LocalDate.parse("2027-12-31"));
    assertThat(number("SELECT count(*) FROM deadline")).isEqualTo(98);
    horizon.moveTo(LocalDate.parse("2028-01-01"));
    assertThat(number("SELECT count(*) FROM deadline WHERE period = '2029'")).isEqualTo(49);
    assertThat(number("SELECT count(*) FROM deadline")).isEqualTo(147);
    assertThat(number("SELECT max(version) FROM deadline")).isEqualTo(1);
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
