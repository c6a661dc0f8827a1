package duban.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A misspelt variable would be ignored without a word. */
class SettingsTest {
  private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"");
  private static final Pattern METHOD = Pattern.compile("\\n  [\\w<>]+ (\\w+)\\(\\);");

  @ParameterizedTest
  @ValueSource(strings = {"catalog", "status", "notification"})
  void everyVariableIsAPropertyOfTheService(String service) throws IOException {
    Set<String> known = new HashSet<>(List.of("QUARKUS_INIT_AND_EXIT"));
    names(Checkout.service(service), known);
    names(
        Checkout.properties(
            "deploy/chassis/src/main/resources/META-INF/microprofile-config.properties"),
        known);
    mapped(service + "-service", known);
    mapped("deploy/chassis", known);

    assertThat(Compose.container(service).environment().keySet()).isNotEmpty().isSubsetOf(known);
    assertThat(Compose.container(service + "-migration").environment().keySet())
        .isNotEmpty()
        .isSubsetOf(known);
  }

  @ParameterizedTest
  @ValueSource(strings = {"catalog", "status", "notification"})
  void everyAddressOfAServiceIsTheOneItListensOn(String service) {
    Properties properties = Checkout.service(service);
    String port = properties.getProperty("quarkus.http.port");
    String management = properties.getProperty("quarkus.management.port");

    assertThat(Checkout.text("deploy/images/origin.conf"))
        .containsPattern(service + " +" + service + ":" + port + ";");
    assertThat(Compose.container(service).build().get("args"))
        .hasToString("{SERVICE=%s, MANAGEMENT_PORT=%s}".formatted(service, management));
    assertThat(Compose.container("mail").list("command"))
        .contains("%s-service=http://%s:%s/q/health/ready".formatted(service, service, management));
    assertThat(Compose.container(service).environment().get("QUARKUS_DATASOURCE_JDBC_URL"))
        .isEqualTo(
            properties
                .getProperty("quarkus.datasource.jdbc.url")
                .replace("127.0.0.1:15432", "postgres:5432"));
  }

  private static void names(Properties properties, Set<String> known) {
    properties.stringPropertyNames().forEach(name -> known.add(variable(name)));
  }

  /** Properties without a default stand only in their interface. */
  private static void mapped(String module, Set<String> known) throws IOException {
    Path sources = Checkout.ROOT.resolve(module + "/src/main/java");
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        Matcher mapping = MAPPING.matcher(source);
        if (mapping.find()) {
          METHOD
              .matcher(source)
              .results()
              .forEach(it -> known.add(variable(mapping.group(1) + "." + it.group(1))));
        }
      }
    }
  }

  private static String variable(String property) {
    return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
