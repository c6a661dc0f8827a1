package duban.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duban.chassis.backbone.Backbone;
import duban.chassis.backbone.TestTopics;
import duban.chassis.outbox.RelayConnection.Waiting;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backbone.class)
class RelayProducerTest {

  private static final String TOPIC = "test.facts";

  @Inject Topics topics;

  @Inject
  @Identifier("default-kafka-broker")
  Map<String, Object> kafka;

  @BeforeEach
  void make() throws InterruptedException {
    try (var admin = Admin.create(kafka)) {
      topics.makeMissing(admin);
    }
  }

  /** The first is too large for the producer, which fails it at once, or for the broker only. */
  @ParameterizedTest
  @ValueSource(strings = {"1000000", "10000000"})
  void nothingOvertakesWhatFails(String producersLimit) {
    var settings = new java.util.HashMap<>(kafka);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, producersLimit);
    var key = UUID.randomUUID().toString();
    try (var producer = new RelayProducer(settings, "chassis")) {
      var rows = List.of(row(1, key, 3_000_000), row(2, key, 10), row(3, key, 10));
      assertThatThrownBy(() -> producer.send(rows))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(RecordTooLargeException.class);
    }
    assertThat(TestTopics.read(TOPIC)).noneMatch(it -> key.equals(it.key()));
  }

  private static Waiting row(long number, String key, int length) {
    var row = new OutboxRow(TOPIC, key, "test.fact.v1", key + "/" + number, new byte[length]);
    return new Waiting(number, row, OffsetDateTime.now());
  }
}
