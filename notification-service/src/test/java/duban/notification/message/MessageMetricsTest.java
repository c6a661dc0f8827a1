package duban.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** What an operator sees of messages that do not leave. */
@QuarkusTest
class MessageMetricsTest extends NineOffices {

  @Inject MeterRegistry metrics;

  private double measured(String name) {
    return metrics.get(name).gauge().value();
  }

  @Test
  void aServerThatDoesNotAnswerIsRetriedAndThenNothingIsLeft() {
    onlyOne();
    grouping.round(NOW);
    assertThat(measured("duban.messages.retrying")).isZero();
    mail.stop();
    deliver();
    assertThat(measured("duban.messages.retrying")).isEqualTo(1);
    mail.start();
    comesRound();
    deliver();
    assertThat(measured("duban.messages.retrying")).isZero();
    assertThat(measured("duban.messages.stuck")).isZero();
  }

  @Test
  void whatFailedForGoodIsStuck() {
    onlyOne();
    grouping.round(NOW);
    deliver();
    sql("UPDATE message SET state = 'FAILED', created_at = (SELECT max(ticked_at) FROM sender)");
    assertThat(measured("duban.messages.stuck")).isEqualTo(1);
    sql("UPDATE message SET created_at = created_at - interval '2 days'");
    assertThat(measured("duban.messages.stuck")).isZero();
  }

  @Test
  void whatIsDueWhileNothingIsKnownIsHeld() {
    assertThat(measured("duban.reminders.held")).isZero();
    sql("UPDATE consumed SET heard_at = clock_timestamp() - interval '11 minutes'");
    grouping.round(NOW);
    assertThat(measured("duban.reminders.held")).isPositive();
    feed.heartbeats();
  }
}
