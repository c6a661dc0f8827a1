package duban.notification.message;

import static duban.notification.Year2027.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duban.notification.LosingServer;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** A mail of which nobody can tell whether it arrived. */
@QuarkusTest
class DoubtTest extends NineOffices {

  @Test
  void killedBetweenSendingAndSentItIsRepeatedOnceWithTheSameMessageId() {
    onlyOne();
    grouping.round(NOW);
    var killed = delivery.claim(NOW).envelope().orElseThrow();
    assertThat(state()).isEqualTo("SENDING");
    deliver();
    assertThat(mail.received()).isEmpty();
    sql("UPDATE message SET lease_until = clock_timestamp() - interval '1 second'");
    deliver();
    assertThat(state()).as("not before the longest exchange has ended").isEqualTo("IN_DOUBT");
    comesRound();
    deliver();
    assertThat(state()).isEqualTo("SENT");
    assertThat(mail.received())
        .extracting(it -> it.header("Message-ID"))
        .containsExactly(killed.messageId());
    comesRound();
    deliver();
    assertThat(mail.received()).hasSize(1);
  }

  @Test
  void aConnectionLostAfterTheDotIsInDoubtAndRepeatedOnce() throws Exception {
    onlyOne();
    grouping.round(NOW);
    mail.stop();
    try (var losing = new LosingServer(mail.port())) {
      deliver();
      assertThat(state()).isEqualTo("IN_DOUBT");
      comesRound();
      deliver();
      comesRound();
      deliver();
      assertThat(losing.taken()).isEqualTo(2);
    } finally {
      mail.start();
    }
    assertThat(sql("SELECT state || ' ' || attempts FROM message")).containsExactly("IN_DOUBT 2");
    assertThat(carried()).containsExactly("HELD IN_DOUBT");
  }

  @Test
  void killedInTheRepetitionItIsForStaff() {
    onlyOne();
    grouping.round(NOW);
    for (int attempt = 0; attempt < 2; attempt++) {
      comesRound();
      assertThat(delivery.claim(NOW).envelope()).isPresent();
      sql("UPDATE message SET lease_until = clock_timestamp() - interval '1 second'");
      deliver();
    }
    assertThat(state()).isEqualTo("IN_DOUBT");
    assertThat(carried()).containsExactly("HELD IN_DOUBT");
  }

  @Test
  void whatWasSentIsRecordedAsSentThoughTheDatabaseFailsOnce() {
    onlyOne();
    grouping.round(NOW);
    sql(
        "CREATE SEQUENCE failing; CREATE FUNCTION fail_once() RETURNS trigger LANGUAGE plpgsql"
            + " SECURITY DEFINER AS $$ BEGIN IF nextval('failing') = 1 THEN"
            + " RAISE EXCEPTION 'deadlock' USING ERRCODE = '40P01'; END IF; RETURN NEW; END $$;"
            + " CREATE TRIGGER fail_once BEFORE UPDATE ON message FOR EACH ROW"
            + " WHEN (NEW.state = 'SENT') EXECUTE FUNCTION fail_once()");
    try {
      assertThatThrownBy(() -> delivery.round(NOW)).isInstanceOf(RuntimeException.class);
      assertThat(state()).isEqualTo("SENDING");
      deliver();
    } finally {
      sql("DROP TRIGGER fail_once ON message; DROP FUNCTION fail_once; DROP SEQUENCE failing");
    }
    assertThat(mail.received()).hasSize(1);
    assertThat(state()).isEqualTo("SENT");
    assertThat(carried()).containsExactly("SENT");
  }

  private void inDoubt() {
    onlyOne();
    grouping.round(NOW);
    assertThat(delivery.claim(NOW).envelope()).isPresent();
    sql("UPDATE message SET lease_until = clock_timestamp() - interval '1 second'");
    deliver();
    comesRound();
  }

  @Test
  void oldWordsAreNotRepeatedOnALaterDay() {
    inDoubt();
    var tuesday = at("2027-10-26T09:30:30");
    assertThat(delivery.round(tuesday)).isTrue();
    assertThat(mail.received()).isEmpty();
    plan("2027-10-26T09:30:30");
    grouping.round(tuesday);
    while (delivery.round(tuesday)) {
      // until the box is empty
    }
    assertThat(mail.received()).hasSize(1);
    assertThat(mail.received().get(0).text()).contains("2027年10月26日");
    assertThat(sql("SELECT day || ' ' || state FROM message ORDER BY day"))
        .containsExactly("2027-10-25 IN_DOUBT", "2027-10-26 SENT");
    assertThat(carried()).containsExactly("SENT");
  }

  @Test
  void whatIsDoneMeanwhileIsNotRepeated() {
    inDoubt();
    feed.progress("o-039-QZF-BM-01", 2, "CLAIMED", 0, 1).read();
    plan("2027-10-25T09:31:00");
    deliver();
    plan("2027-10-25T09:32:00");
    deliver();
    assertThat(mail.received()).isEmpty();
    assertThat(state()).isEqualTo("IN_DOUBT");
    assertThat(
            sql(
                "SELECT DISTINCT state || ' ' || reason FROM reminder WHERE step = 'BEFORE'"
                    + " AND unit = 'QZF-BM-01'"))
        .containsExactly("CANCELLED CLAIMED");
  }
}
