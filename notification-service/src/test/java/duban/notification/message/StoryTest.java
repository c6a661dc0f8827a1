package duban.notification.message;

import static duban.notification.Year2027.at;
import static org.assertj.core.api.Assertions.assertThat;

import duban.chassis.backbone.TestTopics;
import duban.chassis.contract.Schemas;
import duban.chassis.outbox.Relay;
import duban.notification.MailServer;
import duban.notification.RunningService;
import duban.notification.Year2027;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the first start on a Monday over a stop of a week. */
@QuarkusTest
class StoryTest extends RunningService {

  @Inject Grouping grouping;
  @Inject Delivery delivery;
  @Inject Relay relay;

  @BeforeEach
  void firstStart() {
    feed.deadline(Year2027.sessions())
        .deadline(Year2027.report("QZF-BM-01", "区发展改革委"))
        .deadline(Year2027.report("QZF-BM-03", "区科技和信息化局"))
        .deadline(Year2027.checkpoint("年初交办听方案", "2027-02-01", "2027-04-30"))
        .deadline(Year2027.checkpoint("年底审议促落实", "2027-11-01", "2027-12-31"))
        .calendar()
        .unit("QZF-BM-01", "区发展改革委", "DEPARTMENT", null)
        .unit("QZF-BM-03", "区科技和信息化局", "DEPARTMENT", null)
        .unit("XRD-01", "南磨房乡人大", "GUIDED", "XRD-ZXT-01")
        .unit("XRD-ZXT-01", "南磨房乡人大主席团", "GUIDED", null)
        .unit("XDW-01", "南磨房乡党委", "PARTY", null)
        .unit("QZF", "区政府", "PEER", "QZFB")
        .unit("QZFB", "区政府办公室(区政府督查室)", "DEPARTMENT", null)
        .unit("QFY", "区法院", "PEER", null)
        .unit("RDCWH", "区人大常委会", "OWN", "RDCWH-BG")
        .unit("RDCWH-BG", "区人大常委会办公室", "INTERNAL", null)
        .read();
    plan("2027-10-25T09:29:10");
  }

  /** The sender runs through these minutes. */
  private void run(String from, String to) {
    for (var now = at(from); !now.isAfter(at(to)); now = now.plusSeconds(60)) {
      grouping.round(now);
      while (delivery.round(now)) {
        // until the box is empty
      }
    }
  }

  private List<String> recipients() {
    return mail.received().stream().map(MailServer.Received::to).sorted().toList();
  }

  @Test
  void whoHasReportedHearsNothingAndTheOthersGetOneMergedNoticeAfterTheStop() throws Exception {
    run("2027-10-25T09:29:30", "2027-10-25T09:29:30");
    assertThat(mail.received()).isEmpty();
    run("2027-10-25T09:30:30", "2027-10-25T09:40:30");
    assertThat(recipients())
        .containsExactly(
            "qzf-bm-01@chaoyang.example",
            "qzf-bm-03@chaoyang.example",
            "xrd-zxt-01@chaoyang.example");
    assertThat(
            mail.received().stream()
                .filter(it -> it.to().startsWith("qzf-bm-03"))
                .findFirst()
                .orElseThrow()
                .text()
                .strip())
        .isEqualTo(
            "【工作提示】区科技和信息化局:“报送法律法规贯彻实施情况”应于10月29日(星期五)前报送。如已报送,请补登。"
                + "联系人值班室(示例),电话010-0000-0000(示例)。\n\n区人大常委会办公室\n2027年10月25日");

    feed.progress("o-039-QZF-BM-03", 2, "IN_PROGRESS", 1, 1).read();
    plan("2027-10-25T09:41:00");
    run("2027-11-01T09:29:30", "2027-11-01T09:45:30");

    assertThat(mail.received()).hasSize(4);
    var merged = mail.received().get(3);
    assertThat(merged.to()).isEqualTo("qzf-bm-01@chaoyang.example");
    assertThat(merged.subject()).isEqualTo("【工作提示】报送法律法规贯彻实施情况:已逾期1个工作日");
    assertThat(merged.text())
        .startsWith(
            "【工作提示】区发展改革委:10月25日9时40分至11月1日9时29分系统停用,其间未发送工作提示。截至目前有1项未完成:"
                + "“报送法律法规贯彻实施情况”应于10月29日前报送,已逾期1个工作日。如已报送,请补登。");
    assertThat(
            sql(
                "SELECT step || ' ' || state || ' ' || coalesce(reason, '') FROM reminder"
                    + " WHERE deadline_id = 'o-039-QZF-BM-01' AND channel = 'EMAIL' ORDER BY step_on"))
        .containsExactly(
            "LEAD SKIPPED ENTERED_LATE", "BEFORE SENT ", "DUE SKIPPED STOPPED", "AFTER SENT ");
    relay.round();
    var told =
        TestTopics.read("duban.reminders").stream()
            .filter(it -> TestTopics.type(it).equals("duban.reminder.v1"))
            .toList();
    told.forEach(it -> Schemas.check("reminder.v1", it.value()));
    assertThat(told)
        .anyMatch(
            it -> new String(it.value(), java.nio.charset.StandardCharsets.UTF_8).contains("SENT"))
        .anyMatch(
            it ->
                new String(it.value(), java.nio.charset.StandardCharsets.UTF_8)
                    .contains("STOPPED"));
  }

  @Test
  void theLatestStartOfAFridayLeavesOnMondayWithEverythingElseThatIsOwed() {
    run("2027-10-25T09:30:30", "2027-10-25T09:30:30");
    sql("UPDATE sender SET ticked_at = '2027-11-29T01:29:00Z'");
    run("2027-11-29T09:30:30", "2027-11-29T09:32:30");
    var monday = mail.received().subList(3, mail.received().size());
    assertThat(monday)
        .extracting(MailServer.Received::to)
        .contains(
            "xrd-zxt-01@chaoyang.example", "qzfb@chaoyang.example", "rdcwh-bg@chaoyang.example");
    var township =
        monday.stream().filter(it -> it.to().startsWith("xrd")).findFirst().orElseThrow().text();
    assertThat(township)
        .contains("“召开乡人民代表大会会议”今年已登记0次,还差2次,12月31日(星期五)前完成。考虑筹备时间,建议12月3日(星期五)前确定会期。")
        .doesNotContain("系统停用");
  }

  @Test
  void aMessageKnowsAllOfWhichItsWordsSpeak() {
    run("2027-10-25T09:30:30", "2027-10-25T09:30:30");
    sql("UPDATE sender SET ticked_at = '2027-11-29T01:29:00Z'");
    run("2027-11-29T09:30:30", "2027-11-29T09:32:30");
    assertThat(
            sql(
                "SELECT deadlines @> array_agg(DISTINCT deadline_id) AND cardinality(deadlines) > 1"
                    + " FROM message JOIN reminder ON message_id = message.id"
                    + " WHERE message.recipient = 'RDCWH-BG' GROUP BY message.id"))
        .containsExactly("t");
    assertThat(
            sql(
                "SELECT id FROM message WHERE text IS NOT NULL AND (deadlines IS NULL OR units IS NULL)"))
        .isEmpty();
  }

  @Test
  void afterAStopWithoutAStepOfTodayTheNewestOfTheSkippedGoesOnce() {
    run("2027-10-25T09:30:30", "2027-10-25T09:30:30");
    run("2027-11-02T10:00:30", "2027-11-02T10:02:30");
    assertThat(recipients()).filteredOn(it -> it.startsWith("qzf-bm-01")).hasSize(2);
    assertThat(
            sql(
                "SELECT step || ' ' || state FROM reminder WHERE deadline_id = 'o-039-QZF-BM-01'"
                    + " AND step IN ('DUE', 'AFTER') AND channel = 'EMAIL' ORDER BY step_on"))
        .containsExactly("DUE SKIPPED", "AFTER SENT");
    assertThat(mail.received().get(3).text()).contains("至11月2日10时0分系统停用");
  }

  @Test
  void neverTwoNoticesOnOneDay() {
    run("2027-10-25T09:30:30", "2027-10-25T09:30:30");
    sql("UPDATE reminder SET due_at = '2027-10-25T01:31:00Z' WHERE step = 'DUE'");
    run("2027-10-25T09:31:30", "2027-10-25T17:29:30");
    assertThat(mail.received()).hasSize(3);
    run("2027-10-26T09:30:30", "2027-10-26T09:30:30");
    assertThat(mail.received()).hasSize(5);
  }
}
