package duban.notification.message;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import duban.notification.StallingServer;
import duban.notification.Year2027;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeliveryTest extends NineOffices {

  @Test
  void aMailCarriesItsOwnMessageIdAndKey() {
    onlyOne();
    grouping.round(NOW);
    deliver();
    var mail = this.mail.received().get(0);
    assertThat(this.mail.received()).hasSize(1);
    assertThat(mail.header("Message-ID")).isEqualTo(sql("SELECT mail_id FROM message").get(0));
    assertThat(mail.header("X-Duban-Message")).isEqualTo(sql("SELECT id FROM message").get(0));
    assertThat(mail.header("Date")).isEqualTo("Mon, 25 Oct 2027 09:30:30 +0800");
    assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(mail.header("From"))
        .isEqualTo("=?UTF-8?B?5Yy65Lq65aSn5bi45aeU5Lya5Yqe5YWs5a6k?= <duban@duban.example>");
    assertThat(mail.part(1)).contains("<table", "报送法律法规贯彻实施情况");
    assertThat(
            sql(
                "SELECT state || ' ' || (message_id IS NOT NULL) FROM reminder WHERE sent_at IS NOT NULL"))
        .containsExactly("SENT true");
  }

  @Test
  void aNameOfAnyScriptArrivesAsItWasWritten() {
    sql("UPDATE contact SET name = '𠮷田𪚥\uE863·<b>&' WHERE id = 'QZF-BM-01'");
    onlyOne();
    grouping.round(NOW);
    deliver();
    assertThat(mail.received().get(0).text()).contains("【工作提示】𠮷田𪚥\uE863·<b>&(第1局):");
    assertThat(mail.received().get(0).part(1))
        .contains("𠮷田𪚥\uE863·&lt;b&gt;&amp;(第1局)")
        .doesNotContain("<b>&");
  }

  @Test
  void whoLostTheLeaseRecordsNothing() {
    onlyOne();
    grouping.round(NOW);
    var slept = delivery.claim(NOW).envelope().orElseThrow();
    sql("UPDATE message SET lease_until = clock_timestamp() - interval '1 minute'");
    delivery.round(NOW);
    assertThat(sql("SELECT attempts FROM message WHERE state = 'SENT'")).containsExactly("2");
    assertThat(recording.record(slept, new Attempt(Outcome.NEVER, "too late"), NOW)).isFalse();
    delivery.finish(slept, NOW);
    assertThat(state()).isEqualTo("SENT");
    assertThat(mail.received()).hasSize(1);
  }

  @Test
  void changesElsewhereDoNotHoldUpANotice() {
    feed.progress("o-039-QZF-BM-01", 2, "IN_PROGRESS", 0, 1).read();
    grouping.round(NOW);
    deliver();
    assertThat(mail.received()).as("grouping").hasSize(8);
    plan("2027-10-25T09:31:00");
    grouping.round(NOW);
    feed.progress("o-039-QZF-BM-02", 2, "IN_PROGRESS", 0, 1).read();
    deliver();
    assertThat(mail.received()).as("sending").hasSize(9);
  }

  @Test
  void whatWasNeverPlannedMayConcernAnybody() {
    feed.deadline(Year2027.report("QZF-BM-10", "第10局")).read();
    grouping.round(NOW);
    deliver();
    assertThat(mail.received()).isEmpty();
    plan("2027-10-25T09:30:40");
    grouping.round(NOW);
    deliver();
    assertThat(mail.received()).hasSize(9);
  }

  @Test
  void aMailServerThatIsAwayLosesNothing() {
    grouping.round(NOW);
    mail.stop();
    deliver();
    mail.start();
    assertThat(state()).isEqualTo("READY");
    comesRound();
    deliver();
    assertThat(mail.received()).hasSize(9);
    assertThat(state()).isEqualTo("SENT");
  }

  @Test
  void aMailServerThatAcceptsWithoutAnsweringCostsNoDoubt() throws IOException {
    onlyOne();
    grouping.round(NOW);
    mail.stop();
    try (var silent = new StallingServer(mail.port(), "")) {
      delivery.round(NOW);
      assertThat(sql("SELECT state || ' ' || repeated || ' ' || attempts FROM message"))
          .as("it was never offered")
          .containsExactly("READY false 0");
      comesRound();
      deliver();
      silent.goOn();
      assertThat(silent.mails()).hasSize(1);
    } finally {
      mail.start();
    }
    assertThat(state()).isEqualTo("SENT");
  }

  @Test
  void aRefusalForNowIsTriedAgainAndOneForGoodIsShown() {
    onlyOne();
    grouping.round(NOW);
    mail.refuse(451);
    delivery.round(NOW);
    assertThat(state()).isEqualTo("READY");
    mail.refuse(550);
    comesRound();
    delivery.round(NOW);
    assertThat(state()).isEqualTo("FAILED");
    assertThat(sql("SELECT error FROM message").get(0)).contains("refused in a test");
    assertThat(carried())
        .as("it does not look as if it would still go")
        .containsExactly("HELD FAILED");
    var id = sql("SELECT id FROM reminder WHERE reason = 'FAILED'").get(0);
    given()
        .get("/api/notification/reminders/" + id + "/explanation")
        .then()
        .body("sentence", containsString("邮件被退回"))
        .body("english", containsString("the mail was refused"));
    plan("2027-10-25T09:31:00");
    assertThat(carried()).containsExactly("HELD FAILED");
    feed.progress("o-039-QZF-BM-01", 2, "CLAIMED", 0, 1).read();
    plan("2027-10-25T09:32:00");
    assertThat(sql("SELECT count(*) FROM reminder WHERE reason = 'FAILED'")).containsExactly("0");
  }

  @Test
  void whatWasDoneMeanwhileIsNotMentioned() {
    onlyOne();
    grouping.round(NOW);
    feed.progress("o-039-QZF-BM-01", 2, "CLAIMED", 0, 1).read();
    delivery.round(NOW);
    assertThat(mail.received()).as("not before it is planned again").isEmpty();
    plan("2027-10-25T09:30:40");
    deliver();
    assertThat(mail.received()).isEmpty();
    assertThat(sql("SELECT count(*) FROM message")).containsExactly("0");
  }
}
