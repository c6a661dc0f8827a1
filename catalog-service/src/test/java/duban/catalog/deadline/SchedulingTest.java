package duban.catalog.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import duban.catalog.calendar.CalendarRepository;
import duban.catalog.calendar.CalendarStore;
import duban.catalog.edit.Cause;
import duban.catalog.snapshot.SnapshotStore;
import duban.chassis.calendar.CalendarYear;
import duban.chassis.calendar.LocalDays;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Each test's changes are rolled back. */
@QuarkusTest
@TestTransaction
class SchedulingTest {
  private static final LocalDate TODAY = LocalDate.parse("2027-10-25");

  /** In each year 27 reports, 19 balances and 3 checkpoints. */
  private static final String THREE =
      "SELECT count(*) FROM deadline WHERE obligation_id IN ('o-039', 'o-120a', 'o-062a')";

  @Inject Scheduling scheduling;
  @Inject Horizon horizon;
  @Inject CalendarStore calendars;
  @Inject CalendarRepository years;
  @Inject SnapshotStore store;
  @Inject AgroalDataSource database;

  @Test
  void makingThemAgainChangesNothingAndPublishesNothing() {
    long before = number("SELECT count(*) FROM outbox");
    assertThat(make()).isZero();
    assertThat(number("SELECT count(*) FROM outbox")).isEqualTo(before);
    assertThat(number("SELECT max(version) FROM deadline")).isEqualTo(1);
  }

  @Test
  void anAnnouncedCalendarMovesOnlyTheDatesThatItTouches() {
    long before = number("SELECT count(*) FROM outbox");
    calendars.save(
        List.of(
            CalendarYear.announced(2028, Map.of(LocalDate.parse("2028-10-31"), "假日"), Map.of())));
    long of2028 =
        number(
            "SELECT count(*) FROM deadline WHERE due_on >= '2028-01-01' AND due_on < '2029-01-01'"
                + " AND body->>'tally' IS NULL");
    // What is only counted looks at no calendar. All else of 2028 are no longer provisional; the
    // departments' also have another date.
    assertThat(make()).isEqualTo(of2028);
    assertThat(
            number(
                "SELECT count(*) FROM deadline WHERE due_on = '2028-10-30'"
                    + " AND moved_from = '2028-10-31' AND version = 2"))
        .isEqualTo(27);
    assertThat(number("SELECT count(*) FROM deadline WHERE moved_from IS NOT NULL")).isEqualTo(27);
    assertThat(number("SELECT count(*) FROM outbox") - before).isEqualTo(of2028 + 1);
    assertThat(make()).isZero();
  }

  @Test
  void afterAChangeOfTheCalendarThereIsNothingLeftToMake() {
    var random = new Random(7);
    int changed = 0;
    var unit = text("SELECT min(unit_id) FROM deadline");
    for (int i = 0; i < 15; i++) {
      int year = 2025 + random.nextInt(5);
      CalendarYear before = year(year);
      Map<LocalDate, String> off = new HashMap<>(before.daysOff());
      LocalDate day = LocalDate.ofYearDay(year, 1 + random.nextInt(350));
      day.datesUntil(day.plusDays(1 + random.nextInt(14))).forEach(it -> off.put(it, "放假"));
      var own = new LocalDays(unit, Map.of(day, "本地假日"), Map.of());
      calendars.save(
          List.of(
              i % 3 == 2
                  ? before.with(List.of(own))
                  : CalendarYear.announced(year, off, Map.of()).with(before.local())));
      changed += scheduling.make(year, before, TODAY, true).total();
      assertThat(make()).as("after change %d: %s %s", i, day, off.keySet()).isZero();
    }
    assertThat(changed).isGreaterThan(150);
  }

  @Test
  void daysOffOfAUnitMoveItsOwnDeadlinesOnly() {
    var day = LocalDate.parse("2027-10-29");
    var unit = text("SELECT min(unit_id) FROM deadline WHERE due_on = '2027-10-29'");
    long here = number("SELECT count(*) FROM deadline WHERE due_on = '2027-10-29'");
    var before = year(2027);
    calendars.save(
        List.of(before.with(List.of(new LocalDays(unit, Map.of(day, "本地假日"), Map.of())))));
    assertThat(scheduling.make(2027, before, TODAY, true).counts().moved()).isPositive();
    assertThat(
            number("SELECT count(DISTINCT unit_id) FROM deadline WHERE moved_from = '2027-10-29'"))
        .isEqualTo(1);
    assertThat(number("SELECT count(*) FROM deadline WHERE due_on = '2027-10-29'"))
        .isBetween(1L, here - 1);
    assertThat(make()).isZero();
  }

  private CalendarYear year(int year) {
    return years.years().stream()
        .filter(it -> it.year() == year)
        .findFirst()
        .orElseGet(() -> CalendarYear.provisional(year, Map.of()));
  }

  private String text(String query) {
    return store.rows("SELECT q.t, 0, '' FROM (" + query + ") AS q(t)").get(0).id();
  }

  @Test
  void whatIsNoLongerMadeIsWithdrawnAndMadeAgainWhenItsRuleReturns() {
    inForceFrom("2028-01-01");
    assertThat(make()).isEqualTo(19);
    assertThat(number("SELECT count(*) FROM deadline WHERE status = 'WITHDRAWN' AND version = 2"))
        .isEqualTo(19);
    assertThat(make()).isZero();
    inForceFrom("2027-01-01");
    assertThat(make()).isEqualTo(19);
    assertThat(number("SELECT count(*) FROM deadline WHERE status = 'ACTIVE' AND version = 3"))
        .isEqualTo(19);
  }

  private void inForceFrom(String day) {
    store.run(
        "UPDATE obligation SET body = jsonb_set(body, '{inForceFrom}', to_jsonb(?::text))"
            + " WHERE id = 'o-120a'",
        day);
  }

  @Test
  void whatIsFinishedStaysAsItWasAndWhatIsOnlyPastFollowsItsRule() {
    // The first checkpoint of 2027 was due in April, the second in August.
    store.run(
        "INSERT INTO progress SELECT id, 1, 'CLOSED', 0 FROM deadline WHERE due_on = '2027-04-30'");
    store.run("UPDATE obligation SET body = jsonb_set(body, '{title}', '\"改了\"')");
    assertThat(make()).isEqualTo(number("SELECT count(*) FROM deadline") - 1);
    assertThat(number("SELECT count(*) FROM deadline WHERE due_on = '2027-04-30' AND version = 1"))
        .isEqualTo(1);
    assertThat(number("SELECT count(*) FROM deadline WHERE due_on = '2027-08-31' AND version = 2"))
        .isEqualTo(1);
  }

  @Test
  void aCountThatWasReachedBeforeTheDateIsFinishedWhenTheDateIsPast() {
    store.run(
        "INSERT INTO progress SELECT id, 1, 'IN_PROGRESS', 2 FROM deadline"
            + " WHERE obligation_id = 'o-120a' AND period = '2027' AND unit_id <= 'XRD-10'");
    store.run(
        "UPDATE obligation SET body = jsonb_set(body, '{title}', '\"改了\"') WHERE id = 'o-120a'");
    assertThat(scheduling.make(Cause.OBLIGATION, LocalDate.parse("2027-12-31"), true).total())
        .isEqualTo(38);
    store.run(
        "UPDATE obligation SET body = jsonb_set(body, '{title}', '\"又改\"') WHERE id = 'o-120a'");
    long before = number("SELECT count(*) FROM deadline");
    // In January the nine that are still short of two follow the rule, with 2028 and the new 2029.
    int changed = scheduling.make(Cause.OBLIGATION, LocalDate.parse("2028-01-05"), true).total();
    long appeared = number("SELECT count(*) FROM deadline") - before;
    assertThat(appeared).isPositive();
    assertThat(changed).isEqualTo(9 + 19 + appeared);
  }

  @Test
  void theHorizonMovesOnAtNewYearByItself() {
    horizon.moveTo(LocalDate.parse("2027-12-31"));
    assertThat(number(THREE)).isEqualTo(98);
    horizon.moveTo(LocalDate.parse("2028-01-01"));
    assertThat(number(THREE + " AND period = '2029'")).isEqualTo(49);
    assertThat(number(THREE)).isEqualTo(147);
    assertThat(number("SELECT max(version) FROM deadline")).isEqualTo(1);
  }

  private int make() {
    return scheduling.make(Cause.CALENDAR, TODAY, true).total();
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
