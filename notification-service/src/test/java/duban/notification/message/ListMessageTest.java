package duban.notification.message;

import static duban.notification.Year2027.at;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import duban.chassis.calendar.CalendarYear;
import duban.chassis.calendar.LocalDays;
import duban.notification.Feed;
import duban.notification.Year2027;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The message that a sent yearly list makes. */
@QuarkusTest
class ListMessageTest extends SentListTest {

  @Test
  void itIsOneLetterWithTheWholeListAndHowItIsSignedFor() {
    list.to(feed).read();
    round(NOW);
    assertThat(mail.received()).hasSize(1);
    var letter = mail.received().get(0);
    assertThat(letter.to()).isEqualTo("qzf-bm-03@chaoyang.example");
    assertThat(letter.subject()).isEqualTo("【年度任务清单】区科技和信息化局2028年度任务清单:共3项,其中倡导性1项");
    assertThat(letter.text())
        .isEqualTo(
            """
            【年度任务清单】李某某(QZF-BM-03):现将区科技和信息化局2028年度任务清单(10月22日交办,共3项,其中倡导性1项)印发给你们,请按时办理。

            区科技和信息化局2028年度任务清单

            1.报送法律法规贯彻实施情况
               文件依据:〔2015〕T3/1
               牵头/责任单位:区科技和信息化局
               时限:2028年10月31日前
               频次:每年10月,1份报告

            2.探索开展联合调研
               文件依据:〔2015〕T3/2
               牵头/责任单位:区科技和信息化局
               时限:—
               频次:不定期
               备注:倡导性,不催办

            3.配合执法检查
               文件依据:〔2015〕T3/3
               牵头/责任单位:财经委
               配合单位:区科技和信息化局
               时限:2028年6月30日前(暂算)
               频次:每年1次
               备注:配合;原则上;期限暂算

            请于收到后签收,全部事项一次签收即可:在督办系统登记(清单编号%s),也可告知我办代为登记。如认为有不属于本单位职责的事项,请一并告知我办。倡导性事项只列入清单,不催办。标注“暂算”的时限,以放假安排公布后的日期为准。联系人值班室(示例),电话010-0000-0000(示例)。

            区人大常委会办公室
            2027年10月25日
            """
                .formatted(list.id()));
    assertThat(letter.part(1))
        .contains("<table", "任务要求(文件依据)", "配合单位", "报送法律法规贯彻实施情况", "2028年6月30日前(暂算)", list.id());
    assertThat(letter.header("Message-ID")).isEqualTo(sql("SELECT mail_id FROM message").get(0));
    assertThat(letter.header("X-Duban-Message")).isEqualTo(sql("SELECT id FROM message").get(0));
    assertThat(letter.header("Auto-Submitted")).isEqualTo("auto-generated");
    messages("")
        .body("items.state", contains("SENT"))
        .body("items.list", contains(list.id()))
        .body("items.unit", contains("QZF-BM-03"))
        .body("items[0].reason", nullValue());
  }

  @Test
  void itSaysNoDateOfWhatIsOnlyCounted() {
    list.counted().to(feed).read();
    round(NOW);
    assertThat(mail.received().get(0).text())
        .contains(
            """
            1.报送法律法规贯彻实施情况
               文件依据:〔2015〕T3/1
               牵头/责任单位:区科技和信息化局
               时限:—
               频次:每年10月,1份报告
            """);
  }

  @Test
  void itWaitsForTheReleaseAndSaysSo() {
    edit("/api/notification/release", "{'released':false,'reason':'张某某'}").statusCode(200);
    list.to(feed).read();
    round(NOW);
    messages("&state=HELD")
        .body("items.reason", contains("NOT_RELEASED"))
        .body("items.recipient", contains("QZF-BM-03"));
    given()
        .get("/api/notification/next")
        .then()
        .body("recipients", equalTo(1))
        .body("held", equalTo("NOT_RELEASED"));
    edit("/api/notification/release", "{'released':true,'reason':'张某某'}").statusCode(200);
    round(at("2027-10-26T09:31:00"));
    assertThat(rows()).containsExactly("QZF-BM-03 SENT");
    assertThat(mail.received()).hasSize(1);
    assertThat(mail.received().get(0).text())
        .as("nobody came round meanwhile either")
        .contains(":10月25日9时30分至10月26日9时31分系统停用,其间未发送工作提示。现将");
  }

  @Test
  void itWaitsForTheHoursAndTheDayOnWhichItsUnitIsSentSomething() {
    var year =
        CalendarYear.announced(2027, Map.of(), Map.of())
            .at(900)
            .with(
                List.of(new LocalDays("QZF", Map.of(), Map.of(Year2027.day("2027-10-25"), "选举日"))));
    feed.raw("duban.calendars", "2027", "duban.calendar.v1", Feed.json(year));
    list.to(feed).read();
    plan("2027-10-23T10:00:00");
    round(at("2027-10-23T10:00:00"));
    round(at("2027-10-25T09:29:00"));
    round(at("2027-10-25T09:30:30"));
    assertThat(mail.received()).isEmpty();
    assertThat(rows()).containsExactly("QZF-BM-03 READY");
    round(at("2027-10-26T09:30:30"));
    assertThat(mail.received()).hasSize(1);
    assertThat(mail.received().get(0).text()).as("there was no stop").doesNotContain("未发送");
  }

  @Test
  void whyAUnitWithoutContactIsNotToldIsShownAndWhoComesIsTold() {
    sql("DELETE FROM contact");
    list.to(feed).read();
    round(NOW);
    assertThat(rows()).containsExactly("HELD NO_CONTACT");
    messages("&state=HELD")
        .body("items.reason", contains("NO_CONTACT"))
        .body("items.unit", contains("QZF-BM-03"))
        .body("items[0].recipient", nullValue());
    json("{'id':'li','name':'李','email':'li@x.example','units':['QZF-BM-03']}")
        .post("/api/notification/contacts")
        .then()
        .statusCode(201);
    plan("2027-10-25T09:31:00");
    round(NOW.plusSeconds(60));
    assertThat(rows()).containsExactly("li SENT");
    assertThat(mail.received()).hasSize(1);
  }

  @Test
  void whoEndedBeforeItLeftIsReplacedByWhoCame() {
    list.to(feed).read();
    round(at("2027-10-25T07:00:00"));
    assertThat(rows()).containsExactly("QZF-BM-03 READY");
    sql(
        "UPDATE contact SET active = false WHERE id = 'QZF-BM-03';"
            + " INSERT INTO contact (id, name, email, changed_at) VALUES ('li', '李', 'l@x.example', now());"
            + " INSERT INTO contact_unit VALUES ('li', 'QZF-BM-03')");
    while (delivery.round(NOW)) {
      // until the box is empty
    }
    assertThat(rows()).as("nobody there any more").containsExactly("QZF-BM-03 HELD NO_CONTACT");
    round(NOW);
    assertThat(rows()).containsExactly("li SENT");
    assertThat(mail.received()).hasSize(1);
  }

  @Test
  void aListOfAYearThatIsOverGoesToNobody() {
    list.with("year", 2026).to(feed).read();
    round(NOW);
    assertThat(rows()).containsExactly("HELD YEAR_OVER");
  }
}
