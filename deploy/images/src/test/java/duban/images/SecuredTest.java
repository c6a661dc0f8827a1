package duban.images;

import static org.assertj.core.api.Assertions.assertThat;

import duban.images.Compose.Container;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is laid over docker-compose.yml, so that Kafka is reached by TLS and with a password. */
class SecuredTest {
  private static final Compose SECURED = Compose.of("deploy/images/secured.yml");
  private static final Pattern USER =
      Pattern.compile("ScramLoginModule required username=\"(\\w+)\" password=\"(.+)\";");

  @TempDir Path folder;

  @Test
  void everyServiceSignsInAsItselfByTls() {
    for (String name : Compose.SERVICES) {
      Container service = SECURED.named(name);
      assertThat(service.environment())
          .containsEntry("KAFKA_SECURITY_PROTOCOL", "SASL_SSL")
          .containsEntry("KAFKA_SASL_MECHANISM", "SCRAM-SHA-512")
          .containsEntry("KAFKA_SSL_TRUSTSTORE_TYPE", "PEM")
          .containsEntry("KAFKA_SSL_TRUSTSTORE_LOCATION", "/kafka/ca.crt");
      Matcher user = USER.matcher(service.environment().get("KAFKA_SASL_JAAS_CONFIG").toString());
      assertThat(user.find()).isTrue();
      assertThat(user.group(1)).isEqualTo(name);
      assertThat(user.group(2)).isEqualTo(password(name));
      assertThat(SECURED.named("kafka-users").environment()).containsValue(password(name));
      assertThat(service.list("volumes")).containsExactly("kafka-authority:/kafka:ro");
      assertThat(service.waitsFor()).containsEntry("kafka-users", "service_completed_successfully");
    }
  }

  @Test
  void nobodyIsAnonymousWhereOthersReachTheBroker() {
    Map<String, Object> broker = SECURED.named("kafka").environment();
    assertThat(broker.get("KAFKA_LISTENERS").toString().split(","))
        .containsExactly(
            "SECURED://:9092", "ADMINISTRATORS://localhost:9094", "CONTROLLER://localhost:9093");
    assertThat(broker.get("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP").toString())
        .startsWith("SECURED:SASL_SSL,");
    assertThat(broker)
        .containsEntry("KAFKA_ALLOW_EVERYONE_IF_NO_ACL_FOUND", "false")
        .containsEntry(
            "KAFKA_AUTHORIZER_CLASS_NAME",
            "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
  }

  @Test
  void onlyTheBrokerHasItsKey() {
    assertThat(SECURED.all())
        .filteredOn(it -> it.list("volumes").stream().anyMatch(of -> of.startsWith("kafka-key:")))
        .extracting(Container::name)
        .containsExactly("kafka-certificate", "kafka");
    assertThat(SECURED.named("kafka").list("volumes"))
        .containsExactly("kafka-key:/etc/kafka/secrets:ro");
  }

  @Test
  void itsJobsAreOfTheBrokersImageAndHaveNoPrivileges() {
    String image = Compose.container("kafka").image();
    for (String name : List.of("kafka-certificate", "kafka-users")) {
      assertThat(SECURED.named(name).settings())
          .containsEntry("image", image)
          .containsEntry("restart", "no")
          .containsEntry("read_only", true);
      assertThat(SECURED.named(name).list("cap_drop")).containsExactly("ALL");
      assertThat(SECURED.named(name).list("security_opt"))
          .containsExactly("no-new-privileges:true");
      assertThat(Checkout.ROOT.resolve("deploy/images/" + name)).isExecutable();
    }
  }

  @Test
  void everythingThatCanBeSetStandsInTheExample() {
    String example = Checkout.text(".env.example");
    for (String name : Compose.SERVICES) {
      assertThat(example).contains("# " + name.toUpperCase(Locale.ROOT) + "_KAFKA_PASSWORD=\n");
    }
    assertThat(example).contains("# COMPOSE_FILE=docker-compose.yml:deploy/images/secured.yml\n");
  }

  /** Which is tried whole against a broker that allows nothing else (deploy/e2e). */
  @Test
  void eachUserMayDoWhatTheTableOfTopicsSaysAndNoMore() throws Exception {
    Set<String> table = new TreeSet<>();
    for (String line : Checkout.text("deploy/docs/topics.md").lines().toList()) {
      String[] cells = line.replace("`", "").split("\\|");
      if (cells.length == 4 && Compose.SERVICES.contains(cells[1].trim())) {
        for (String operation : cells[3].trim().split(", ")) {
          table.add("User:" + cells[1].trim() + " " + operation + " " + cells[2].trim());
        }
      }
    }
    Ran ran = users("own");
    assertThat(ran.code()).as(ran.said()).isZero();
    assertThat(ran.allowed()).isEqualTo(table);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"demonstration", "with \\\"quotation\\\" marks", "back\\slash", "${x}", ""})
  void aPasswordThatEverybodyKnowsOrThatWouldBreakTheLineIsRefusedByName(String password)
      throws Exception {
    Ran ran = users(password);
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.said()).startsWith("STATUS_KAFKA_PASSWORD ");
    assertThat(ran.allowed()).isEmpty();
  }

  /** What the job told Kafka's tools to allow: user, operation, resource. */
  private record Ran(int code, String said, Set<String> allowed) {}

  /** Runs the job with tools that only write down what they are asked to do. */
  private Ran users(String passwordOfStatus) throws Exception {
    Path asked = folder.resolve("asked");
    for (String tool : List.of("kafka-configs.sh", "kafka-acls.sh")) {
      Path file = Files.writeString(folder.resolve(tool), "#!/bin/sh\necho \"$@\" >> " + asked);
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    String script =
        Checkout.text("deploy/images/kafka-users").replace("/opt/kafka/bin", folder.toString());
    ProcessBuilder job = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true);
    job.environment().put("DUBAN_DEMONSTRATION", "false");
    job.environment().put("CATALOG_KAFKA_PASSWORD", "own-1");
    job.environment().put("STATUS_KAFKA_PASSWORD", passwordOfStatus);
    job.environment().put("NOTIFICATION_KAFKA_PASSWORD", "own-3");
    Process process = job.start();
    String said = new String(process.getInputStream().readAllBytes());
    return new Ran(process.waitFor(), said, allowed(asked));
  }

  private static Set<String> allowed(Path asked) throws IOException {
    Set<String> allowed = new TreeSet<>();
    for (String line : Files.exists(asked) ? Files.readAllLines(asked) : List.<String>of()) {
      List<String> resources = new ArrayList<>();
      values(line, "topic").forEach(it -> resources.add("topic " + it));
      values(line, "group").forEach(it -> resources.add("group " + it));
      for (String operation : values(line, "operation")) {
        for (String resource : resources) {
          allowed.add(values(line, "allow-principal").get(0) + " " + operation + " " + resource);
        }
      }
    }
    return allowed;
  }

  private static List<String> values(String line, String option) {
    return Pattern.compile("--" + option + " (\\S+)")
        .matcher(line)
        .results()
        .map(it -> it.group(1))
        .toList();
  }

  private static String password(String service) {
    return "${" + service.toUpperCase(Locale.ROOT) + "_KAFKA_PASSWORD:-demonstration}";
  }
}
