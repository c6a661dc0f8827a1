package duban.catalog.yearly;

import static org.assertj.core.api.Assertions.assertThat;

import duban.catalog.deadline.SeenDeadlines.Dated;
import duban.catalog.rule.RuleKind;
import duban.catalog.snapshot.UnitRef;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YearTest {

  @ParameterizedTest
  @CsvSource({
    "QUOTA, 2028, 2028-01-01, 2028-12-31, 2028-12-29, true",
    "QUOTA, 2027, 2027-01-01, 2027-12-31, 2028-01-03, false",
    "QUOTA, 2028-H2, 2028-07-01, 2028-12-31, 2028-12-29, true",
    "QUOTA, 2028-W01, 2028-01-03, 2028-01-09, 2028-01-07, true",
    "QUOTA, 2027-W52, 2027-12-27, 2028-01-02, 2027-12-31, false",
    "QUOTA, TOWNSHIP-2026, 2026-12-01, 2031-11-30, 2031-11-28, true",
    "QUOTA, TOWNSHIP-2031, 2031-12-01, 2036-11-30, 2036-11-28, false",
    "EACH_TIME, 2029, 2028-01-01, 2029-01-10, 2028-12-29, true",
    "EACH_TIME, 2028, 2027-01-01, 2028-01-10, 2027-12-31, false",
    "ONE_OFF, 2028, 2027-05-01, 2028-05-01, 2028-04-28, true"
  })
  void hasWhatIsOwedInItsPeriodsInTermsThatRunInItAndOnDaysOfItsOwn(
      RuleKind kind, String period, LocalDate from, LocalDate to, LocalDate due, boolean has) {
    var deadline =
        new Dated(
            UUID.randomUUID(),
            "o-1",
            new UnitRef("u", "u", "乡"),
            kind,
            period,
            from,
            to,
            null,
            from,
            due,
            null,
            false,
            false,
            false);
    assertThat(new Year(2028).has(deadline)).isEqualTo(has);
  }
}
