package duban.notification.notice;

import static duban.notification.Year2027.day;
import static org.assertj.core.api.Assertions.assertThat;

import duban.notification.Duty;
import duban.notification.Year2027;
import duban.notification.deadline.Deadline;
import duban.notification.policy.Step;
import duban.notification.progress.Progress;
import duban.notification.unit.Relation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a notice says of a duty of each kind. */
class KindsTest {

  private static String said(String today, Duty duty, Relation relation, Step... steps) {
    return said(today, duty, Role.LEAD, relation, steps);
  }

  private static String said(String today, Duty duty, Role role, Relation relation, Step... steps) {
    Deadline deadline = duty.deadline();
    var coDueOn = deadline.coDueOn();
    var dueOn = role == Role.SUPPORT && coDueOn != null ? coDueOn : deadline.dueOn();
    var progress = new Progress("d", 1, "IN_PROGRESS", 0, deadline.required(), null);
    var owed = new Owed(deadline, progress, dueOn, role, "单位", relation, Set.of(steps));
    var notice = new Notice("单位", List.of(owed), List.of(), day(today), Year2027.calendar());
    return notice.subject().replace("【工作提示】" + owed.title() + ":", "")
        + "|"
        + notice.single()
        + notice.closing();
  }

  private static String said(String today, Duty duty, Step... steps) {
    return said(today, duty, Relation.DEPARTMENT, steps);
  }

  private static Duty quota(String period, String dueOn) {
    return Duty.of("QUOTA", "召开会议", "2027-01-01", dueOn)
        .with("period", period)
        .with("required", 1)
        .with("noun", "次会议")
        .with("afterDue", "EXPLAIN");
  }

  @Test
  void aQuotaNamesItsPeriod() {
    assertThat(said("2027-05-10", quota("2027-H1", "2027-06-30"), Step.BEFORE))
        .isEqualTo("6月30日前|“召开会议”今年上半年已登记0次,还差1次,6月30日(星期三)前完成。如已召开,请补登。");
    assertThat(said("2027-09-06", quota("2027-Q3", "2027-09-30"), Step.BEFORE))
        .startsWith("9月30日前|“召开会议”今年第三季度已登记0次,");
    assertThat(said("2027-10-06", quota("2027-10", "2027-10-29"), Step.BEFORE))
        .startsWith("10月29日前|“召开会议”今年10月已登记0次,");
    assertThat(said("2027-10-11", quota("2027-W41", "2027-10-15"), Step.BEFORE))
        .startsWith("10月15日前|“召开会议”今年第41周已登记0次,");
  }

  @Test
  void aQuotaInPrincipleSaysSo() {
    assertThat(
            said(
                "2027-12-20",
                quota("2027", "2027-12-31").with("strength", "IN_PRINCIPLE"),
                Step.BEFORE))
        .contains("今年已登记0次,还差1次,原则上12月31日(星期五)前完成。");
  }

  @Test
  void ofDeputiesOfWhomThereIsNoListTheTwoNumbersAreMissing() {
    var reception =
        quota("2027", "2027-12-31")
            .with("membersUnknown", true)
            .with(
                "conditions", List.of(Map.of("attribute", "deputies"), Map.of("attribute", "met")));
    assertThat(said("2027-12-20", reception, Relation.GUIDED, Step.BEFORE))
        .contains("“召开会议”今年应达到和已达到的代表人数尚未登记,12月31日(星期五)前完成。");
  }

  @Test
  void aTermIsThisTerm() {
    var term =
        Duty.of("QUOTA", "提出委员连选连任建议", "2030-11-30", "2031-05-30")
            .with("period", "DISTRICT-2026")
            .with("periodTo", "2031-11-30")
            .with("required", 1)
            .with("noun", "次建议")
            .with("afterDue", "EXPLAIN");
    assertThat(said("2030-12-02", term, Relation.OWN, Step.BEFORE))
        .isEqualTo("2031年5月30日前|“提出委员连选连任建议”本届已登记0次,还差1次,2031年5月30日(星期五)前完成。如已提出,请补登。");
    assertThat(said("2032-06-02", term, Relation.OWN, Step.AFTER))
        .isEqualTo("2031年5月30日已到期|“提出委员连选连任建议”上届已登记0次,还差1次,2031年5月30日已到期。确未完成的,请提交情况说明。如已提出,请补登。");
  }

  @Test
  void whatIsDoneOnceSaysItsDate() {
    var once = Duty.of("ONE_OFF", "设立研究室", "2027-01-04", "2027-06-30");
    assertThat(said("2027-05-17", once, Relation.INTERNAL, Step.BEFORE))
        .isEqualTo("6月30日前|“设立研究室”应于6月30日(星期三)前设立。如已设立,请补登。");
  }

  @Test
  void whatFollowsAnOccasionSaysFromWhenItIsReckoned() {
    var after =
        Duty.of("EACH_TIME", "办理重点建议", "2027-03-15", "2027-06-15")
            .with("timing", "AFTER")
            .with("occasionOn", "2027-03-15");
    assertThat(said("2027-05-17", after, Step.BEFORE))
        .isEqualTo("6月15日前|“办理重点建议”自3月15日起算,应于6月15日(星期二)前办理。如已办理,请补登。");
    assertThat(said("2027-06-16", after, Step.AFTER))
        .isEqualTo("已逾期1个工作日|“办理重点建议”应于6月15日前办理,已逾期1个工作日。如已办理,请补登。");
  }

  @Test
  void whatPrecedesAnOccasionSaysForWhenItIsMeant() {
    var before =
        Duty.of("EACH_TIME", "纳入下年度计划", "2027-03-01", "2027-12-06")
            .with("timing", "BEFORE")
            .with("afterDue", "EXPLAIN")
            .with("occasionOn", "2028-01-05");
    assertThat(said("2027-11-22", before, Relation.PEER, Step.BEFORE))
        .isEqualTo("12月6日前|“纳入下年度计划”对应事项定于2028年1月5日,应于12月6日(星期一)前完成。如已完成,请补登。");
    assertThat(said("2027-12-07", before, Relation.PEER, Step.AFTER))
        .isEqualTo("已逾期1个工作日|“纳入下年度计划”应于12月6日前完成,已逾期1个工作日。确未完成的,请提交情况说明。如已完成,请补登。");
    var undated =
        Duty.of("EACH_TIME", "纳入下年度计划", "2027-03-01", "2027-11-30").with("timing", "BEFORE");
    assertThat(said("2027-11-22", undated, Relation.PEER, Step.BEFORE))
        .isEqualTo("11月30日前|“纳入下年度计划”对应事项日期未定,暂定11月30日(星期二)前完成。如已完成,请补登。");
  }

  @Test
  void aStandingDutyIsToBeChecked() {
    var standing = Duty.of("STANDING", "各工作委员会不少于4人", "2027-10-20", "2027-11-15");
    assertThat(said("2027-10-18", standing, Relation.INTERNAL, Step.LEAD))
        .isEqualTo("11月15日前|“各工作委员会不少于4人”10月20日开始核对,请于11月15日(星期一)前核对是否符合。请提前准备。");
    assertThat(said("2027-11-08", standing, Relation.INTERNAL, Step.BEFORE))
        .isEqualTo("11月15日前|“各工作委员会不少于4人”请于11月15日(星期一)前核对是否符合。核对结果(符合、不符合、不适用)请如实登记。");
    assertThat(said("2027-11-18", standing, Relation.INTERNAL))
        .isEqualTo("已逾期3个工作日|“各工作委员会不少于4人”应于11月15日前核对,已逾期3个工作日。核对结果(符合、不符合、不适用)请如实登记。");
    assertThat(said("2027-11-18", standing, Relation.GUIDED))
        .contains("已过时限3个工作日")
        .doesNotContain("应于");
  }

  @Test
  void whatHoldsInPrincipleIsSaidSo() {
    var principle =
        Duty.of("ONE_OFF", "述职", "2027-01-04", "2027-06-30").with("strength", "IN_PRINCIPLE");
    assertThat(said("2027-06-25", principle, Step.BEFORE))
        .isEqualTo("6月30日前|“述职”原则上应于6月30日(星期三)前完成。如已完成,请补登。");
    assertThat(said("2027-07-01", principle, Step.AFTER))
        .isEqualTo("已逾期1个工作日|“述职”应于6月30日前完成,已逾期1个工作日。确未完成的,请提交情况说明。如已完成,请补登。");
  }

  @Test
  void whoHandlesItTooIsToldHisPart() {
    var joint =
        Duty.of("EACH_TIME", "办理重点建议", "2027-03-15", "2027-06-15")
            .with("timing", "AFTER")
            .with("occasionOn", "2027-03-15")
            .and("QZF-BM-07", "区财政局", "2027-04-15");
    assertThat(said("2027-04-15", joint, Role.SUPPORT, Relation.DEPARTMENT, Step.DUE))
        .isEqualTo("4月15日前|区科技和信息化局“办理重点建议”请于4月15日(星期四)前将协办意见送主办单位。如已送交,无需回复。");
  }

  @Test
  void whoOrganisesDeputiesReadsWhoseItIs() {
    var reception = quota("2027", "2027-12-31").by("XDB-01-02", "张代表");
    assertThat(said("2027-12-20", reception, Relation.PERSON, Step.BEFORE))
        .contains("|张代表“召开会议”今年已登记0次,还差1次,");
  }

  @Test
  void aSuperiorIsNotPressed() {
    var hearing = quota("2027", "2027-12-31").by("QWCWH", "区委常委会");
    assertThat(said("2027-11-15", hearing, Role.SUPERVISE, Relation.SUPERIOR, Step.BEFORE))
        .isEqualTo("待安排|区委常委会“召开会议”今年已登记0次,还差1次,时限为12月31日(星期五)。请适时准备请示或议题申报。如已安排,请补登。");
    assertThat(said("2028-01-12", hearing, Role.SUPERVISE, Relation.SUPERIOR))
        .doesNotContain("逾期", "到期", "应于");
  }
}
