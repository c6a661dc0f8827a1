package duban.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duban.notification.MailServer;
import duban.notification.StallingServer;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one replica does, another neither does again nor spoils. */
@QuarkusTest
class TwoReplicasTest extends NineOffices {

  @Test
  void planningGroupingAndSendingSideBySideEachIsToldOnce() throws Exception {
    sql(
        "DELETE FROM reminder; DELETE FROM outbox; INSERT INTO to_plan (deadline_id) VALUES (NULL)");
    var replicas = Executors.newFixedThreadPool(3);
    for (int replica = 0; replica < 3; replica++) {
      replicas.execute(
          () -> {
            while (!replicas.isShutdown()) {
              planner.round(NOW.minusSeconds(80));
              grouping.round(NOW);
              deliver();
            }
          });
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> sql("SELECT id FROM message WHERE state = 'SENT'").size() == 9);
    replicas.shutdown();
    assertThat(replicas.awaitTermination(60, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    assertThat(mail.received())
        .extracting(MailServer.Received::to)
        .hasSize(9)
        .doesNotHaveDuplicates();
    assertThat(sql("SELECT version FROM reminder WHERE state = 'SENT'"))
        .hasSize(9)
        .containsOnly("1");
    assertThat(sql("SELECT event_id FROM outbox")).doesNotHaveDuplicates();
  }

  /** Stopped while the server was about to be told of the mail, or while it was being written. */
  @ParameterizedTest
  @ValueSource(strings = {"RCPT", "DATA"})
  void whoSleptBeyondTheLeaseSendsNothingAndRecordsNothing(String where) throws IOException {
    onlyOne();
    grouping.round(NOW);
    mail.stop();
    try (var server = new StallingServer(mail.port(), where)) {
      var sleeper = CompletableFuture.runAsync(() -> delivery.round(NOW));
      server.awaitCaller();
      sql("UPDATE message SET lease_until = clock_timestamp() - interval '1 second'");
      deliver();
      comesRound();
      deliver();
      var recorded = sql("SELECT message::text FROM message");
      assertThat(state()).isEqualTo("SENT");
      assertThat(server.mails()).hasSize(1);
      server.goOn();
      sleeper.join();
      assertThat(server.mails()).as("after waking").hasSize(1);
      assertThat(sql("SELECT message::text FROM message")).isEqualTo(recorded);
      assertThat(carried()).containsExactly("SENT");
    } finally {
      mail.start();
    }
  }
}
