package duban.notification.notice;

import static duban.notification.Year2027.at;
import static duban.notification.Year2027.day;
import static org.assertj.core.api.Assertions.assertThat;

import duban.notification.Duty;
import duban.notification.Year2027;
import duban.notification.deadline.Deadline;
import duban.notification.policy.Step;
import duban.notification.progress.Progress;
import duban.notification.stop.Stop;
import duban.notification.unit.Relation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoticeTest {

  private static Owed owed(
      Deadline deadline, int counted, Role role, Relation relation, Step... steps) {
    var progress =
        new Progress(deadline.id(), 1, "IN_PROGRESS", counted, deadline.required(), null);
    return new Owed(
        deadline, progress, deadline.dueOn(), role, "区科技和信息化局", relation, Set.of(steps));
  }

  private static Owed report(Relation relation) {
    return owed(Year2027.report("QZF-BM-03", "区科技和信息化局"), 0, Role.LEAD, relation, Step.BEFORE);
  }

  private static Notice notice(String today, List<Stop> stops, Owed... owed) {
    return new Notice("区科技和信息化局", List.of(owed), stops, day(today), Year2027.calendar());
  }

  private static String body(Notice notice) {
    return notice.opening() + notice.single() + notice.closing();
  }

  @Test
  void aQuotaSaysItsBalance() {
    var notice =
        notice(
            "2027-10-25",
            List.of(),
            owed(Year2027.sessions(), 1, Role.LEAD, Relation.GUIDED, Step.PACE));
    assertThat(body(notice)).isEqualTo("“召开乡人民代表大会会议”今年已登记1次,还差1次,12月31日(星期五)前完成。如已召开,请补登。");
    assertThat(notice.subject()).isEqualTo("【工作提示】召开乡人民代表大会会议:12月31日前");
  }

  @Test
  void whatIsToBeDoneAgainMissesNoOccurrence() {
    var again =
        notice(
            "2027-10-25",
            List.of(),
            owed(Year2027.sessions(), 2, Role.LEAD, Relation.GUIDED, Step.BEFORE));
    assertThat(body(again)).contains("今年已登记2次,经审核退回重办,12月31日(星期五)前完成。");
  }

  @Test
  void aLatestStartIsRecommended() {
    var notice =
        notice(
            "2027-11-29",
            List.of(),
            owed(Year2027.sessions(), 1, Role.LEAD, Relation.GUIDED, Step.LATEST_START));
    assertThat(body(notice)).contains("考虑筹备时间,建议12月3日(星期五)前确定会期。如已召开,请补登。");
  }

  @Test
  void aWindowSaysItsDate() {
    assertThat(body(notice("2027-10-25", List.of(), report(Relation.DEPARTMENT))))
        .isEqualTo("“报送法律法规贯彻实施情况”应于10月29日(星期五)前报送。如已报送,请补登。");
  }

  @Test
  void afterAStopItSaysWhenNothingWasSent() {
    var stop = new Stop(at("2027-10-25T09:40:12"), at("2027-11-01T09:29:30"), Stop.Why.DOWN);
    assertThat(body(notice("2027-11-01", List.of(stop), report(Relation.DEPARTMENT))))
        .isEqualTo(
            "10月25日9时40分至11月1日9时29分系统停用,其间未发送工作提示。截至目前有1项未完成:"
                + "“报送法律法规贯彻实施情况”应于10月29日前报送,已逾期1个工作日。如已报送,请补登。");
  }

  @Test
  void whoIsOnlyGuidedIsNotCommanded() {
    assertThat(body(notice("2027-11-01", List.of(), report(Relation.GUIDED))))
        .isEqualTo("“报送法律法规贯彻实施情况”时限为10月29日,已过时限1个工作日。如已报送,请补登。");
    assertThat(body(notice("2027-10-25", List.of(), report(Relation.GUIDED))))
        .doesNotContain("应于", "必须", "务必");
  }

  @Test
  void whatIsNotOpenYetIsAnnounced() {
    assertThat(body(notice("2027-08-30", List.of(), report(Relation.DEPARTMENT))))
        .isEqualTo("“报送法律法规贯彻实施情况”10月1日开始,应于10月29日(星期五)前报送。请提前准备。");
  }

  @Test
  void theSituationIsAskedForAfterTheTimeForRecording() {
    var asked =
        notice(
            "2028-01-11",
            List.of(),
            owed(Year2027.sessions(), 1, Role.LEAD, Relation.GUIDED, Step.AFTER));
    assertThat(body(asked))
        .isEqualTo("“召开乡人民代表大会会议”2027年已登记1次,还差1次,2027年12月31日已到期。如有特殊情况,可将有关情况函告我办。如已召开,请补登。");
  }

  @Test
  void howFarACommitteeOfThePartyIsIsToldOnlyToWhoSupervisesIt() {
    Deadline sessions = Year2027.sessions();
    var beside =
        notice("2028-01-11", List.of(), owed(sessions, 1, Role.SUPPORT, Relation.PARTY, Step.DUE));
    assertThat(body(beside)).contains("时限为").doesNotContain("登记1次", "还差", "到期", "逾期");
    assertThat(beside.subject()).doesNotContain("到期", "逾期");
    var supervised =
        notice(
            "2028-01-11", List.of(), owed(sessions, 1, Role.SUPERVISE, Relation.PARTY, Step.DUE));
    assertThat(body(supervised)).contains("还差1次");
  }

  @Test
  void severalAreListedMostUrgentFirstWithTheirRoles() {
    var third =
        owed(
            Year2027.checkpoint("年底审议促落实", "2027-11-01", "2027-12-31"),
            0,
            Role.SUPPORT,
            Relation.PEER,
            Step.BEFORE);
    var notice = notice("2027-11-01", List.of(), third, report(Relation.DEPARTMENT));
    assertThat(notice.opening()).isEqualTo("截至目前有2项未完成,其中1项已逾期,按紧急程度列出如下:");
    assertThat(notice.subject()).isEqualTo("【工作提示】2项未完成,其中1项已逾期");
    assertThat(notice.sections()).hasSize(1);
    assertThat(notice.sections().get(0).lines())
        .extracting(it -> it.number() + it.role() + it.text())
        .containsExactly(
            "1牵头“报送法律法规贯彻实施情况”应于10月29日前报送,已逾期1个工作日。", "2配合区政府“代表建议三段督办(年底审议促落实)”应于12月31日(星期五)前完成。");
  }

  private static Owed supervised(String code, String name, int counted) {
    var report =
        Duty.of("QUOTA", "听取乡人大工作汇报", "2027-01-01", "2027-12-31")
            .with("id", code)
            .with("required", 2)
            .by(code, name)
            .deadline();
    return owed(report, counted, Role.SUPERVISE, Relation.PARTY, Step.BEFORE);
  }

  @Test
  void whoSupervisesManyReadsOnceWhatIsTheSameOfThem() {
    var notice =
        notice(
            "2027-12-20",
            List.of(),
            supervised("XDW-01", "南磨房乡党委", 0),
            supervised("XDW-02", "高碑店乡党委", 1),
            supervised("XDW-03", "将台乡党委", 0));
    assertThat(notice.subject()).isEqualTo("【工作提示】3项未完成");
    assertThat(notice.sections().get(0).lines())
        .extracting(it -> it.number() + it.text())
        .containsExactly(
            "1南磨房乡党委、将台乡党委(2个单位)“听取乡人大工作汇报”今年已登记0次,还差2次,12月31日(星期五)前完成。",
            "2高碑店乡党委“听取乡人大工作汇报”今年已登记1次,还差1次,12月31日(星期五)前完成。");
  }

  @Test
  void whoIsOnlyGuidedIsNotCalledLateInTheTotal() {
    var notice =
        notice(
            "2027-11-01",
            List.of(),
            report(Relation.GUIDED),
            owed(Year2027.sessions(), 1, Role.LEAD, Relation.GUIDED, Step.PACE));
    assertThat(notice.subject()).isEqualTo("【工作提示】2项未完成,其中1项已过时限");
  }
}
