package duban.catalog.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import duban.catalog.term.Level;
import duban.catalog.term.Term;
import duban.chassis.calendar.CalendarYear;
import duban.chassis.calendar.WorkingCalendar;
import duban.chassis.json.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleTest {
  private static final Term TERM =
      new Term("T", Level.TOWNSHIP, null, day("2026-12-01"), day("2031-11-30"), true, null);
  private static final WorkingCalendar CALENDAR =
      new WorkingCalendar(
          List.of(CalendarYear.provisional(2027, Map.of(day("2027-10-01"), "国庆节"))));

  @Test
  void aDueSundayRollsToTheFridayBeforeAndSaysFromWhere() {
    var window =
        one("{'kind':'WINDOW','period':'YEAR','times':1,'opens':'--10-01','due':'--10-31'}", 2027);
    assertThat(window.span().opens()).isEqualTo("2027-10-01");
    assertThat(window.span().due()).isEqualTo("2027-10-29");
    assertThat(window.span().rolledFrom()).isEqualTo("2027-10-31");
    assertThat(window.count().required()).isEqualTo(1);
  }

  @Test
  void aDueSundayMayRollToTheMondayAfter() {
    var window =
        one(
            "{'kind':'WINDOW','period':'YEAR','times':1,'opens':'--10-01','due':'--10-31','roll':'NEXT'}",
            2027);
    assertThat(window.span().due()).isEqualTo("2027-11-01");
  }

  @Test
  void checkpointsAreToldOneAfterTheOtherInBothLanguages() {
    Rule rule =
        rule(
            "{'kind':'CHECKPOINTS','period':'YEAR','checkpoints':["
                + "{'name':'年初','due':'--03-31','completes':'PLAN_HEARD'},"
                + "{'name':'年中','opens':'--06-01','due':'--07-31','completes':'CHECKED'}]}");
    assertThat(rule.inWords())
        .isEqualTo(
            Words.of(
                "每年3月31日前,年初;6月1日至7月31日前,年中",
                "in each year, by 31 March: 年初; from 1 June, by 31 July: 年中"));
  }

  @Test
  void aWorkingDayDoesNotRoll() {
    var window = one("{'kind':'QUOTA','period':'YEAR','times':2}", 2027);
    assertThat(window.span().opens()).isEqualTo("2027-01-01");
    assertThat(window.span().due()).isEqualTo("2027-12-31");
    assertThat(window.span().rolledFrom()).isNull();
    assertThat(window.count().latestStart()).isNull();
    assertThat(window.count().reportUntil()).isNull();
  }

  @Test
  void aWindowOfDaysOffOpensOnTheDayToWhichItsDateRolled() {
    var window =
        one("{'kind':'WINDOW','period':'YEAR','times':1,'opens':'--10-02','due':'--10-03'}", 2027);
    assertThat(window.span().due()).isEqualTo("2027-09-30");
    assertThat(window.span().opens()).isEqualTo("2027-09-30");
  }

  @Test
  void aQuotaHasPaceLatestStartAndTimeToReport() {
    var window =
        one(
            "{'kind':'QUOTA','period':'YEAR','times':2,'due':'--12-31','lead':'P20D','reportWithin':'P10D',"
                + "'pace':[{'count':1,'by':'--06-30'},{'count':2,'by':'--10-31'}]}",
            2027);
    assertThat(window.count().latestStart()).isEqualTo("2027-12-03");
    assertThat(window.count().reportUntil()).isEqualTo("2028-01-10");
    assertThat(window.count().pace())
        .containsExactly(new DatedPace(1, day("2027-06-30")), new DatedPace(2, day("2027-10-29")));
  }

  @Test
  void theFirstSessionOfATermIsAskedForOnlyInTheYearInWhichTheTermBegins() {
    String rule =
        "{'kind':'QUOTA','period':'YEAR','termOf':'TOWNSHIP','times':2,'conditions':["
            + "{'attribute':'days','atLeast':1},{'attribute':'days','atLeast':2,'when':'FIRST_OF_TERM'}]}";
    assertThat(one(rule, 2026).count().conditions())
        .extracting(DatedCondition::firstFrom)
        .containsExactly(null, day("2026-12-01"));
    assertThat(one(rule, 2027).count().conditions()).hasSize(1);
    assertThat(one(rule.replace("TOWNSHIP", "DISTRICT"), 2026).count().conditions()).hasSize(1);
  }

  @Test
  void checkpointsUnfoldToOneWindowEach() {
    var windows =
        rule("{'kind':'CHECKPOINTS','period':'YEAR','checkpoints':["
                + "{'name':'a','opens':'--02-01','due':'--04-30','completes':'PLAN_HEARD'},"
                + "{'name':'b','due':'--12-31','actor':'RDCWH','completes':'CHECKED'}]}")
            .unfold(setting(2028));
    assertThat(windows)
        .extracting(it -> it.span().due())
        .containsExactly(day("2028-04-28"), day("2028-12-29"));
    assertThat(windows).allSatisfy(window -> assertThat(window.count().required()).isNull());
  }

  @Test
  void whatCanNeverBeMetIsSaidInASentence() {
    assertThat(rule("{'kind':'QUOTA','period':'TERM','times':1}").complaint())
        .hasValue("rule.termOf is missing, but rule.period is TERM: say whose term it is");
    assertThat(rule("{'kind':'CHECKPOINTS','period':'YEAR','checkpoints':[]}").complaint())
        .hasValueSatisfying(it -> assertThat(it).startsWith("rule.checkpoints is empty"));
    assertThat(rule("{'kind':'WINDOW','period':'YEAR'}").complaint())
        .hasValue("rule.times is 0, but must be at least 1");
    assertThat(
            rule("{'kind':'WINDOW','period':'YEAR','times':1,'opens':'--11-01','due':'--10-31'}")
                .complaint())
        .isPresent();
    assertThat(
            rule("{'kind':'QUOTA','period':'YEAR','times':1,'pace':[{'count':2,'by':'--06-30'}]}")
                .complaint())
        .hasValue("rule.pace asks for 2 by --06-30, but rule.times is 1; give a count from 1 to 1");
    assertThat(rule("{'kind':'QUOTA','period':'YEAR','times':2}").complaint()).isEmpty();
  }

  @Test
  void oneIsOneAndTheThirdIsNoThreeth() {
    String each = "{'kind':'QUOTA','period':'YEAR','times':1,'every':%d}";
    assertThat(rule(each.formatted(2)).inWords().english()).startsWith("in each 2nd year");
    assertThat(rule(each.formatted(3)).inWords().english()).startsWith("in each 3rd year");
    assertThat(List.of(1, 4, 11, 12, 13, 21, 22, 100).stream().map(Words::ordinal))
        .containsExactly("1st", "4th", "11th", "12th", "13th", "21st", "22nd", "100th");
    String after = "{'kind':'EACH_TIME','occasion':'SESSION','timing':'AFTER','offset':'%s'}";
    assertThat(rule(after.formatted("P1M1D")).inWords().english()).contains(" 1 month and 1 day ");
    assertThat(rule(after.formatted("P2M2D")).inWords().english())
        .contains(" 2 months and 2 days ");
  }

  private static PlainWindow one(String json, int year) {
    var windows = rule(json).unfold(setting(year));
    assertThat(windows).hasSize(1);
    return windows.get(0);
  }

  private static Setting setting(int year) {
    return new Setting(
        year, year, Force.ALWAYS, List.of(TERM), Map.of(), Set.of("WEEKLY_MEETING"), CALENDAR);
  }

  private static Rule rule(String json) {
    try {
      return Json.contract().readValue(json.replace('\'', '"'), Rule.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
