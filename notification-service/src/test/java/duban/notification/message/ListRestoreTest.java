package duban.notification.message;

import static duban.notification.Year2027.at;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import duban.chassis.contract.Schemas;
import duban.chassis.outbox.Relay;
import duban.notification.RunningService;
import duban.notification.YearlyListOf;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is told of sent lists, and that it comes back after a restore from a backup. */
@QuarkusTest
class ListRestoreTest extends RunningService {

  private static final Instant NOW = at("2027-10-25T09:30:30");

  @Inject Grouping grouping;
  @Inject Delivery delivery;
  @Inject Relay relay;

  private final YearlyListOf list = YearlyListOf.of("QZF-BM-03", "区科技和信息化局");

  private void relayAll() throws Exception {
    while (relay.round()) {
      // until nothing waits
    }
  }

  private void round(Instant now) {
    while (planner.round(now)) {
      // until nothing waits, for what waits may be about anybody
    }
    grouping.round(now);
    while (delivery.round(now)) {
      // until the box is empty
    }
  }

  private void come() {
    feed.calendar().unit("QZF-BM-03", "区科技和信息化局", "DEPARTMENT", null);
    list.to(feed).read();
  }

  @Test
  void aListThatWasSentAfterTheBackupIsNotSentAgain() throws Exception {
    relayAll();
    come();
    sql("CREATE SCHEMA backup; CREATE TABLE backup.relayed AS SELECT * FROM relayed");
    round(NOW);
    relayAll();
    var sent = sql("SELECT concat_ws(' ', id, recipient, unit, list, sent_at) FROM message");
    relay.close();
    sql(
        "TRUNCATE message, reminder, relayed, outbox; INSERT INTO relayed SELECT * FROM"
            + " backup.relayed; DROP SCHEMA backup CASCADE;"
            + " INSERT INTO list_to_tell VALUES ('"
            + list.id()
            + "') ON CONFLICT DO NOTHING");
    relayAll();
    round(NOW.plusSeconds(3600));
    assertThat(sql("SELECT concat_ws(' ', id, recipient, unit, list, sent_at) FROM message"))
        .isEqualTo(sent);
    assertThat(mail.received()).hasSize(1);
    assertThat(sql("SELECT reason || detail FROM dead_letter")).isEmpty();
  }

  @Test
  void thatItWasSentIsToldByTheContractAndToldAgain() throws Exception {
    come();
    round(NOW);
    var told = "SELECT convert_from(body, 'UTF8') FROM outbox WHERE type = 'duban.list-notice.v1'";
    assertThat(sql(told)).hasSize(1);
    assertThat(Schemas.errors("list-notice.v1", sql(told).get(0))).isEmpty();
    Schemas.check("list-notice.v1", Schemas.example("notification-service", "list-notice.v1"));
    given().post("/api/notification/republish").then().statusCode(202);
    relayAll();
    assertThat(sql("SELECT reason FROM dead_letter")).isEmpty();
  }
}
