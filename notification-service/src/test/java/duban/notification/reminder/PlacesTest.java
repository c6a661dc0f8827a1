package duban.notification.reminder;

import static duban.notification.Year2027.at;
import static duban.notification.Year2027.day;
import static duban.notification.Year2027.ref;
import static org.assertj.core.api.Assertions.assertThat;

import duban.chassis.calendar.CalendarYear;
import duban.chassis.calendar.LocalDays;
import duban.chassis.calendar.WorkingCalendar;
import duban.notification.Year2027;
import duban.notification.policy.Channel;
import duban.notification.policy.Step;
import duban.notification.progress.Progress;
import duban.notification.unit.Unit;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A committee of a town below the district; its report is due on Friday, 29 October 2027. */
class PlacesTest {

  private static final Map<LocalDate, String> NONE = Map.of();

  private final Map<String, Unit> units = new HashMap<>();
  private final Map<String, List<String>> contacts = new HashMap<>();

  PlacesTest() {
    unit("CY", null, null);
    unit("TOWN", "CY", null);
    unit("COMMITTEE", "TOWN", null);
    unit("OTHER", "CY", null);
  }

  private void unit(String code, String superior, String receives) {
    units.put(
        code,
        new Unit(
            code,
            1,
            code,
            code,
            superior == null ? null : ref(superior, superior),
            "DEPARTMENT",
            receives == null ? null : ref(receives, receives),
            null));
    contacts.put(code, List.of(code));
  }

  private static Map<LocalDate, String> on(String... days) {
    var named = new HashMap<LocalDate, String>();
    for (var day : days) {
      named.put(day("2027-" + day), "乡庆");
    }
    return named;
  }

  private String leaves(Step step, Channel channel, LocalDays... local) {
    var planned = planned(step, channel, local);
    return planned.step().on() + " " + planned.leavesAt().atOffset(java.time.ZoneOffset.ofHours(8));
  }

  private Planned planned(Step step, Channel channel, LocalDays... local) {
    var year = CalendarYear.announced(2027, Map.of(), Map.of()).with(List.of(local));
    var deadline = Year2027.report("COMMITTEE", "委员会");
    return new Plan(
            Year2027.policies(),
            new WorkingCalendar(List.of(year)),
            new Addressees(units, contacts))
        .of(deadline, Progress.none("d"), deadline.dueOn(), at("2027-01-04T10:00:00")).stream()
            .filter(it -> it.step().rule().step() == step && it.channel() == channel)
            .findFirst()
            .orElseThrow();
  }

  private String before(LocalDays... local) {
    return leaves(Step.BEFORE, Channel.EMAIL, local);
  }

  @Test
  void stepsAreReckonedByTheDaysOfTheUnitAndOfAllAboveIt() {
    assertThat(before()).isEqualTo("2027-10-22 2027-10-18T09:30+08:00");
    for (var unit : List.of("COMMITTEE", "TOWN", "CY")) {
      assertThat(before(new LocalDays(unit, on("10-27"), NONE)))
          .isEqualTo("2027-10-21 2027-10-18T09:30+08:00");
    }
    assertThat(before(new LocalDays("OTHER", on("10-27", "10-18"), on("10-18"))))
        .isEqualTo("2027-10-22 2027-10-18T09:30+08:00");
    assertThat(leaves(Step.AFTER, Channel.EMAIL, new LocalDays("TOWN", on("11-01", "11-02"), NONE)))
        .isEqualTo("2027-11-03 2027-11-03T09:30+08:00");
  }

  @Test
  void theWeekOfARecipientBeginsOnTheFirstDayOnWhichHeIsSentSomething() {
    assertThat(before(new LocalDays("TOWN", on("10-18"), on("10-19"))))
        .isEqualTo("2027-10-22 2027-10-20T09:30+08:00");
  }

  @Test
  void aDayOnWhichNothingIsSentIsWorkedAndWhatIsDueOnItWaits() {
    var friday = new LocalDays("TOWN", NONE, on("10-29"));
    assertThat(leaves(Step.DUE, Channel.EMAIL, friday))
        .isEqualTo("2027-10-29 2027-11-01T09:30+08:00");
    assertThat(before(friday)).isEqualTo("2027-10-22 2027-10-18T09:30+08:00");
  }

  @Test
  void aLetterIsDraftedOnItsDayAlsoWhereNothingIsSent() {
    assertThat(leaves(Step.LEAD, Channel.LETTER, new LocalDays("CY", NONE, on("09-03"))))
        .isEqualTo("2027-09-03 2027-09-03T09:30+08:00");
  }

  @Test
  void whoReceivesElsewhereIsToldOnHisOwnWorkingDays() {
    unit("COMMITTEE", "TOWN", "OTHER");
    var hisDayOff = new LocalDays("OTHER", on("10-18", "10-29"), NONE);
    assertThat(before(hisDayOff)).isEqualTo("2027-10-22 2027-10-19T09:30+08:00");
    assertThat(leaves(Step.DUE, Channel.EMAIL, hisDayOff))
        .isEqualTo("2027-10-29 2027-10-28T09:30+08:00");
    assertThat(before(new LocalDays("TOWN", NONE, on("10-18"))))
        .isEqualTo("2027-10-22 2027-10-18T09:30+08:00");
  }

  @Test
  void whoReceivesForTwoIsAtWorkWhereOneIsButLeftInPeaceWhereOneIsToBe() {
    contacts.put("COMMITTEE", List.of("zhang"));
    contacts.put("OTHER", List.of("zhang"));
    assertThat(before(new LocalDays("TOWN", on("10-18"), NONE)))
        .isEqualTo("2027-10-22 2027-10-18T09:30+08:00");
    assertThat(before(new LocalDays("OTHER", NONE, on("10-18"))))
        .isEqualTo("2027-10-22 2027-10-19T09:30+08:00");
  }

  @Test
  void aUnitWhoseSuperiorIsNotKnownYetHasItsDays() {
    units.remove("TOWN");
    assertThat(before(new LocalDays("TOWN", on("10-27"), NONE)))
        .isEqualTo("2027-10-21 2027-10-18T09:30+08:00");
  }

  @Test
  void unitsAboveEachOtherInACircleAreLookedAtOnce() {
    unit("CY", "COMMITTEE", null);
    assertThat(before(new LocalDays("CY", on("10-27"), NONE)))
        .isEqualTo("2027-10-21 2027-10-18T09:30+08:00");
  }
}
