package duban.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A variable that sets no property is a typing error that nobody would notice: each must be one.
 */
class EnvironmentTest {

  private static final Pattern MAPPING =
      Pattern.compile("@ConfigMapping\\(prefix = \"(duban\\.[a-z.-]+)\"\\)");
  private static final Pattern METHOD =
      Pattern.compile(
          "^ {2}(?:[A-Z][A-Za-z<>]*|int|long|boolean) ([a-zA-Z]+)\\(\\);", Pattern.MULTILINE);
  private static final Pattern INJECTED =
      Pattern.compile("@ConfigProperty\\(\\s*name = \"(duban\\.[a-z.-]+)\"");

  private static final String IDENTITY = "QUARKUS_TLS_IDENTITY_";
  private static final Map<String, Set<String>> DUBAN = new TreeMap<>();
  private static final Set<String> KAFKA = kafka();
  private static final Set<String> QUARKUS = readQuarkus();

  static List<String> examples() {
    return Chart.examples();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyVariableIsAPropertyOfItsService(String example) {
    var rendered = Chart.renderAsDuban(example);
    for (var service : Repository.SERVICES) {
      for (var container : List.of(rendered.container(service), rendered.migration(service))) {
        assertThat(rendered.variables(container).keySet())
            .as(service)
            .allMatch(name -> isProperty(name, service));
      }
    }
  }

  @Test
  void anOfficesOwnRowsOfTheTableOfRightsAreMountedWhereTheServiceLooks() {
    var rendered = Chart.renderAsDuban("production-values.yaml");
    var status = rendered.container("status");
    assertThat(rendered.variables(status))
        .containsEntry("DUBAN_RIGHTS_FILE", "/etc/duban/rights/rights.tsv")
        .containsEntry("DUBAN_ANONYMOUS_STATES", "true");
    assertThat(status.path("volumeMounts").findValuesAsText("mountPath"))
        .contains("/etc/duban/rights");
    assertThat(rendered.variables(rendered.container("catalog")))
        .doesNotContainKey("DUBAN_RIGHTS_FILE");
  }

  private static boolean isProperty(String name, String service) {
    // The chassis' configuration names this key plainly; with underscores as for quotation marks
    // around it the variable would set nothing (tried).
    if (name.startsWith(IDENTITY)) {
      return isProperty(name.replace(IDENTITY, "QUARKUS_TLS__IDENTITY__"), service);
    }
    return name.equals("JDK_JAVA_OPTIONS") // of the JVM itself
        || DUBAN.computeIfAbsent(service, EnvironmentTest::duban).contains(name)
        || KAFKA.contains(name)
        || QUARKUS.contains(name)
        || QUARKUS.stream().anyMatch(it -> it.contains("[") && name.matches(it));
  }

  @Test
  void everySettingOfAServiceCanBeSetByAValue() {
    var rendered = Chart.render("external-secrets-values.yaml", "fullnameOverride: ''");
    var tuning =
        List.of(
            "DUBAN_IDENTITY_KEYS_REFRESH",
            "DUBAN_IDENTITY_KEYS_TRUSTED",
            "DUBAN_DATABASE_IDLE_IN_TRANSACTION_TIMEOUT",
            "DUBAN_DATABASE_LOCK_TIMEOUT",
            "DUBAN_DATABASE_STATEMENT_TIMEOUT",
            "DUBAN_LOOPS",
            "DUBAN_HTTP_BODY",
            "DUBAN_HTTP_HEAD",
            "DUBAN_LIMITS_FAILED_SIGN_INS_BY_ADDRESS",
            "DUBAN_LIMITS_PROXIES",
            "DUBAN_LIMITS_WRITES_BY_ADDRESS",
            "DUBAN_LIMITS_WRITES_BY_SUBJECT",
            // with an Ingress
            "DUBAN_HTTP_STRICT_TRANSPORT_SECURITY",
            "DUBAN_LIMITS_TRUSTED_PROXIES",
            // where an office has rows of its own
            "DUBAN_RIGHTS_FILE",
            "DUBAN_RIGHTS_UNITS_MADE_HERE",
            // by accept
            "DUBAN_ACCEPT_DEFAULT_PASSWORD",
            "DUBAN_ACCEPT_DEMONSTRATION_PROVIDER",
            "DUBAN_ACCEPT_MOVED_CLOCK",
            "DUBAN_ACCEPT_NO_ISSUER",
            "DUBAN_ACCEPT_OPEN_RIGHTS",
            "DUBAN_ACCEPT_PLAIN_TEXT_BROKER",
            "DUBAN_ACCEPT_PLAIN_TEXT_DATABASE",
            "DUBAN_TOPICS_COMPACTED",
            "DUBAN_TOPICS_KEPT",
            "DUBAN_TOPICS_PARTITIONS",
            // by extraEnv, where a catalogue is that large
            "DUBAN_EDITS_LONGEST",
            // by extraEnv, where a proxy or a mail server needs it
            "DUBAN_SMTP_LONGEST_OPENING",
            "DUBAN_STATUS_STREAM_CONNECTIONS",
            "DUBAN_STATUS_STREAM_HEARTBEAT",
            "DUBAN_STATUS_STREAM_PATIENCE");
    for (var service : Repository.SERVICES) {
      var settings = duban(service);
      settings.removeAll(tuning); // rarely or never to be changed
      assertThat(rendered.variables(rendered.container(service)).keySet()).containsAll(settings);
    }
  }

  @Test
  void inventedNamesAreNoProperties() {
    assertThat(duban("notification"))
        .contains("DUBAN_SMTP_HOST", "DUBAN_OFFICE_NAME", "DUBAN_INSTANCE");
    assertThat(duban("catalog")).doesNotContain("DUBAN_SMTP_HOST").contains("DUBAN_CATALOGUE");
    assertThat(isProperty("QUARKUS_FLYWAY_MIGRATE_AT_START", "status")).isTrue();
    assertThat(isProperty("QUARKUS_LOG_CATEGORY__DUBAN__LEVEL", "status")).isTrue();
    assertThat(isProperty("QUARKUS_FLYWAY_MIGRATE", "status")).isFalse();
    assertThat(isProperty("DUBAN_SMTP_HOST", "status")).isFalse();
    assertThat(KAFKA).contains("KAFKA_SASL_JAAS_CONFIG").doesNotContain("KAFKA_SASL_JAAS");
  }

  /** From the sources and properties of the service and of what it runs on. */
  private static Set<String> duban(String service) {
    var names = new TreeSet<String>();
    for (var module : List.of("deploy/chassis", service + "-service")) {
      names.addAll(Repository.found(module, INJECTED));
      for (var file : Repository.main(module, ".java")) {
        var text = Repository.text(file);
        MAPPING
            .matcher(text)
            .results()
            .forEach(
                prefix ->
                    METHOD
                        .matcher(text)
                        .results()
                        .forEach(it -> names.add(prefix.group(1) + "." + kebab(it.group(1)))));
      }
      for (var file : Repository.main(module, ".properties")) {
        properties(Repository.text(file)).stream()
            .filter(it -> it.startsWith("duban."))
            .forEach(names::add);
      }
    }
    var variables = new TreeSet<String>();
    names.forEach(it -> variables.add(variable(it)));
    return variables;
  }

  private static Set<String> properties(String text) {
    var properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return properties.stringPropertyNames();
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static String variable(String property) {
    return property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  private static Set<String> kafka() {
    var names = new TreeSet<String>();
    names.addAll(ConsumerConfig.configNames());
    names.addAll(ProducerConfig.configNames());
    names.addAll(AdminClientConfig.configNames());
    var variables = new TreeSet<String>();
    names.forEach(it -> variables.add(variable("kafka." + it)));
    return variables;
  }

  /** From the documentation that each extension carries; a key of one's own choice matches any. */
  private static Set<String> readQuarkus() {
    var variables = new TreeSet<String>();
    try {
      var models =
          EnvironmentTest.class
              .getClassLoader()
              .getResources("META-INF/quarkus-config-doc/quarkus-config-model.json");
      while (models.hasMoreElements()) {
        try (var model = models.nextElement().openStream()) {
          variables(new ObjectMapper().readTree(model), variables);
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return variables;
  }

  private static void variables(JsonNode node, Set<String> variables) {
    if (node.has("environmentVariable")) {
      var name = node.get("environmentVariable").asText();
      variables.add(name.replaceAll("__[A-Z_]+?__", "__[A-Z0-9_]+__"));
    }
    node.forEach(it -> variables(it, variables));
  }
}
