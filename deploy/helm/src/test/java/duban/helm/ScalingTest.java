package duban.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How many pods, who decides, and how many may be missing. */
class ScalingTest {

  @Test
  void twoPodsOfEachUnlessSomethingElseIsSaid() {
    var rendered = Chart.render("defaults-values.yaml");
    for (var service : Repository.SERVICES) {
      assertThat(rendered.one("Deployment", "duban-" + service).at("/spec/replicas").asInt())
          .isEqualTo(2);
      assertThat(
              rendered
                  .one("PodDisruptionBudget", "duban-" + service)
                  .at("/spec/minAvailable")
                  .asInt())
          .isEqualTo(1);
    }
    assertThat(rendered.names("HorizontalPodAutoscaler")).isEmpty();
    assertThat(rendered.names("ScaledObject")).isEmpty();
  }

  @Test
  void whoeverScalesDecidesAlone() {
    var production = Chart.render("production-values.yaml");
    assertThat(production.names("HorizontalPodAutoscaler"))
        .containsExactlyInAnyOrder("duban-catalog", "duban-status");
    for (var service : List.of("catalog", "status")) {
      assertThat(production.one("Deployment", "duban-" + service).path("spec").has("replicas"))
          .isFalse();
      var target =
          production.one("HorizontalPodAutoscaler", "duban-" + service).at("/spec/scaleTargetRef");
      assertThat(target.path("name").asText()).isEqualTo("duban-" + service);
    }
    var status = production.one("HorizontalPodAutoscaler", "duban-status").path("spec");
    assertThat(status.path("minReplicas").asInt()).isEqualTo(3);
    assertThat(status.path("maxReplicas").asInt()).isEqualTo(9);
    assertThat(status.at("/metrics/0/resource/target/averageUtilization").asInt()).isEqualTo(60);
    assertThat(production.one("Deployment", "duban-notification").at("/spec/replicas").asInt())
        .isEqualTo(3);
  }

  @Test
  void kedaCountsTheLagOfTheServicesOwnGroup() {
    var rendered = Chart.render("keda-values.yaml");
    for (var service : List.of("status", "notification")) {
      assertThat(rendered.one("Deployment", "duban-" + service).path("spec").has("replicas"))
          .isFalse();
      var spec = rendered.one("ScaledObject", "duban-" + service).path("spec");
      assertThat(spec.at("/scaleTargetRef/name").asText()).isEqualTo("duban-" + service);
      // The group's id is the name of the application.
      assertThat(spec.at("/triggers/0/metadata/consumerGroup").asText()).isEqualTo(service);
      assertThat(Repository.text(service + "-service/src/main/resources/application.properties"))
          .contains("quarkus.application.name=" + service + "\n");
      assertThat(spec.at("/triggers/0/metadata/tls").asText()).isEqualTo("enable");
      // A broker of Kafka 4 no longer answers what is older than 2.1; Duban itself needs 3.7.
      assertThat(spec.at("/triggers/0/metadata/version").asText()).isEqualTo("3.0.0");
      var authentication =
          rendered.one(
              "TriggerAuthentication", spec.at("/triggers/0/authenticationRef/name").asText());
      assertThat(
              Rendered.each(authentication.at("/spec/secretTargetRef"))
                  .map(it -> it.path("parameter").asText()))
          .containsExactly("cert", "key", "ca");
    }
  }

  @Test
  void kedaSignsInBySaslWithTheServicesOwnUser() {
    var rendered = Chart.render("external-secrets-values.yaml");
    var name = "supervision-notification";
    var metadata = rendered.one("ScaledObject", name).at("/spec/triggers/0/metadata");
    assertThat(metadata.path("sasl").asText()).isEqualTo("plaintext");
    var spec = rendered.one("TriggerAuthentication", name).path("spec");
    assertThat(spec.at("/secretTargetRef/0/name").asText()).isEqualTo("vault-notification-kafka");
    assertThat(spec.at("/secretTargetRef/0/key").asText()).isEqualTo("password");
    var map = rendered.one("ConfigMap", spec.at("/configMapTargetRef/0/name").asText());
    assertThat(map.at("/data/username").asText()).isEqualTo("duban-notification");
  }

  @Test
  void kedaAsksAnOpenBrokerWithoutSigningIn() {
    var rendered = Chart.render("defaults-values.yaml", "notification: {keda: {enabled: true}}");
    assertThat(rendered.names("TriggerAuthentication")).isEmpty();
    assertThat(
            rendered
                .one("ScaledObject", "duban-notification")
                .at("/spec/triggers/0")
                .has("authenticationRef"))
        .isFalse();
  }
}
