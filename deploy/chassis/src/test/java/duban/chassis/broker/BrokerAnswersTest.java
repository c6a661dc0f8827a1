package duban.chassis.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duban.chassis.backbone.Backbone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backbone.class)
class BrokerAnswersTest {

  /** Two probes and the end; one alone would take Kafka's client a minute. */
  private static final Duration SOON = Duration.ofSeconds(30);

  @Inject
  @Identifier("default-kafka-broker")
  Map<String, Object> kafka;

  @Test
  void aBrokerThatAnswersIsNamed() {
    var check = new BrokerAnswers(kafka);
    var response = await().until(check::call, it -> it.getStatus() == Status.UP);
    assertThat(response.getData().orElseThrow().get("nodes").toString()).startsWith("127.0.0.1:");
    check.close();
  }

  @Test
  void aBrokerThatAcceptsAndSaysNothingIsSoonGivenUp() throws Exception {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      assertIsSoonDown("127.0.0.1:" + silent.getLocalPort());
    }
  }

  @Test
  void aBrokerWhoseNameNobodyKnowsIsSoonGivenUp() {
    assertIsSoonDown("kafka.invalid:9092");
  }

  private void assertIsSoonDown(String servers) {
    var settings = new HashMap<>(kafka);
    settings.put("bootstrap.servers", servers);
    var check = new BrokerAnswers(settings);
    var began = System.nanoTime();
    assertThat(check.call().getStatus()).isEqualTo(Status.DOWN);
    assertThat(check.call().getStatus()).isEqualTo(Status.DOWN);
    check.close();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
  }
}
