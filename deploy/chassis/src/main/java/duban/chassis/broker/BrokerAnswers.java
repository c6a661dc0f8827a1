package duban.chassis.broker;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * Whether a broker answers, soon. Quarkus' own check waits for a minute while the broker is away:
 * each probe keeps a worker thread for so long, and the end of the service waits for the last one.
 */
@Readiness
@ApplicationScoped
class BrokerAnswers implements HealthCheck {

  private static final Duration SOON = Duration.ofSeconds(5);

  private final Map<String, Object> settings;
  private @Nullable Admin admin;

  BrokerAnswers(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    settings = new HashMap<>(kafka);
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) SOON.toMillis());
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) SOON.toMillis());
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("Kafka");
    try {
      var nodes = admin().describeCluster().nodes().get();
      var addresses =
          nodes.stream().map(BrokerAnswers::address).sorted().collect(Collectors.joining(","));
      return response.withData("nodes", addresses).up().build();
    } catch (ExecutionException | KafkaException e) {
      return response.withData("reason", String.valueOf(e.getMessage())).down().build();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return response.withData("reason", "stopping").down().build();
    }
  }

  private static String address(Node node) {
    return node.host() + ":" + node.port();
  }

  /** Made late: as long as no broker's name can be resolved, none can be made. */
  private synchronized Admin admin() {
    if (admin == null) {
      admin = Admin.create(settings);
    }
    return admin;
  }

  @PreDestroy
  synchronized void close() {
    if (admin != null) {
      admin.close(Duration.ofSeconds(1));
      admin = null;
    }
  }
}
