package duban.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Topics and users: exactly those that the services need. */
class KafkaTest {

  private static final Pattern READER = Pattern.compile("implements [A-Za-z<>, ]*\\bReader\\b");
  private static final Pattern TOPIC = Pattern.compile("\"(duban\\.[a-z-]+)\"");
  private static final Rendered RENDERED = Chart.render("strimzi-cnpg-values.yaml");

  @Test
  void theTopicsAreThoseThatTheServicesOwn() {
    var topics = new TreeMap<String, String>();
    RENDERED
        .all("KafkaTopic")
        .forEach(
            it -> topics.put(Rendered.name(it), it.at("/spec/config/cleanup.policy").asText()));
    var owned = new TreeMap<String, String>();
    for (var service : Repository.SERVICES) {
      owned(service, "compacted").forEach(it -> owned.put(it, "compact"));
      owned(service, "kept").forEach(it -> owned.put(it, "delete"));
    }
    assertThat(topics).isEqualTo(owned);
  }

  @Test
  void theyHaveTwelvePartitionsAndLoseNothing() {
    for (var topic : RENDERED.all("KafkaTopic").toList()) {
      assertThat(topic.at("/spec/partitions").asInt()).isEqualTo(12);
      assertThat(topic.at("/spec/replicas").asInt()).isEqualTo(3);
      assertThat(topic.at("/spec/config/min.insync.replicas").asInt()).isEqualTo(2);
      assertThat(topic.at("/metadata/labels/strimzi.io~1cluster").asText()).isEqualTo("kafka");
      assertThat(topic.at("/metadata/annotations/helm.sh~1resource-policy").asText())
          .isEqualTo("keep");
      if (topic.at("/spec/config/cleanup.policy").asText().equals("delete")) {
        assertThat(topic.at("/spec/config/retention.ms").asInt()).isEqualTo(-1);
        assertThat(topic.at("/spec/config/retention.bytes").asInt()).isEqualTo(-1);
      }
    }
    assertThat(
            Repository.text(
                "deploy/chassis/src/main/resources/META-INF/microprofile-config.properties"))
        .contains("duban.topics.partitions=12\n");
  }

  @Test
  void eachUserMayDoWhatItsServiceDoesAndNoMore() {
    for (var service : Repository.SERVICES) {
      var allowed = new TreeMap<String, List<String>>();
      for (var rule :
          RENDERED.one("KafkaUser", "duban-" + service + "-kafka").at("/spec/authorization/acls")) {
        var resource = rule.path("resource");
        assertThat(resource.path("patternType").asText()).isEqualTo("literal");
        allowed.put(
            resource.path("type").asText() + " " + resource.path("name").asText(),
            Rendered.texts(rule.path("operations")));
      }
      var needed = new TreeMap<String, List<String>>();
      var reads = reads(service);
      reads.forEach(it -> needed.put("topic " + it, List.of("Describe", "Read")));
      if (!reads.isEmpty()) {
        needed.put("group " + service, List.of("Describe", "Read"));
      }
      for (var kind : List.of("compacted", "kept")) {
        owned(service, kind)
            .forEach(
                it -> needed.put("topic " + it, List.of("Create", "Describe", "Read", "Write")));
      }
      assertThat(allowed).as(service).isEqualTo(needed);
    }
  }

  @Test
  void eachServiceSignsInAsItsUserWithTheSecretThatStrimziWrites() {
    for (var service : Repository.SERVICES) {
      assertThat(RENDERED.variables(RENDERED.container(service)))
          .containsEntry("KAFKA_SECURITY_PROTOCOL", "SASL_SSL")
          .containsEntry("KAFKA_SASL_MECHANISM", "SCRAM-SHA-512")
          .containsEntry(
              "KAFKA_SASL_JAAS_CONFIG", "secret/duban-" + service + "-kafka/sasl.jaas.config")
          .containsEntry("KAFKA_SSL_TRUSTSTORE_TYPE", "PEM")
          .containsEntry(
              "KAFKA_SSL_TRUSTSTORE_CERTIFICATES", "secret/kafka-cluster-ca-cert/ca.crt");
    }
  }

  /** It is called like the user, and holds no user name of a database. */
  @Test
  void thatSecretIsNotOneOfTheDatabase() {
    var databases = new TreeSet<String>();
    for (var service : Repository.SERVICES) {
      for (var pod : List.of(RENDERED.container(service), RENDERED.migration(service))) {
        RENDERED.variables(pod).values().stream()
            .filter(it -> it.startsWith("secret/") && it.endsWith("/username"))
            .forEach(it -> databases.add(it.split("/")[1]));
      }
    }
    assertThat(databases).hasSize(6).doesNotContainAnyElementsOf(RENDERED.names("KafkaUser"));
  }

  @Test
  void orWithItsCertificate() {
    var rendered = Chart.render("keda-values.yaml");
    assertThat(rendered.variables(rendered.container("status")))
        .containsEntry("KAFKA_SECURITY_PROTOCOL", "SSL")
        .containsEntry("KAFKA_SSL_KEYSTORE_TYPE", "PEM")
        .containsEntry("KAFKA_SSL_KEYSTORE_CERTIFICATE_CHAIN", "secret/duban-status-kafka/user.crt")
        .containsEntry("KAFKA_SSL_KEYSTORE_KEY", "secret/duban-status-kafka/user.key")
        .doesNotContainKeys("KAFKA_SASL_MECHANISM", "KAFKA_SASL_JAAS_CONFIG");
    assertThat(rendered.all("KafkaUser").map(it -> it.path("apiVersion").asText()))
        .containsOnly("kafka.strimzi.io/v1beta2");
    assertThat(rendered.all("KafkaUser").map(it -> it.at("/metadata/namespace").asText()))
        .containsOnly("kafka");
  }

  private static Set<String> owned(String service, String kind) {
    var text = Repository.text(service + "-service/src/main/resources/application.properties");
    var owned = new TreeSet<String>();
    text.lines()
        .filter(it -> it.startsWith("duban.topics." + kind + "="))
        .forEach(it -> owned.addAll(Arrays.asList(it.substring(it.indexOf('=') + 1).split(","))));
    return owned;
  }

  /** The topics that a {@code Reader} of the service names. */
  private static Set<String> reads(String service) {
    var reads = new TreeSet<String>();
    for (var file : Repository.main(service + "-service", ".java")) {
      var text = Repository.text(file);
      if (READER.matcher(text).find()) {
        TOPIC.matcher(text).results().forEach(it -> reads.add(it.group(1)));
      }
    }
    return reads;
  }

  @Test
  void theTableOfTopicsNamesTheSame() {
    var rows = new TreeMap<String, String>();
    for (var line : Repository.text("deploy/docs/topics.md").lines().toList()) {
      var cells = line.split("\\|");
      if (cells.length > 3 && cells[1].contains("`duban.")) {
        rows.put(cells[1].replaceAll("[ `]", ""), cells[2].trim());
      }
    }
    var owners = new TreeMap<String, String>();
    RENDERED.all("KafkaTopic").forEach(it -> owners.put(Rendered.name(it), component(it)));
    assertThat(rows).isEqualTo((Map<String, String>) owners);
  }

  /** Which is tried, whole, against a broker that allows nothing else (deploy/e2e). */
  @Test
  void whatEachUserMayDoIsWhatTheDocumentationSays() {
    var rows = new TreeSet<String>();
    for (var line : Repository.text("deploy/docs/topics.md").lines().toList()) {
      var cells = line.replace("`", "").split("\\|");
      if (cells.length == 4 && Repository.SERVICES.contains(cells[1].trim())) {
        rows.add(cells[1].trim() + ": " + cells[2].trim() + ": " + cells[3].trim());
      }
    }
    var rules = new TreeSet<String>();
    for (var service : Repository.SERVICES) {
      for (var rule :
          RENDERED.one("KafkaUser", "duban-" + service + "-kafka").at("/spec/authorization/acls")) {
        var resource = rule.path("resource");
        rules.add(
            "%s: %s %s: %s"
                .formatted(
                    service,
                    resource.path("type").asText(),
                    resource.path("name").asText(),
                    String.join(", ", Rendered.texts(rule.path("operations")))));
      }
    }
    assertThat(rows).isEqualTo(rules);
  }

  private static String component(JsonNode object) {
    return object.at("/metadata/labels/app.kubernetes.io~1component").asText();
  }
}
