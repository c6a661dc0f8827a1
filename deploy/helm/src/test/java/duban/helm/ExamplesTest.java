package duban.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file in ci/, linted and rendered, object by object. */
class ExamplesTest {

  static List<String> examples() {
    return Chart.examples();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isLintedStrictly(String example) {
    var result = Chart.lint(example);
    assertThat(result.isFailed()).as(String.join("\n", result.getMessages())).isFalse();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void hasNoFieldThatDoesNotExist(String example) {
    var errors = Chart.render(example).objects().stream().map(Shapes::errors).flatMap(List::stream);
    assertThat(errors).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void holdsNoSecretAndNoObjectTwice(String example) {
    var rendered = Chart.render(example);
    assertThat(rendered.names("Secret")).isEmpty();
    var seen = new HashSet<String>();
    for (var object : rendered.objects()) {
      var name = object.path("kind").asText() + " " + Rendered.name(object);
      assertThat(seen.add(name)).as(name + " stands twice").isTrue();
      assertThat(Rendered.name(object)).hasSizeLessThanOrEqualTo(63);
      assertThat(object.at("/metadata/labels/app.kubernetes.io~1instance").asText())
          .isEqualTo("duban");
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everySelectorFindsThePodsThatItMeans(String example) {
    var rendered = Chart.render(example);
    var pods =
        rendered.all("Deployment").map(it -> it.at("/spec/template/metadata/labels")).toList();
    var selectors =
        Stream.of(
                rendered.all("Deployment").map(it -> it.at("/spec/selector/matchLabels")),
                rendered.all("Service").map(it -> it.at("/spec/selector")),
                rendered.all("PodDisruptionBudget").map(it -> it.at("/spec/selector/matchLabels")),
                rendered.all("NetworkPolicy").map(it -> it.at("/spec/podSelector/matchLabels")))
            .flatMap(it -> it);
    assertThat(selectors)
        .allSatisfy(
            selector ->
                assertThat(pods.stream().filter(it -> matches(selector, it)).count()).isEqualTo(1));
  }

  private static boolean matches(JsonNode selector, JsonNode labels) {
    return !selector.isEmpty()
        && selector.properties().stream()
            .allMatch(it -> it.getValue().equals(labels.get(it.getKey())));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyServiceReachesAPortOfThePod(String example) {
    var rendered = Chart.render(example);
    for (var service : rendered.all("Service").toList()) {
      var pod = rendered.one("Deployment", Rendered.name(service));
      var open =
          Rendered.each(pod.at("/spec/template/spec/containers/0/ports"))
              .map(it -> it.path("name").asText())
              .toList();
      assertThat(service.at("/spec/ports"))
          .allSatisfy(it -> assertThat(open).contains(it.path("targetPort").asText()));
    }
  }

  @Test
  void anInventedFieldWouldBeFound() {
    for (var example :
        List.of("production-values.yaml", "strimzi-cnpg-values.yaml", "keda-values.yaml")) {
      for (var object : Chart.render(example).objects()) {
        var spoilt = object.<ObjectNode>deepCopy();
        var inside = spoilt.get("spec") instanceof ObjectNode spec ? spec : spoilt;
        inside.put("invented", 1);
        assertThat(Shapes.errors(spoilt)).as(object.path("kind").asText()).isNotEmpty();
      }
    }
  }

  @Test
  void aFieldDeepInAPodAndANumberForATextWouldBeFound() {
    JsonNode deployment =
        Chart.render("defaults-values.yaml").one("Deployment", "duban-catalog").deepCopy();
    var probe =
        (ObjectNode) deployment.at("/spec/template/spec/containers/0/livenessProbe/httpGet");
    probe.put("adress", "x");
    assertThat(Shapes.errors(deployment)).hasSize(1);
    JsonNode map =
        Chart.render("defaults-values.yaml").one("ConfigMap", "duban-catalog").deepCopy();
    ((ObjectNode) map.get("data")).put("DUBAN_TOPICS_REPLICATION", 3);
    assertThat(Shapes.errors(map)).hasSize(1);
  }
}
