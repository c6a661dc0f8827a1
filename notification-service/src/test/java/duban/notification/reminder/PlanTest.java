package duban.notification.reminder;

import static duban.notification.Year2027.at;
import static duban.notification.Year2027.day;
import static duban.notification.Year2027.ref;
import static org.assertj.core.api.Assertions.assertThat;

import duban.notification.Year2027;
import duban.notification.deadline.Deadline;
import duban.notification.deadline.Ref;
import duban.notification.policy.Channel;
import duban.notification.policy.Step;
import duban.notification.progress.Progress;
import duban.notification.unit.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlanTest {

  private static final String FIRST_START = "2027-10-25T09:29:00";
  private static final String LONG_BEFORE = "2026-12-01T10:00:00";

  private final Map<String, Unit> units =
      Stream.of(
              unit("QZF-BM-03", "DEPARTMENT", null),
              unit("XRD-01", "GUIDED", "XRD-ZXT-01"),
              unit("XRD-ZXT-01", "GUIDED", null),
              unit("QZF", "PEER", "QZFB"),
              unit("QZFB", "DEPARTMENT", null),
              unit("RDCWH", "OWN", "RDCWH-BG"),
              unit("RDCWH-BG", "INTERNAL", null),
              unit("QW", "SUPERIOR", null))
          .collect(Collectors.toMap(Unit::code, it -> it));
  private final Map<String, List<String>> contacts =
      units.keySet().stream().collect(Collectors.toMap(it -> it, List::of));

  private static Unit unit(String code, String relation, String receives) {
    Ref receiver = receives == null ? null : ref(receives, receives);
    return new Unit(code, 1, code, code, relation, receiver, null);
  }

  private List<Planned> plan(Deadline deadline, Progress progress, String knownAt) {
    return new Plan(Year2027.policies(), Year2027.calendar(), new Addressees(units, contacts))
        .of(deadline, progress, deadline.dueOn(), at(knownAt));
  }

  private List<Planned> plan(Deadline deadline, String knownAt) {
    return plan(deadline, Progress.none(deadline.id()), knownAt);
  }

  private static Planned step(List<Planned> all, Step step, int number, Channel channel) {
    return all.stream()
        .filter(it -> it.step().rule().step() == step && it.step().number() == number)
        .filter(it -> it.channel() == channel)
        .findFirst()
        .orElseThrow();
  }

  private static Planned mail(List<Planned> all, Step step, int number) {
    return step(all, step, number, Channel.EMAIL);
  }

  private static void leaves(Planned planned, String at) {
    assertThat(planned.state()).isEqualTo(State.PLANNED);
    assertThat(planned.leavesAt()).isEqualTo(at(at));
  }

  @Test
  void enteredBetweenStepsOnlyTheLatestPassedStepGoesOnce() {
    var report = plan(Year2027.report("QZF-BM-03", "区科技和信息化局"), FIRST_START);
    leaves(mail(report, Step.BEFORE, 5), "2027-10-25T09:30:00");
    leaves(mail(report, Step.DUE, 0), "2027-10-29T09:30:00");
    leaves(mail(report, Step.AFTER, 1), "2027-11-01T09:30:00");
    assertThat(mail(report, Step.LEAD, 20).state()).isEqualTo(State.SKIPPED);
    assertThat(mail(report, Step.LEAD, 20).reason()).isEqualTo("ENTERED_LATE");
    assertThat(step(report, Step.LEAD, 20, Channel.LETTER).state()).isEqualTo(State.SKIPPED);

    var sessions = plan(Year2027.sessions(), FIRST_START);
    assertThat(mail(sessions, Step.PACE, 1).state()).isEqualTo(State.SKIPPED);
    leaves(mail(sessions, Step.PACE, 2), "2027-10-25T09:30:00");
    assertThat(mail(sessions, Step.PACE, 2).step().on()).isEqualTo("2027-10-19");
    assertThat(sessions).allMatch(it -> "XRD-ZXT-01".equals(it.recipient()));
  }

  @Test
  void aStepGoesWithTheNoticeOfItsWeek() {
    var sessions = plan(Year2027.sessions(), FIRST_START);
    leaves(mail(sessions, Step.LATEST_START, 0), "2027-11-29T09:30:00");
    leaves(mail(sessions, Step.BEFORE, 5), "2027-12-20T09:30:00");
  }

  @Test
  void theWeekBeginsWithItsFirstWorkingDay() {
    var rule = new WeeklyRule(Year2027.calendar());
    assertThat(rule.firstOfWeek(Year2027.day("2027-12-03"))).isEqualTo("2027-11-29");
    assertThat(rule.firstOfWeek(Year2027.day("2027-04-08"))).isEqualTo("2027-04-06");
  }

  @Test
  void aStepWhoseMondayHasPassedGoesWithTheNext() {
    var sessions = plan(Year2027.sessions(), "2027-12-01T10:00:00");
    leaves(mail(sessions, Step.LATEST_START, 0), "2027-12-06T09:30:00");
  }

  @Test
  void withinThreeWorkingDaysOfTheDateAStepHasItsOwnDay() {
    var close =
        new StepDay(
            "window",
            new duban.notification.policy.PolicyStep(
                Step.BEFORE, 3, null, Channel.EMAIL, duban.notification.policy.Task.NOTICE),
            3,
            LocalDate.parse("2027-10-26"));
    var day =
        new WeeklyRule(Year2027.calendar())
            .day(close, LocalDate.parse("2027-10-01"), LocalDate.parse("2027-10-29"));
    assertThat(day).isEqualTo("2027-10-26");
  }

  @Test
  void theSituationIsAskedForOnceAfterTheTimeForRecording() {
    leaves(mail(plan(Year2027.sessions(), FIRST_START), Step.AFTER, 1), "2028-01-11T09:30:00");
  }

  @Test
  void whatIsEnteredAfterItsDateIsListedAndSendsNothing() {
    var first = plan(Year2027.checkpoint("年初交办听方案", "2027-02-01", "2027-04-30"), FIRST_START);
    assertThat(first).isNotEmpty();
    assertThat(first)
        .allMatch(it -> it.state() == State.HELD && "ENTERED_LATE".equals(it.reason()));
  }

  @Test
  void aCheckpointIsToldToItsActorToo() {
    var third = plan(Year2027.checkpoint("年底审议促落实", "2027-11-01", "2027-12-31"), FIRST_START);
    assertThat(third)
        .filteredOn(it -> it.step().rule().step() == Step.BEFORE)
        .extracting(it -> it.recipient() + " " + it.step().on())
        .containsExactlyInAnyOrder(
            "QZFB 2027-12-03", "QZFB 2027-12-24", "RDCWH-BG 2027-12-03", "RDCWH-BG 2027-12-24");
  }

  @Test
  void lettersArePlannedUntilTheirDayAndTasksAreForStaff() {
    var all = plan(Year2027.report("QZF-BM-03", "区科技和信息化局"), LONG_BEFORE);
    leaves(mail(all, Step.LEAD, 20), "2027-08-30T09:30:00");
    leaves(step(all, Step.LEAD, 20, Channel.LETTER), "2027-09-02T09:30:00");
    leaves(step(all, Step.AFTER, 5, Channel.LETTER), "2027-11-05T09:30:00");
    assertThat(step(all, Step.AFTER, 3, Channel.STAFF).recipient()).isEqualTo("RDCWH-BG");
  }

  @Test
  void whatIsDoneOrClaimedIsCancelled() {
    var report = Year2027.report("QZF-BM-03", "区科技和信息化局");
    assertThat(plan(report, new Progress(report.id(), 2, "IN_PROGRESS", 1, 1, null), FIRST_START))
        .allMatch(it -> it.state() == State.CANCELLED && "DONE".equals(it.reason()));
    assertThat(plan(report, new Progress(report.id(), 2, "CLAIMED", 0, 1, null), FIRST_START))
        .allMatch(it -> it.state() == State.CANCELLED && "CLAIMED".equals(it.reason()));
    var sessions = Year2027.sessions();
    var half =
        plan(sessions, new Progress(sessions.id(), 2, "IN_PROGRESS", 1, 2, null), LONG_BEFORE);
    assertThat(mail(half, Step.PACE, 1).state()).isEqualTo(State.CANCELLED);
    assertThat(mail(half, Step.PACE, 2).state()).isEqualTo(State.PLANNED);
  }

  @Test
  void whatIsToBeDoneAgainIsOwedHoweverOftenItWasCounted() {
    var report = Year2027.report("QZF-BM-03", "区科技和信息化局");
    var again = new Progress(report.id(), 3, "REWORK", 1, 1, day("2027-11-30"));
    var all =
        new Plan(Year2027.policies(), Year2027.calendar(), new Addressees(units, contacts))
            .of(report, again, day("2027-11-30"), at("2027-10-29T10:00:00"));
    leaves(mail(all, Step.BEFORE, 5), "2027-11-22T09:30:00");
    assertThat(all).allMatch(it -> it.dueOn().equals(day("2027-11-30")));
  }

  @Test
  void whoIsNamedAsReceiverButNotKnownYetIsAGap() {
    units.remove("XRD-ZXT-01");
    contacts.remove("XRD-ZXT-01");
    assertThat(plan(Year2027.sessions(), FIRST_START))
        .filteredOn(it -> it.channel() == Channel.EMAIL)
        .isNotEmpty()
        .allMatch(it -> it.recipient() == null)
        .allMatch(it -> it.state() == State.HELD && "NO_CONTACT".equals(it.reason()));
  }

  @Test
  void aUnitWithoutContactIsAGap() {
    var nobody = plan(Year2027.report("QZF-BM-99", "某局"), FIRST_START);
    assertThat(nobody)
        .filteredOn(it -> it.channel() == Channel.EMAIL)
        .allMatch(it -> it.state() == State.HELD && "NO_CONTACT".equals(it.reason()));
  }

  @Test
  void planningAgainFindsTheSameReminder() {
    var once = plan(Year2027.sessions(), FIRST_START);
    var again = plan(Year2027.sessions(), FIRST_START);
    assertThat(again)
        .extracting(Planned::id)
        .containsExactlyElementsOf(once.stream().map(Planned::id).toList());
    assertThat(once.stream().map(Planned::id).distinct()).hasSameSizeAs(once);
  }
}
