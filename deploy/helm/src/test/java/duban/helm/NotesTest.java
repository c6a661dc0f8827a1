package duban.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is to be done after an installation, for each file in ci/: true of what was rendered. */
class NotesTest {

  static List<String> examples() {
    return Chart.examples();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everySecretThatIsReadIsNamedWithItsKeysAndNoOther(String example) {
    var read = new TreeMap<String, TreeSet<String>>();
    Chart.render(example).objects().forEach(it -> secrets(it, read));
    for (var mounted : List.of("database", "identity")) {
      var ca = Chart.values(example, "").path(mounted);
      if (ca.has("caSecret")) {
        put(read, ca.path("caSecret").asText(), ca.path("caKey").asText("ca.crt"));
      }
    }
    var named = new TreeMap<String, TreeSet<String>>();
    for (var line : found("(?m)^     ([^ ].*) \\(([^)]+)\\)$", Chart.notes(example)).toList()) {
      for (var secret : line.group(1).split(", ")) {
        Arrays.stream(line.group(2).split(", ")).forEach(key -> put(named, secret, key));
      }
    }
    assertThat(named).isEqualTo(read);
  }

  /** From the outside if there is an Ingress, else through a Service that is there. */
  @ParameterizedTest
  @MethodSource("examples")
  void theAddressesAreThere(String example) {
    var notes = Chart.notes(example);
    var rendered = Chart.render(example);
    var host = Chart.values(example, "").at("/ingress/host").asText();
    if (host.isEmpty()) {
      assertThat(notes).contains("No Ingress was asked for");
      var forwarded = texts("port-forward service/(\\S+ \\d+:80)\n", notes);
      assertThat(forwarded).isNotEmpty();
      for (var it : forwarded) {
        var service = rendered.one("Service", it.substring(0, it.indexOf(' ')));
        assertThat(service.at("/spec/ports/0/port").asInt()).isEqualTo(80);
        assertThat(notes).contains("http://localhost:" + it.replaceAll(".* |:80", ""));
      }
    } else {
      assertThat(rendered.all("Ingress")).isNotEmpty();
      assertThat(notes).contains("curl 'https://" + host + "/").doesNotContain("port-forward");
    }
    for (var it : texts("logs deployment/(\\S+) -c migrate", notes)) {
      var pod = rendered.one("Deployment", it).at("/spec/template/spec");
      assertThat(pod.at("/initContainers/0/name").asText()).isEqualTo("migrate");
    }
    var asked = texts("(/api/[a-z/-]*[a-z])", notes);
    for (var path : asked.stream().filter(it -> it.lastIndexOf('/') > "/api/".length()).toList()) {
      var service = path.split("/")[2] + "-service";
      assertThat(Repository.text(service + "/openapi.yaml")).contains("\n  " + path + ":\n");
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void itSaysHowSendingIsReleasedOrThatNothingHoldsIt(String example) {
    var notes = Chart.notes(example);
    var demonstration = Chart.values(example, "").at("/demonstration/enabled").asBoolean();
    if (demonstration) {
      assertThat(notes).contains("This is a DEMONSTRATION").doesNotContain("notification/release");
    } else {
      assertThat(notes)
          .contains("No notice leaves yet", "api -X PUT \"$O/api/notification/release\"")
          .doesNotContain("DEMONSTRATION");
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void itWarnsIfNobodyIsAlertedAndCountsItsSteps(String example) {
    var notes = Chart.notes(example);
    var alerted = Chart.render(example).all("PrometheusRule").findAny().isPresent();
    assertThat(notes.contains("Nobody is alerted yet")).isEqualTo(!alerted);
    var steps = texts("(?m)^(\\d)\\. ", notes);
    var counted = IntStream.rangeClosed(1, steps.size()).mapToObj(Integer::toString).toList();
    assertThat(steps).isEqualTo(counted).hasSize(alerted ? 4 : 5);
    assertThat(notes).doesNotContain("<no value>", "<nil>", "%!");
  }

  private static void secrets(JsonNode node, TreeMap<String, TreeSet<String>> read) {
    for (var it : node.properties()) {
      if (it.getKey().equals("secretKeyRef")) {
        put(read, it.getValue().path("name").asText(), it.getValue().path("key").asText());
      } else if (it.getKey().equals("secretTargetRef")) {
        it.getValue()
            .forEach(one -> put(read, one.path("name").asText(), one.path("key").asText()));
      }
    }
    node.forEach(it -> secrets(it, read));
  }

  private static void put(TreeMap<String, TreeSet<String>> secrets, String name, String key) {
    secrets.computeIfAbsent(name, it -> new TreeSet<>()).add(key);
  }

  private static Stream<MatchResult> found(String pattern, String notes) {
    return Pattern.compile(pattern).matcher(notes).results();
  }

  /** The first group of every match. */
  private static List<String> texts(String pattern, String notes) {
    return found(pattern, notes).map(it -> it.group(1)).toList();
  }
}
