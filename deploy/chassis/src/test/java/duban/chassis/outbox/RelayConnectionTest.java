package duban.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duban.chassis.backbone.Backbone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backbone.class)
class RelayConnectionTest {

  @Inject Relay running;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  private RelayConnection connect() throws Exception {
    return new RelayConnection(
        url,
        "duban_chassis",
        "password",
        "SET statement_timeout = '200ms'; SET idle_in_transaction_session_timeout = '200ms'");
  }

  /**
   * It is held by the session, which is in no transaction; else another replica would relay too.
   */
  @Test
  void theLockOutlivesTheTimeoutsOfTheSession() throws Exception {
    try (var relay = connect();
        var other = connect()) {
      running.close();
      await().until(relay::lock);
      relay.listen(Duration.ofMillis(800));
      assertThat(other.lock()).isFalse();
      assertThat(relay.realNow()).isNotNull();
      assertThat(other.lock()).isFalse();
    }
  }
}
