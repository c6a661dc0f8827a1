package duban.notification.message;

import static duban.notification.Year2027.at;
import static org.assertj.core.api.Assertions.assertThat;

import duban.notification.Duty;
import duban.notification.Feed;
import duban.notification.MailServer;
import duban.notification.RunningService;
import duban.notification.Year2027;
import duban.notification.YearlyListOf;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody gets what the table of relations forbids, and nobody is commanded whom it does not. */
@QuarkusTest
class ListRelationsTest extends RunningService {

  private static final Instant NOW = at("2027-10-25T09:30:30");
  private static final List<String> COMMANDS =
      List.of("印发给你们", "请按时办理", "交办", "应", "须", "逾期", "催办函");

  @Inject Grouping grouping;
  @Inject Delivery delivery;

  @BeforeEach
  void theDistrict() {
    feed.calendar()
        .unit("QW", "区委", "SUPERIOR", null)
        .unit("QWB", "区委办公室", "PARTY", null)
        .unit("XDW-01", "南磨房乡党委", "PARTY", null)
        .unit("RDCWH", "区人大常委会", "OWN", "RDCWH-BG")
        .unit("RDCWH-BG", "区人大常委会办公室", "INTERNAL", null)
        .unit("QZF", "区政府", "PEER", "QZFB")
        .unit("QZFB", "区政府办公室", "DEPARTMENT", null)
        .unit("QZF-BM-03", "区科技和信息化局", "DEPARTMENT", null)
        .unit("XRD-01", "南磨房乡人大", "GUIDED", null);
    deputy();
    for (var party : List.of("QW", "XDW-01")) {
      feed.deadline(duty("o-039-" + party, party, "QWB"));
    }
    feed.read();
    sql("UPDATE contact SET name = '张某某'");
  }

  private void deputy() {
    var body =
        Map.of(
            "id",
            "DB-1",
            "version",
            1,
            "code",
            "DB-1",
            "name",
            "王代表",
            "relation",
            "PERSON",
            "organiser",
            List.of(Year2027.ref("XRD-01", "南磨房乡人大")));
    feed.raw("duban.units", "DB-1", "duban.unit.v1", Feed.json(body));
  }

  private static duban.notification.deadline.Deadline duty(
      String id, String unit, String supervisor) {
    return Duty.of("WINDOW", "听取汇报", "2028-01-01", "2028-12-31")
        .with("id", id)
        .by(unit, unit)
        .supervisedBy(supervisor, supervisor)
        .deadline();
  }

  private MailServer.Received sent(YearlyListOf list) {
    list.to(feed).read();
    round();
    assertThat(mail.received()).hasSize(1);
    return mail.received().get(0);
  }

  private void round() {
    plan("2027-10-25T09:30:00");
    grouping.round(NOW);
    while (delivery.round(NOW)) {
      // until the box is empty
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RDCWH, 区人大常委会, rdcwh-bg, 送请统筹安排, 请代为签收",
    "RDCWH-BG, 区人大常委会办公室, rdcwh-bg, 印发给你们, 请于收到后签收",
    "QZF-BM-03, 区科技和信息化局, qzf-bm-03, 印发给你们, 请于收到后签收",
    "QZF, 区政府, qzfb, '送上,请予支持', 烦请签收",
    "XRD-01, 南磨房乡人大, xrd-01, '送上,请予支持', 烦请签收",
    "DB-1, 王代表, xrd-01, 请转送本人, 签收由贵单位代为登记",
    "XDW-01, 南磨房乡党委, qwb, 商请贵办按职责转告南磨房乡党委, 烦请协助签收",
    "QW, 区委, qwb, 请适时准备有关请示或议题申报, 不需区委签收或答复",
  })
  void itGoesToWhomTheTableNamesInTheToneThatIsDue(
      String unit, String name, String to, String opening, String receipt) {
    var letter = sent(YearlyListOf.of(unit, name));
    assertThat(letter.to()).isEqualTo(to + "@chaoyang.example");
    assertThat(letter.text()).contains(name + "2028年度任务清单", opening, receipt);
    assertThat(letter.part(1)).contains(opening, receipt);
    if (!opening.equals("印发给你们")) {
      assertThat(letter.text()).doesNotContain(COMMANDS);
    }
  }

  @Test
  void aSuperiorIsAskedForNoReceipt() {
    assertThat(sent(YearlyListOf.of("QW", "区委")).text())
        .startsWith("【年度任务清单】张某某(区委办公室):现报送区委2028年度任务清单")
        .doesNotContain("清单编号", "一次签收即可");
  }

  @Test
  void thePartysOfficeIsFoundAlsoByWhatTheUnitOwesBesideTheList() {
    assertThat(sent(YearlyListOf.of("XDW-01", "南磨房乡党委").listedOnly()).to())
        .isEqualTo("qwb@chaoyang.example");
  }

  @Test
  void theOfficeOfTheCongressIsNotToldWhatThePartysOfficeSupervises() {
    feed.deadline(duty("o-2", "XDW-01", "RDCWH-BG"));
    assertThat(sent(YearlyListOf.of("XDW-01", "南磨房乡党委").listedOnly()).to())
        .isEqualTo("qwb@chaoyang.example");
  }

  @Test
  void whereNoOfficeIsKnownThePartysCommitteeIsNotToldItself() {
    sql("DELETE FROM deadline_copy");
    YearlyListOf.of("XDW-01", "南磨房乡党委").to(feed).read();
    feed.unit("QZF-BM-07", "某局", "", null);
    YearlyListOf.of("QZF-BM-07", "某局").to(feed).read();
    round();
    assertThat(mail.received()).isEmpty();
    assertThat(sql("SELECT concat_ws(' ', unit, recipient, state, reason) FROM message ORDER BY 1"))
        .containsExactly("QZF-BM-07 HELD RELATION", "XDW-01 HELD RELATION");
  }
}
