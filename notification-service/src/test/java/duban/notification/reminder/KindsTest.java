package duban.notification.reminder;

import static duban.notification.Year2027.at;
import static org.assertj.core.api.Assertions.assertThat;

import duban.notification.Duty;
import duban.notification.Year2027;
import duban.notification.deadline.Deadline;
import duban.notification.deadline.Ref;
import duban.notification.policy.Channel;
import duban.notification.policy.Step;
import duban.notification.progress.Progress;
import duban.notification.unit.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which steps a duty of each kind has, and who is told of them. */
class KindsTest {

  private static final String LONG_BEFORE = "2026-01-05T10:00:00";

  private final Map<String, Unit> units =
      Stream.of(
              unit("QZF-BM-03", "DEPARTMENT"),
              unit("QZF-BM-07", "DEPARTMENT"),
              unit("XRD-01", "GUIDED"),
              unit("RDCWH-BG", "INTERNAL"),
              unit("QW", "SUPERIOR"),
              unit("QWZZB", "PARTY"),
              unit("QWB", "PARTY"),
              unit("XDB-01", "PERSON"),
              new Unit(
                  "XDB-02",
                  1,
                  "XDB-02",
                  "XDB-02",
                  "PERSON",
                  null,
                  List.of(Year2027.ref("XRD-01", ""))))
          .collect(Collectors.toMap(Unit::code, it -> it));
  private final Map<String, List<String>> contacts =
      units.keySet().stream().collect(Collectors.toMap(it -> it, List::of));

  private static Unit unit(String code, String relation) {
    return new Unit(code, 1, code, code, relation, null, null);
  }

  private List<Planned> plan(Duty duty, String knownAt) {
    Deadline deadline = duty.deadline();
    return new Plan(Year2027.policies(), Year2027.calendar(), new Addressees(units, contacts))
        .of(deadline, Progress.none(deadline.id()), deadline.dueOn(), at(knownAt));
  }

  private List<String> days(Duty duty) {
    return described(
        duty,
        it -> it.channel() != Channel.LETTER,
        it -> "%s %d %s".formatted(it.step().rule().step(), it.step().number(), it.step().on()));
  }

  private List<String> described(
      Duty duty, Predicate<Planned> which, java.util.function.Function<Planned, String> how) {
    return plan(duty, LONG_BEFORE).stream()
        .filter(which)
        .sorted(Comparator.comparing(it -> it.step().on()))
        .map(how)
        .toList();
  }

  /** Whom the mails go to, and why some do not. */
  private List<String> recipients(Duty duty, Step step) {
    return described(
        duty,
        it -> it.channel() == Channel.EMAIL && it.step().rule().step() == step,
        it -> it.recipient() + " " + (it.reason() == null ? it.state() : it.reason()));
  }

  private static Duty term() {
    return Duty.of("QUOTA", "提出委员连选连任建议", "2026-12-01", "2031-11-30")
        .with("period", "DISTRICT-2026")
        .with("afterDue", "EXPLAIN");
  }

  private static Duty standing() {
    return Duty.of("STANDING", "各工作委员会不少于4人", "2027-10-20", "2027-11-15");
  }

  private static Duty before() {
    return Duty.of("EACH_TIME", "成熟建议纳入计划", "2027-03-01", "2027-11-30")
        .with("timing", "BEFORE")
        .with("afterDue", "EXPLAIN");
  }

  private static Duty after() {
    return Duty.of("EACH_TIME", "办理重点建议", "2027-03-15", "2027-06-15").with("timing", "AFTER");
  }

  @Test
  void aTermIsRemindedOfInMonths() {
    assertThat(days(term()))
        .containsExactly(
            "BEFORE 540 2030-05-30",
            "BEFORE 360 2030-11-29",
            "BEFORE 180 2031-05-30",
            "AFTER 1 2031-12-01");
  }

  @Test
  void aSpanThatLeadsToADayOffJustAfterItOpensIsNotMovedBeforeThat() {
    // In the last year but half a one of the term: six months before the date is the day it opens.
    var late = Duty.of("QUOTA", "提出委员连选连任建议", "2030-11-30", "2031-05-30");
    assertThat(days(late.with("period", "DISTRICT-2026"))).containsExactly("BEFORE 180 2030-12-02");
  }

  @Test
  void aShortPeriodHasNoStepBeforeItBegins() {
    var october =
        Duty.of("QUOTA", "接待选民", "2027-10-01", "2027-10-25")
            .with("period", "2027-10")
            .with("afterDue", "EXPLAIN")
            .with("latestStartOn", "2027-09-27")
            .pace(1, "2027-10-15");
    assertThat(days(october)).containsExactly("BEFORE 5 2027-10-18", "AFTER 1 2027-10-26");
    var week = Duty.of("QUOTA", "接待选民", "2027-10-11", "2027-10-15").with("period", "2027-W41");
    assertThat(days(week)).isEmpty();
    var checkpoint = Duty.of("CHECKPOINTS", "督办建议", "2027-06-01", "2027-06-18");
    assertThat(days(checkpoint)).containsExactly("BEFORE 5 2027-06-11", "AFTER 1 2027-06-21");
  }

  @Test
  void ofSeveralStepsOnOneDayOneRemains() {
    var quarter =
        Duty.of("QUOTA", "召开会议", "2027-07-01", "2027-09-30")
            .with("period", "2027-Q3")
            .with("latestStartOn", "2027-09-23")
            .pace(1, "2027-09-30");
    // 5 working days before the date is the latest start too.
    assertThat(days(quarter)).containsExactly("PACE 1 2027-08-18", "LATEST_START 0 2027-09-23");
    quarter.with("latestStartOn", "2027-08-18");
    assertThat(days(quarter)).containsExactly("LATEST_START 0 2027-08-18", "BEFORE 5 2027-09-23");
  }

  @Test
  void beforeAnOccasionOneIsToldInTimeAndAfterwardsAskedWhy() {
    assertThat(days(before()))
        .containsExactly("BEFORE 45 2027-10-15", "BEFORE 10 2027-11-16", "AFTER 1 2027-12-01");
    assertThat(days(before().with("timing", "AT"))).hasSize(3);
  }

  @Test
  void afterAnOccasionOneIsTold() {
    assertThat(days(after()))
        .containsExactly(
            "BEFORE 20 2027-05-17",
            "BEFORE 5 2027-06-07",
            "AFTER 1 2027-06-16",
            "AFTER 3 2027-06-18",
            "AFTER 30 2027-07-27");
  }

  @Test
  void whatOpensByBeingEnteredTellsOnceWhatWasMissedBefore() {
    var soon = Duty.of("EACH_TIME", "办理重点建议", "2027-05-24", "2027-05-28").with("timing", "AFTER");
    var first =
        plan(soon, "2027-05-24T10:00:00").stream()
            .filter(it -> it.step().rule().step() == Step.BEFORE)
            .toList();
    assertThat(first).hasSize(1);
    assertThat(first.get(0).step().number()).isEqualTo(5);
    assertThat(first.get(0).state()).isEqualTo(State.PLANNED);
    assertThat(first.get(0).leavesAt()).isEqualTo(at("2027-05-24T10:00:00"));
  }

  @Test
  void whatIsDoneOnceIsToldThreeTimes() {
    assertThat(days(Duty.of("ONE_OFF", "设立研究室", "2027-01-04", "2027-06-30")))
        .containsExactly(
            "BEFORE 30 2027-05-18",
            "BEFORE 10 2027-06-16",
            "BEFORE 3 2027-06-25",
            "AFTER 1 2027-07-01");
  }

  @Test
  void aStandingDutyIsToldWhenItsSheetOpensAndBeforeItIsDue() {
    assertThat(days(standing()))
        .containsExactly("LEAD 0 2027-10-20", "BEFORE 5 2027-11-08", "AFTER 3 2027-11-18");
  }

  @Test
  void whatHoldsInPrincipleHasHalfOfTheStepsAndAsksOnce() {
    assertThat(days(term().with("strength", "IN_PRINCIPLE")))
        .containsExactly("BEFORE 540 2030-05-30", "BEFORE 180 2031-05-30", "AFTER 1 2031-12-01");
    assertThat(days(after().with("strength", "IN_PRINCIPLE")))
        .containsExactly("BEFORE 5 2027-06-07", "AFTER 1 2027-06-16");
    assertThat(plan(after().with("strength", "IN_PRINCIPLE"), LONG_BEFORE))
        .filteredOn(it -> it.step().rule().step() == Step.AFTER)
        .extracting(it -> it.step().rule().task().name())
        .containsExactly("EXPLAIN");
  }

  @Test
  void whatIsNotOwedOrOnlyAnOrderHasNoSteps() {
    assertThat(days(after().with("strength", "MAY"))).isEmpty();
    assertThat(days(after().with("strength", "AIM"))).isEmpty();
    assertThat(days(after().with("timing", "NOT_BEFORE"))).isEmpty();
    assertThat(days(standing().with("remindTo", "NONE"))).isEmpty();
  }

  @Test
  void whoHandlesItTooIsToldOnHisOwnDateOnly() {
    var all = plan(after().and("QZF-BM-07", "区财政局", "2027-04-15"), LONG_BEFORE);
    assertThat(all)
        .filteredOn(it -> "QZF-BM-07".equals(it.recipient()))
        .extracting(it -> it.step().rule().step() + " " + it.step().on() + " " + it.dueOn())
        .containsExactly("DUE 2027-04-15 2027-04-15");
    assertThat(plan(after().and("QZF-BM-07", "区财政局", "2027-04-15"), "2027-04-20T10:00:00"))
        .filteredOn(it -> "QZF-BM-07".equals(it.recipient()))
        .allMatch(it -> it.state() == State.SKIPPED && "ENTERED_LATE".equals(it.reason()));
    assertThat(plan(after().and("QWZZB", "区委组织部", "2027-04-15"), LONG_BEFORE))
        .filteredOn(it -> it.dueOn().equals(Year2027.day("2027-04-15")))
        .extracting(Planned::reason)
        .containsExactly("RELATION");
  }

  @Test
  void aSuperiorIsNeverToldAndTheOfficePreparesWhatIsToBeArranged() {
    var superior = Duty.of("ONE_OFF", "听取专题汇报", "2027-01-04", "2027-06-30").by("QW", "区委");
    assertThat(recipients(superior, Step.BEFORE)).containsOnly("RDCWH-BG PLANNED").hasSize(3);
    assertThat(recipients(superior, Step.AFTER)).containsExactly("null RELATION");
    assertThat(plan(after().by("QW", "区委"), LONG_BEFORE))
        .filteredOn(it -> it.channel() != Channel.EMAIL)
        .isNotEmpty()
        .allMatch(it -> it.state() == State.SKIPPED && "RELATION".equals(it.reason()));
    superior.supervisedBy("QWB", "区委办公室(区委督查室)");
    assertThat(recipients(superior, Step.BEFORE)).containsOnly("QWB PLANNED").hasSize(3);
  }

  @Test
  void ofAPartyUnitTheOfficeThatSupervisesItIsTold() {
    var party = after().by("QWZZB", "区委组织部").supervisedBy("QWB", "区委办公室(区委督查室)");
    assertThat(recipients(party, Step.BEFORE)).containsOnly("QWB PLANNED").hasSize(2);
    assertThat(recipients(party, Step.AFTER)).containsExactly("QWB PLANNED");
  }

  @Test
  void aDeputyIsToldThroughWhoOrganisesHim() {
    var reception = Duty.of("ONE_OFF", "接待选民", "2027-01-04", "2027-06-30");
    assertThat(recipients(reception.by("XDB-02", "某代表"), Step.BEFORE))
        .containsOnly("XRD-01 PLANNED");
    reception.by("XDB-01", "某代表");
    assertThat(recipients(reception, Step.BEFORE)).containsOnly("null RELATION");
    reception.with("organiser", new Ref("XRD-01", "XRD-01", "某乡人大"));
    assertThat(recipients(reception, Step.BEFORE)).containsOnly("XRD-01 PLANNED");
    // Without a list of deputies the organiser owes it, and is told itself.
    reception.with("remindTo", "ORGANISER").by("XRD-01", "某乡人大");
    assertThat(recipients(reception, Step.BEFORE)).containsOnly("XRD-01 PLANNED");
    reception.with("organiser", new Ref("XRD", "XRD", "各乡人大")).with("membersUnknown", true);
    assertThat(recipients(reception, Step.BEFORE)).containsOnly("XRD-01 PLANNED");
  }
}
