package duban.chassis.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import duban.chassis.json.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkingCalendarTest {

  private static final LocalDate THURSDAY = LocalDate.parse("2026-09-24");

  /** The Mid-Autumn Festival and National Day of 2026, with the Sunday that is worked for them. */
  private final WorkingCalendar calendar =
      new WorkingCalendar(
          List.of(
              new CalendarYear(
                  "2026",
                  2026,
                  1,
                  Map.of(
                      LocalDate.parse("2026-09-25"), "中秋",
                      LocalDate.parse("2026-10-01"), "国庆节",
                      LocalDate.parse("2026-10-02"), "国庆节"),
                  Map.of(LocalDate.parse("2026-09-20"), "国庆节"),
                  false)));

  @Test
  void aHolidayIsOffAndAMakeUpSundayIsWorked() {
    assertThat(calendar.works(THURSDAY)).isTrue();
    assertThat(calendar.works(LocalDate.parse("2026-09-25"))).isFalse();
    assertThat(calendar.works(LocalDate.parse("2026-09-20"))).isTrue();
    assertThat(calendar.works(LocalDate.parse("2026-09-19"))).isFalse();
  }

  @Test
  void countsForwardAndBackOverDaysOff() {
    assertThat(calendar.plus(THURSDAY, 1)).isEqualTo("2026-09-28");
    assertThat(calendar.plus(LocalDate.parse("2026-09-28"), -1)).isEqualTo("2026-09-24");
    assertThat(calendar.plus(LocalDate.parse("2026-09-21"), -1)).isEqualTo("2026-09-20");
    assertThat(calendar.plus(THURSDAY, 0)).isEqualTo(THURSDAY);
    assertThat(calendar.between(THURSDAY, LocalDate.parse("2026-10-05"))).isEqualTo(4);
    assertThat(calendar.between(LocalDate.parse("2026-10-05"), THURSDAY)).isZero();
  }

  @Test
  void withinIsWhatBetweenSays() {
    for (int n = 0; n < 6; n++) {
      for (LocalDate to = THURSDAY.minusDays(3); to.isBefore(THURSDAY.plusDays(20)); ) {
        assertThat(calendar.within(n, THURSDAY, to))
            .as("%s working days to %s", n, to)
            .isEqualTo(calendar.between(THURSDAY, to) <= n);
        to = to.plusDays(1);
      }
    }
  }

  @Test
  void aDayOffRollsToTheNearestWorkingDay() {
    assertThat(calendar.onOrBefore(LocalDate.parse("2026-10-04"))).isEqualTo("2026-09-30");
    assertThat(calendar.onOrAfter(LocalDate.parse("2026-10-01"))).isEqualTo("2026-10-05");
    assertThat(calendar.onOrAfter(THURSDAY)).isEqualTo(THURSDAY);
  }

  @Test
  void aYearWithoutCalendarHasItsWeekendsOnlyAndIsProvisional() {
    assertThat(calendar.works(LocalDate.parse("2041-10-01"))).isTrue();
    assertThat(calendar.works(LocalDate.parse("2041-10-05"))).isFalse();
    assertThat(calendar.provisional(2041)).isTrue();
    assertThat(calendar.provisional(2026)).isFalse();
    assertThat(calendar.year(LocalDate.parse("2041-10-01"))).isEmpty();
  }

  @Test
  void aYearIsReadFromTheTopicWithWhatItLacks() throws JsonProcessingException {
    var year =
        Json.contract()
            .readValue("{\"id\": \"2030\", \"year\": 2030, \"version\": 3}", CalendarYear.class);
    assertThat(year.daysOff()).isEmpty();
    assertThat(year.at(4).version()).isEqualTo(4);
  }

  @Test
  void whoBelongsToSeveralPlacesIsSentSomethingWhereOneWorksAndNoneIsSilent() {
    var friday = LocalDate.parse("2028-11-24");
    var monday = LocalDate.parse("2028-11-27");
    var sunday = LocalDate.parse("2028-11-26");
    var local =
        List.of(
            new LocalDays("A", Map.of(friday, "乡庆"), Map.of(sunday, "选举日")),
            new LocalDays("B", Map.of(friday, "乡庆", monday, "乡庆"), Map.of()));
    var everywhere =
        new WorkingCalendar(
            List.of(CalendarYear.announced(2028, Map.of(), Map.of(sunday, "国庆节")).with(local)));
    var a = List.of("A1", "A");
    var b = List.of("B");
    var both = everywhere.shared(List.of(a, b)).sending(List.of("A1", "A", "B"));
    assertThat(both.works(friday)).isFalse();
    assertThat(both.works(sunday)).isFalse();
    assertThat(both.works(monday)).isTrue();
    assertThat(everywhere.shared(List.of(b)).works(monday)).isFalse();
    assertThat(everywhere.at(a).works(sunday)).isTrue();
    assertThat(everywhere.silence(sunday, a)).contains("选举日");
    assertThat(everywhere.silence(sunday, b)).isEmpty();
    assertThat(everywhere.shared(List.of(List.of("C"), b)).works(friday)).isTrue();
    assertThat(everywhere.special()).containsExactlyInAnyOrder("A", "B");
  }
}
