package duban.notification.message;

import static duban.notification.Year2027.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import duban.notification.LosingServer;
import duban.notification.MailServer;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A list reaches each who receives for its unit once, whatever fails on the way. */
@QuarkusTest
class ListDeliveryTest extends SentListTest {

  @Test
  void nobodyGetsASecondMailForTheSameList() {
    list.to(feed).read();
    round(NOW);
    list.to(feed).read();
    list.with("version", 2).to(feed).read();
    round(NOW.plusSeconds(60));
    sql(
        "TRUNCATE yearly_list_copy; DELETE FROM consumed WHERE topic = 'duban.yearly-lists';"
            + " TRUNCATE copies_thrown_away");
    feed.heartbeats();
    sql("TRUNCATE copies_thrown_away");
    assertThat(sql("SELECT list FROM list_to_tell")).as("read again").contains(list.id());
    sql(
        "INSERT INTO contact (id, name, email, changed_at) VALUES ('wang', '王', 'w@x.example', now());"
            + " INSERT INTO contact_unit VALUES ('wang', 'QZF-BM-03')");
    round(NOW.plusSeconds(120));
    assertThat(toWhom(list.id())).containsExactly("qzf-bm-03@chaoyang.example");
    assertThat(sql("SELECT list FROM list_to_tell")).doesNotContain(list.id());
    list.with("id", "b1a9a1c4-6b1e-4a32-9d0b-5f4e2c1d7a10").with("version", 1).to(feed).read();
    round(NOW.plusSeconds(180));
    assertThat(toWhom(list.id()))
        .as("another list, to both who receive now")
        .containsExactlyInAnyOrder("qzf-bm-03@chaoyang.example", "w@x.example");
  }

  @Test
  void aRefusalForNowIsTriedAgainAndOneForGoodIsShown() {
    list.to(feed).read();
    mail.refuse(451);
    round(NOW);
    assertThat(rows()).containsExactly("QZF-BM-03 READY");
    mail.refuse(550);
    comesRound();
    round(NOW);
    assertThat(rows()).containsExactly("QZF-BM-03 FAILED");
    mail.refuse(0);
    comesRound();
    round(NOW.plusSeconds(60));
    assertThat(mail.received()).isEmpty();
    messages("&state=FAILED").body("items.list", contains(list.id()));
  }

  @Test
  void whatIsInDoubtIsRepeatedOnceUnderTheSameMessageId() throws IOException {
    list.to(feed).read();
    mail.stop();
    try (var losing = new LosingServer(mail.port())) {
      round(NOW);
      assertThat(losing.taken()).isEqualTo(1);
    } finally {
      mail.start();
    }
    assertThat(rows()).containsExactly("QZF-BM-03 IN_DOUBT");
    comesRound();
    round(at("2027-10-26T09:31:00"));
    comesRound();
    round(at("2027-10-26T09:32:00"));
    assertThat(rows()).containsExactly("QZF-BM-03 SENT");
    assertThat(mail.received()).hasSize(1);
    assertThat(mail.received().get(0).header("Message-ID"))
        .isEqualTo(sql("SELECT mail_id FROM message").get(0));
  }

  @Test
  void whoSleptBeyondTheLeaseSendsNothing() {
    list.to(feed).read();
    plan("2027-10-25T09:30:00");
    grouping.round(NOW);
    var slept = delivery.claim(NOW).envelope().orElseThrow();
    sql("UPDATE message SET lease_until = clock_timestamp() - interval '1 minute'");
    delivery.round(NOW);
    comesRound();
    round(NOW);
    delivery.finish(slept, NOW);
    assertThat(rows()).containsExactly("QZF-BM-03 SENT");
    assertThat(mail.received()).hasSize(1);
  }

  @Test
  void oneThatPodsOfTheReleaseBeforeTookAwayIsMadeAgainUnderTheSameId() {
    list.to(feed).read();
    plan("2027-10-25T09:30:00");
    grouping.round(NOW);
    var id = sql("SELECT id FROM message");
    sql("DELETE FROM message");
    round(NOW);
    assertThat(sql("SELECT id FROM message")).isEqualTo(id);
    assertThat(mail.received()).hasSize(1);
  }

  /** In the order in which they were sent; what other tests sent is read again too. */
  private List<String> toWhom(String id) {
    return mail.received().stream()
        .filter(it -> it.text().contains(id))
        .map(MailServer.Received::to)
        .toList();
  }
}
