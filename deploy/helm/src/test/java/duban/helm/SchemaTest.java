package duban.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** values.schema.json: a value that is misspelt or of the wrong form is refused. */
class SchemaTest {

  private static final JsonNode SCHEMA = Chart.parse(Chart.FOLDER.resolve("values.schema.json"));

  @Test
  void noObjectTakesWhatItDoesNotKnow() {
    var open = new ArrayList<String>();
    search(SCHEMA, "", open);
    // Of Helm's own and of Kubernetes' forms the chart reads nothing.
    assertThat(open)
        .containsExactlyInAnyOrder(
            "/properties/global",
            "/properties/affinity/properties/nodeAffinity",
            "/properties/affinity/properties/podAffinity",
            "/properties/affinity/properties/podAntiAffinity");
    assertThat(SCHEMA.at("/properties/cnpg/properties/spec/additionalProperties").asBoolean())
        .as("CloudNativePG's form is passed on too")
        .isTrue();
  }

  private static void search(JsonNode schema, String path, List<String> open) {
    if (schema.path("type").asText().equals("object") && !schema.has("additionalProperties")) {
      open.add(path);
    }
    schema.properties().forEach(it -> search(it.getValue(), path + "/" + it.getKey(), open));
  }

  @Test
  void knowsExactlyTheValuesThatThereAre() {
    var described = new TreeSet<String>();
    leaves(SCHEMA, "", described);
    described.remove("global");
    var given = new TreeSet<String>();
    Values.leaves().forEach(it -> given.add(it.path()));
    // Absent by default: the chart passes them on.
    described.removeIf(
        it ->
            it.startsWith("affinity.")
                || it.contains(".extraEnv.")
                || it.startsWith("tolerations.")
                || it.endsWith("ephemeral-storage")
                || it.endsWith("limits.cpu"));
    given.removeAll(List.of("affinity", "monitoring.dashboard.labels.grafana_dashboard"));
    described.removeAll(List.of("monitoring.dashboard.labels"));
    assertThat(given).isEqualTo(described);
  }

  private static void leaves(JsonNode schema, String path, TreeSet<String> leaves) {
    var resolved =
        schema.has("$ref") ? SCHEMA.at(schema.get("$ref").asText().substring(1)) : schema;
    if (!resolved.has("properties")) {
      leaves.add(path);
      return;
    }
    resolved
        .get("properties")
        .properties()
        .forEach(
            it ->
                leaves(
                    it.getValue(),
                    path.isEmpty() ? it.getKey() : path + "." + it.getKey(),
                    leaves));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "databse: {host: x}",
        "database: {hots: x}",
        "database: {port: 0}",
        "database: {host: 'postgres:5432'}",
        "database: {sslMode: maybe}",
        "database: {password: x}",
        "kafka: {bootstrapServers: kafka}",
        "kafka: {securityProtocol: TLS}",
        "kafka: {sessionTimeoutSeconds: 5}",
        "mail: {protection: ssl}",
        "mail: {from: nobody}",
        "mail: {password: x}",
        "mail: {timeout: 5m}",
        "ingress: {host: 'https://duban.example.org'}",
        "networkPolicy: {mail: {cidrs: [10.0.0.1]}}",
        "catalog: {replicas: 0}",
        "catalog: {replicas: two}",
        "catalog: {keda: {enabled: true}}",
        "notification: {autoscaling: {enabled: true}}",
        "notification: {keda: {maxReplicas: 13}}",
        "status: {resources: {limits: {memory: a lot}}}",
        "status: {extraEnv: [{name: PATH, value: /bin}]}",
        "status: {extraEnv: [{name: DUBAN_X, value: a, valueFrom: {secretKeyRef: {name: s, key: k}}}]}",
        "status: {image: {digest: 'sha256:12'}}",
        "strimzi: {apiVersion: v1}",
        "strimzi: {authentication: plain}",
        "cnpg: {storageSize: 10}",
        "logLevel: loud",
        "demonstration: {clockOffset: 1 hour}",
        "fullnameOverride: Duban"
      })
  void isRefused(String values) {
    assertThat(Chart.refusal("defaults-values.yaml", values))
        .contains("don't meet the specifications of the schema");
  }
}
