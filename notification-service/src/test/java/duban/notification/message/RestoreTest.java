package duban.notification.message;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import duban.chassis.outbox.Relay;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database comes back from a backup that is older than what was sent. */
@QuarkusTest
class RestoreTest extends NineOffices {

  @Inject Relay relay;

  @BeforeEach
  void upToNow() throws Exception {
    relayAll();
  }

  @AfterEach
  void dropTheBackup() {
    sql("DROP SCHEMA IF EXISTS backup CASCADE");
  }

  private void relayAll() throws Exception {
    while (relay.round()) {
      // until nothing waits
    }
  }

  private static void backUp() {
    sql("CREATE SCHEMA backup");
    for (var table : new String[] {"message", "reminder", "relayed", "deadline_known", "told"}) {
      sql("CREATE TABLE backup." + table + " AS SELECT * FROM public." + table);
    }
  }

  private void restore() throws Exception {
    relay.close();
    sql("TRUNCATE message, reminder, relayed, deadline_known, told, outbox");
    for (var table : new String[] {"message", "reminder", "relayed", "deadline_known", "told"}) {
      sql("INSERT INTO public." + table + " SELECT * FROM backup." + table);
    }
    sql("INSERT INTO to_plan (deadline_id) VALUES (NULL)");
    relayAll();
  }

  @ParameterizedTest
  @ValueSource(strings = {"planned", "grouped", "sending", "not known yet"})
  void whatWasSentAfterTheBackupIsNotSentAgain(String when) throws Exception {
    switch (when) {
      case "grouped" -> grouping.round(NOW);
      case "sending" -> {
        grouping.round(NOW);
        delivery.claim(NOW);
        backUp();
        sql("UPDATE message SET state = 'READY', lease_until = NULL");
      }
      case "not known yet" -> {
        sql("CREATE TABLE kept AS SELECT * FROM reminder; DELETE FROM reminder");
        backUp();
        sql("INSERT INTO reminder SELECT * FROM kept; DROP TABLE kept");
      }
      default -> assertThat(sql("SELECT id FROM message")).isEmpty();
    }
    if (sql("SELECT 1 FROM pg_namespace WHERE nspname = 'backup'").isEmpty()) {
      backUp();
    }
    grouping.round(NOW);
    deliver();
    assertThat(mail.received()).hasSize(9);
    relayAll();
    var sent =
        sql(
            "SELECT concat_ws(' ', id, version, message_id, sent_at) FROM reminder WHERE state = 'SENT' ORDER BY id");

    restore();
    assertThat(
            sql(
                "SELECT concat_ws(' ', id, version, message_id, sent_at) FROM reminder WHERE state = 'SENT' ORDER BY id"))
        .as("what was sent stays sent")
        .isEqualTo(sent);
    sql(
        "UPDATE message SET lease_until = clock_timestamp() - interval '1 hour' WHERE state = 'SENDING'");
    plan("2027-10-25T10:30:00");
    grouping.round(NOW.plusSeconds(3600));
    deliver();
    comesRound();
    deliver();
    assertThat(mail.received()).hasSize(9);
    assertThat(state()).isEqualTo("SENT");
    relayAll();
    assertThat(sql("SELECT reason || detail FROM dead_letter")).isEmpty();
  }

  @Test
  void aMessageThatIsKnownOnlyByWhatWasToldOfItHasNoWords() throws Exception {
    backUp();
    grouping.round(NOW);
    deliver();
    relayAll();
    restore();
    var id = sql("SELECT id FROM message LIMIT 1").get(0);
    given()
        .get("/api/notification/messages/" + id)
        .then()
        .statusCode(200)
        .body("state", equalTo("SENT"))
        .body("sentAt", equalTo("2027-10-25T01:30:30Z"))
        .body("text", nullValue());
  }

  @Test
  void afterALossOfKafkaTheNewestStateOfEachReminderIsSentAgain() throws Exception {
    grouping.round(NOW);
    deliver();
    relayAll();
    given().post("/api/notification/republish").then().statusCode(202);
    var before = sql("SELECT sum(next_offset) FROM relayed WHERE topic = 'duban.reminders'").get(0);
    relayAll();
    var after = sql("SELECT sum(next_offset) FROM relayed WHERE topic = 'duban.reminders'").get(0);
    var told =
        sql(
            "SELECT count(*) FROM reminder"
                + " WHERE state IN ('SENT', 'SKIPPED', 'CANCELLED', 'AWAITING_SIGNATURE')");
    assertThat(Long.parseLong(after) - Long.parseLong(before))
        .isEqualTo(Long.parseLong(told.get(0)))
        .isGreaterThan(9);
  }
}
