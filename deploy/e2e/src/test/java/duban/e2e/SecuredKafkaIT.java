package duban.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole on a Kafka with TLS, passwords and an authorizer: what the documentation says that each
 * service may do is enough, and nothing beyond it is possible.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecuredKafkaIT {

  private static final List<String> SERVICES = List.of("catalog", "status", "notification");
  private static final String DEADLINE = "c8016298-c172-53b1-9eee-346aed4e1360";
  private static final Map<String, Map<String, String>> USERS = new HashMap<>();

  @TempDir static Path folder;
  private static SecuredKafka kafka;
  private static Whole whole;

  @BeforeAll
  static void start() throws Exception {
    kafka = new SecuredKafka(folder.resolve("kafka"));
    kafka.admin().createAcls(Permissions.table()).all().get(30, TimeUnit.SECONDS);
    var settings =
        Whole.settings(folder.resolve("data")).now(LocalDateTime.parse("2027-10-25T09:40"));
    for (var service : SERVICES) {
      USERS.put(service, kafka.user(service));
      USERS
          .get(service)
          .forEach((name, value) -> settings.serviceProperty(service, "kafka." + name, value));
    }
    whole = Whole.start(settings);
  }

  @AfterAll
  static void stop() {
    if (whole != null) {
      whole.close();
    }
    if (kafka != null) {
      kafka.close();
    }
  }

  @Test
  @Order(1)
  void whatIsOwedIsRecordedRemindedOfAndReadBack() throws Exception {
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> whole.get("/api/status/progress/" + DEADLINE).status() == 200);
    assertThat(report(DEADLINE).status()).isEqualTo(201);
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(whole.get("/api/catalog/deadlines?state=IN_PROGRESS").text())
                    .contains(DEADLINE));
    await().atMost(Duration.ofMinutes(3)).until(() -> whole.mails().size() > 40);
    try (var reminders = new Topic(kafka.administrators(), "duban.reminders")) {
      await().atMost(Duration.ofMinutes(1)).until(() -> !reminders.records().isEmpty());
    }
    for (var service : SERVICES) {
      assertThat(whole.post("/api/" + service + "/republish", "").status())
          .as(service)
          .isBetween(200, 299);
    }
  }

  @Test
  @Order(2)
  void whatMayNotBeWrittenForAWhileArrivesWhenItMay() throws Exception {
    var permission = Permissions.binding("status", ResourceType.TOPIC, "duban.progress", "WRITE");
    kafka.admin().deleteAcls(List.of(permission.toFilter())).all().get(30, TimeUnit.SECONDS);
    var another = whole.get("/api/catalog/deadlines?unit=QZF-BM-04&period=2027");
    assertThat(report(another.body().at("/items/0/id").asText()).status()).isEqualTo(201);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                Files.readString(whole.duban().log("status"))
                    .contains("relay failed and will try again"));
    try (var progress = new Topic(kafka.administrators(), "duban.progress")) {
      var before = progress.records().size();
      kafka.admin().createAcls(List.of(permission)).all().get(30, TimeUnit.SECONDS);
      await().atMost(Duration.ofMinutes(1)).until(() -> progress.records().size() > before);
    }
  }

  @Test
  @Order(3)
  void noServiceCanWriteWhatAnotherOwns() {
    refusedWriting("status", "duban.deadlines");
    refusedWriting("catalog", "duban.implementation");
    refusedWriting("notification", "duban.progress");
  }

  @Test
  @Order(3)
  void noServiceCanReadWhatItNeedNot() {
    refusedReading("notification", "duban.implementation");
    refusedReading("catalog", "duban.reminders");
  }

  @Test
  @Order(3)
  void whoHasNoPasswordOrNoTlsIsRefused() {
    var wrong = kafka.signIn("status", "a guess");
    assertThatThrownBy(() -> describe(wrong)).hasCauseInstanceOf(SaslAuthenticationException.class);
    var plain = Map.of("bootstrap.servers", wrong.get("bootstrap.servers"));
    assertThatThrownBy(() -> describe(plain)).isNotNull();
  }

  private static Whole.Answer report(String deadline) throws Exception {
    return whole.post(
        "/api/status/events",
        """
        {"id": "%s", "deadlineId": "%s", "type": "COUNTED", "effectiveOn": "2027-10-25",
         "attributes": {"laws": 1}}"""
            .formatted(UUID.randomUUID(), deadline));
  }

  private static void refusedWriting(String user, String topic) {
    var settings = new HashMap<String, Object>(USERS.get(user));
    settings.put("max.block.ms", "10000");
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      assertThatThrownBy(() -> producer.send(new ProducerRecord<>(topic, "a", "b")).get())
          .as(user + " writes " + topic)
          .hasRootCauseInstanceOf(TopicAuthorizationException.class);
    }
  }

  private static void refusedReading(String user, String topic) {
    try (var consumer =
        new KafkaConsumer<>(
            new HashMap<String, Object>(USERS.get(user)),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(new TopicPartition(topic, 0)));
      consumer.seek(new TopicPartition(topic, 0), 0);
      assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(20)))
          .as(user + " reads " + topic)
          .isInstanceOf(TopicAuthorizationException.class);
    }
  }

  private static void describe(Map<String, String> settings) throws Exception {
    var more = new HashMap<String, Object>(settings);
    more.put("request.timeout.ms", "3000");
    more.put("default.api.timeout.ms", "5000");
    try (var admin = Admin.create(more)) {
      admin.describeCluster().nodes().get();
    }
  }
}
