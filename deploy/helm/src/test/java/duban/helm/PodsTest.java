package duban.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What runs, as whom, and how it begins and ends. */
class PodsTest {

  static Stream<Arguments> everyPod() {
    return Chart.examples().stream()
        .flatMap(example -> Repository.SERVICES.stream().map(it -> Arguments.of(example, it)));
  }

  private static Rendered render(String example) {
    return Chart.renderAsDuban(example);
  }

  @ParameterizedTest
  @MethodSource("everyPod")
  void isAllowedInARestrictedNamespace(String example, String service) {
    var pod = render(example).pod(service);
    assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
    assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
    for (var container : List.of(pod.at("/containers/0"), pod.at("/initContainers/0"))) {
      var context = container.path("securityContext");
      assertThat(context.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
      assertThat(context.path("readOnlyRootFilesystem").asBoolean()).isTrue();
      assertThat(Rendered.texts(context.at("/capabilities/drop"))).containsExactly("ALL");
      assertThat(context.at("/capabilities").has("add")).isFalse();
    }
    assertThat(pod.path("volumes"))
        .allSatisfy(
            volume -> assertThat(List.of("emptyDir", "secret", "configMap")).anyMatch(volume::has));
    assertThat(pod.has("hostNetwork") || pod.has("hostPID") || pod.has("hostIPC")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("everyPod")
  void holdsNoTokenAndHearsOfNoOtherService(String example, String service) {
    var rendered = render(example);
    var pod = rendered.pod(service);
    assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
    assertThat(pod.path("enableServiceLinks").asBoolean(true)).isFalse();
    var account = rendered.one("ServiceAccount", pod.path("serviceAccountName").asText());
    assertThat(account.path("automountServiceAccountToken").asBoolean(true)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("everyPod")
  void isProbedOnTheManagementPort(String example, String service) {
    var container = render(example).container(service);
    for (var probe : List.of("startup started", "liveness live", "readiness ready")) {
      var words = probe.split(" ");
      var get = container.path(words[0] + "Probe").path("httpGet");
      assertThat(get.path("path").asText()).isEqualTo("/q/health/" + words[1]);
      assertThat(get.path("port").asText()).isEqualTo("management");
    }
    var port =
        Rendered.each(container.path("ports"))
            .filter(it -> it.path("name").asText().equals("management"))
            .findFirst()
            .orElseThrow();
    assertThat(render(example).variables(container))
        .containsEntry("QUARKUS_MANAGEMENT_PORT", port.path("containerPort").asText());
  }

  @ParameterizedTest
  @MethodSource("everyPod")
  void hasTheOwnersPasswordOnlyWhileItMigrates(String example, String service) {
    var rendered = render(example);
    var owner =
        Chart.values(example, "")
            .at("/" + service + "/database/ownerSecret")
            .asText("duban-" + service + "-owner");
    var migration = rendered.variables(rendered.migration(service));
    assertThat(migration)
        .containsEntry("QUARKUS_INIT_AND_EXIT", "true")
        .containsEntry("QUARKUS_FLYWAY_MIGRATE_AT_START", "true")
        .containsEntry("QUARKUS_FLYWAY_IGNORE_MIGRATION_PATTERNS", "*:missing,*:future")
        .containsEntry("QUARKUS_FLYWAY_USERNAME", "secret/" + owner + "/username")
        .containsEntry("QUARKUS_FLYWAY_PASSWORD", "secret/" + owner + "/password");
    var running = rendered.variables(rendered.container(service));
    assertThat(running).containsEntry("QUARKUS_FLYWAY_MIGRATE_AT_START", "false");
    assertThat(running).doesNotContainKeys("QUARKUS_INIT_AND_EXIT");
    assertThat(running.values()).noneMatch(it -> it.contains("/" + owner + "/"));
    assertThat(rendered.migration(service).path("image"))
        .isEqualTo(rendered.container(service).path("image"));
  }

  @ParameterizedTest
  @MethodSource("everyPod")
  void takesEveryPasswordFromASecret(String example, String service) {
    var rendered = render(example);
    for (var container : List.of(rendered.container(service), rendered.migration(service))) {
      rendered
          .variables(container)
          .forEach(
              (name, value) -> {
                if (name.matches(".*(PASSWORD|JAAS_CONFIG|KEYSTORE_KEY|USERNAME)$")) {
                  assertThat(value).as(name).startsWith("secret/");
                }
              });
    }
  }

  @ParameterizedTest
  @MethodSource("everyPod")
  void isItselfInTheConsumerGroup(String example, String service) {
    var rendered = render(example);
    assertThat(rendered.variables(rendered.container(service)))
        .containsEntry("DUBAN_INSTANCE", "metadata.name")
        .containsEntry("KAFKA_SESSION_TIMEOUT_MS", "15000");
  }

  @ParameterizedTest
  @MethodSource("everyPod")
  void comesAndGoesWithoutAGap(String example, String service) {
    var rendered = render(example);
    var update = rendered.one("Deployment", "duban-" + service).at("/spec/strategy");
    assertThat(update.path("type").asText()).isEqualTo("RollingUpdate");
    assertThat(update.at("/rollingUpdate/maxUnavailable").asInt(-1)).isZero();
    assertThat(update.at("/rollingUpdate/maxSurge").asInt()).isEqualTo(1);
    var pod = rendered.pod(service);
    var sleep = pod.at("/containers/0/lifecycle/preStop/sleep/seconds").asInt();
    assertThat(sleep).isPositive();
    // Five seconds for requests and eight for loops, with room for a slow machine.
    assertThat(pod.path("terminationGracePeriodSeconds").asInt())
        .isGreaterThanOrEqualTo(sleep + 20);
    assertThat(pod.path("topologySpreadConstraints")).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("everyPod")
  void saysWhatItNeeds(String example, String service) {
    var resources = render(example).container(service).path("resources");
    assertThat(resources.at("/requests/cpu").asText()).isNotEmpty();
    assertThat(resources.at("/requests/memory").asText()).isNotEmpty();
    assertThat(resources.at("/limits/memory").asText()).isNotEmpty();
  }

  @Test
  void isMadeAnewWhenItsConfigurationChanges() {
    var before = checksums("");
    var after = checksums("mail: {host: another.example.org}");
    assertThat(after.get(0)).isEqualTo(before.get(0));
    assertThat(after.get(1)).isEqualTo(before.get(1));
    assertThat(after.get(2)).isNotEqualTo(before.get(2));
  }

  private static List<String> checksums(String more) {
    var rendered = Chart.render("defaults-values.yaml", more);
    return Repository.SERVICES.stream()
        .map(it -> rendered.one("Deployment", "duban-" + it))
        .map(it -> it.at("/spec/template/metadata/annotations/checksum~1config").asText())
        .toList();
  }

  @Test
  void namesItsImageByRegistryAndTagOrDigest() {
    var production = Chart.render("production-values.yaml");
    assertThat(production.container("status").path("image").asText())
        .isEqualTo("registry.example.org/duban-status:1.0.0");
    assertThat(production.container("catalog").path("image").asText())
        .startsWith("registry.example.org/duban-catalog@sha256:0123");
    assertThat(production.pod("catalog").at("/imagePullSecrets/0/name").asText())
        .isEqualTo("registry");
  }

  @Test
  void aUserOfThePlatformsChoosingIsLeftToIt() {
    assertThat(
            Chart.render("defaults-values.yaml")
                .pod("status")
                .at("/securityContext/runAsUser")
                .asInt())
        .isEqualTo(10001);
    var open = Chart.render("external-secrets-values.yaml", "fullnameOverride: ''").pod("status");
    assertThat(open.path("securityContext").has("runAsUser")).isFalse();
    assertThat(open.path("securityContext").has("runAsGroup")).isFalse();
  }
}
