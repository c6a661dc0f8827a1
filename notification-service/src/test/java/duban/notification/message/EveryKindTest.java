package duban.notification.message;

import static duban.notification.Year2027.at;
import static org.assertj.core.api.Assertions.assertThat;

import duban.notification.Duty;
import duban.notification.RunningService;
import duban.notification.policy.Channel;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Duties of every kind on their way from Kafka to a mail. */
@QuarkusTest
class EveryKindTest extends RunningService {

  @Inject Grouping grouping;
  @Inject Delivery delivery;

  @BeforeEach
  void district() {
    feed.calendar()
        .unit("QZF-BM-03", "区科技和信息化局", "DEPARTMENT", null)
        .unit("QZF-BM-07", "区财政局", "DEPARTMENT", null)
        .unit("RDCWH-BG", "区人大常委会办公室", "INTERNAL", null)
        .unit("QWCWH", "区委常委会", "SUPERIOR", null)
        .unit("QWB", "区委办公室(区委督查室)", "PARTY", null)
        .unit("QWZZB", "区委组织部", "PARTY", null);
  }

  private static List<Duty> ofOneDepartment() {
    return List.of(
        Duty.of("QUOTA", "召开座谈会", "2027-01-01", "2027-12-31")
            .with("required", 2)
            .with("noun", "次会议")
            .with("afterDue", "EXPLAIN")
            .pace(1, "2027-06-30"),
        Duty.of("QUOTA", "提出换届建议", "2027-01-01", "2027-11-26")
            .with("period", "DISTRICT-2026")
            .with("periodTo", "2027-11-30")
            .with("required", 1)
            .with("noun", "次建议"),
        Duty.of("WINDOW", "报送贯彻实施情况", "2027-10-01", "2027-10-29")
            .with("required", 1)
            .with("lead", "P20D"),
        Duty.of("CHECKPOINTS", "建议办理三段督办", "2027-06-01", "2027-08-31")
            .with("checkpoint", "年中检查看进度"),
        Duty.of("ONE_OFF", "设立法律顾问", "2027-01-04", "2027-06-30"),
        Duty.of("EACH_TIME", "办理重点建议", "2027-03-15", "2027-06-15")
            .with("required", 1)
            .with("timing", "AFTER")
            .with("occasionOn", "2027-03-15")
            .and("QZF-BM-07", "区财政局", "2027-05-18"),
        Duty.of("EACH_TIME", "纳入下年度计划", "2027-03-01", "2027-11-30")
            .with("required", 1)
            .with("timing", "BEFORE")
            .with("afterDue", "EXPLAIN"),
        Duty.of("STANDING", "专职人员不少于4人", "2027-01-01", "2027-06-18"),
        Duty.of("ONE_OFF", "公开办理情况", "2027-01-04", "2027-06-30").with("strength", "IN_PRINCIPLE"));
  }

  private void sent(String from, String to) {
    for (var now = at(from); !now.isAfter(at(to)); now = now.plusSeconds(86_400)) {
      grouping.round(now);
      while (delivery.round(now)) {
        // until the box is empty
      }
    }
  }

  private String textFor(String mailbox) {
    var texts = mail.received().stream().filter(it -> it.to().startsWith(mailbox + "@")).toList();
    assertThat(texts).as(mailbox).isNotEmpty();
    return texts.get(0).text();
  }

  @Test
  void oneNoticeListsOneOfEachKind() throws IOException {
    ofOneDepartment().forEach(it -> feed.deadline(it.deadline()));
    feed.read();
    plan("2027-01-04T09:00:00");
    sent("2027-05-17T09:31:00", "2027-05-17T09:31:00");
    var text = textFor("qzf-bm-03");
    Files.createDirectories(Path.of("target/letters"));
    Files.writeString(Path.of("target/letters/every-kind.txt"), text);
    assertThat(text)
        .contains(
            "“办理重点建议”自3月15日起算,应于6月15日(星期二)前办理。",
            "“专职人员不少于4人”请于6月18日(星期五)前核对是否符合。",
            "“设立法律顾问”应于6月30日(星期三)前设立。",
            "“公开办理情况”原则上应于6月30日(星期三)前完成。",
            "“提出换届建议”本届已登记0次,还差1次,11月26日(星期五)前完成。",
            "“纳入下年度计划”对应事项日期未定,暂定11月30日(星期二)前完成。",
            "“召开座谈会”今年已登记0次,还差2次,12月31日(星期五)前完成。");
  }

  @Test
  void whoHandlesItTooHearsOnHisOwnDateAndNotBefore() {
    ofOneDepartment().forEach(it -> feed.deadline(it.deadline()));
    feed.read();
    plan("2027-01-04T09:00:00");
    sent("2027-05-17T09:31:00", "2027-05-17T09:31:00");
    assertThat(mail.received()).noneMatch(it -> it.to().startsWith("qzf-bm-07"));
    sent("2027-05-18T09:31:00", "2027-05-18T09:31:00");
    assertThat(textFor("qzf-bm-07")).contains("区科技和信息化局“办理重点建议”请于5月18日(星期二)前将协办意见送主办单位。");
    assertThat(
            sql(
                "SELECT concat_ws(' ', step, number, effective_due_on, state) FROM reminder WHERE"
                    + " recipient = 'QZF-BM-07'"))
        .containsExactly("DUE 0 2027-05-18 SENT");
  }

  @Test
  void aSuperiorAndAPartyUnitAreSpokenToByTheirOffice() {
    feed.deadline(
            Duty.of("QUOTA", "听取党组专题汇报", "2027-01-01", "2027-12-31")
                .with("required", 2)
                .pace(1, "2027-06-30")
                .by("QWCWH", "区委常委会")
                .deadline())
        .deadline(
            Duty.of("ONE_OFF", "纳入干部教育培训", "2027-01-04", "2027-06-30")
                .by("QWZZB", "区委组织部")
                .supervisedBy("QWB", "区委办公室(区委督查室)")
                .deadline())
        .read();
    plan("2027-01-04T09:00:00");
    sent("2027-05-17T09:31:00", "2027-05-17T09:31:00");
    assertThat(mail.received()).hasSize(2);
    assertThat(textFor("rdcwh-bg")).contains("区委常委会“听取党组专题汇报”", "请适时准备请示或议题申报。");
    assertThat(textFor("qwb")).contains("区委组织部“纳入干部教育培训”应于6月30日(星期三)前完成。");
    assertThat(
            sql(
                "SELECT DISTINCT reason FROM reminder WHERE unit = 'QWCWH' AND channel <> '"
                    + Channel.EMAIL
                    + "'"))
        .isSubsetOf("RELATION");
  }
}
