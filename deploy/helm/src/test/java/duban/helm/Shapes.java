package duban.helm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.List;
import java.util.Map;

/**
 * Whether an object has only fields that exist, of the right type. The models of fabric8 and
 * Strimzi take an unknown field into a map beside; here that map is closed to them, so that it is
 * an error.
 */
final class Shapes {

  private static final Map<String, Class<?>> MODELS =
      Map.ofEntries(
          Map.entry("v1 ConfigMap", ConfigMap.class),
          Map.entry("v1 Service", Service.class),
          Map.entry("v1 ServiceAccount", ServiceAccount.class),
          Map.entry("apps/v1 Deployment", Deployment.class),
          Map.entry("autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
          Map.entry("networking.k8s.io/v1 Ingress", Ingress.class),
          Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
          Map.entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class),
          Map.entry("monitoring.coreos.com/v1 ServiceMonitor", ServiceMonitor.class),
          Map.entry("monitoring.coreos.com/v1 PrometheusRule", PrometheusRule.class),
          Map.entry("kafka.strimzi.io/v1 KafkaTopic", KafkaTopic.class),
          Map.entry("kafka.strimzi.io/v1 KafkaUser", KafkaUser.class),
          Map.entry("kafka.strimzi.io/v1beta2 KafkaTopic", KafkaTopic.class),
          Map.entry("kafka.strimzi.io/v1beta2 KafkaUser", KafkaUser.class));

  /**
   * KEDA and CloudNativePG publish no Java model. These are schemas of our own with the fields that
   * we use, written from their reference: another field is an error until somebody has looked it
   * up.
   */
  private static final Map<String, String> SCHEMAS =
      Map.of(
          "keda.sh/v1alpha1 ScaledObject", "keda.sh_scaledobject.json",
          "keda.sh/v1alpha1 TriggerAuthentication", "keda.sh_triggerauthentication.json",
          "postgresql.cnpg.io/v1 Cluster", "cnpg_cluster.json",
          "postgresql.cnpg.io/v1 Database", "cnpg_database.json");

  private static final ObjectMapper STRICT = strict();

  private Shapes() {}

  /** What is wrong with it; empty if nothing is. */
  static List<String> errors(JsonNode object) {
    var kind = object.path("apiVersion").asText() + " " + object.path("kind").asText();
    if (MODELS.containsKey(kind)) {
      try {
        STRICT.treeToValue(object, MODELS.get(kind));
        return List.of();
      } catch (JsonProcessingException e) {
        return List.of(kind + " " + Rendered.name(object) + ": " + e.getMessage());
      }
    }
    if (SCHEMAS.containsKey(kind)) {
      return schemaErrors(Repository.text(RESOURCES + SCHEMAS.get(kind)), object.toString());
    }
    return List.of(kind + " is of no kind that is known here");
  }

  private static final String RESOURCES = "deploy/helm/src/test/resources/crd/";

  static List<String> schemaErrors(String schema, String json) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(schema, InputFormat.JSON)
        .validate(json, InputFormat.JSON)
        .stream()
        .map(it -> it.getInstanceLocation() + " " + it.getMessage())
        .toList();
  }

  private static ObjectMapper strict() {
    var mapper =
        JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .annotationIntrospector(
                new JacksonAnnotationIntrospector() {
                  private static final long serialVersionUID = 1L;

                  @Override
                  public Boolean hasAnySetter(Annotated member) {
                    return false;
                  }
                })
            .build();
    // Kubernetes takes no number where a text belongs: an unquoted one in a ConfigMap is refused.
    var texts = mapper.coercionConfigFor(LogicalType.Textual);
    List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)
        .forEach(it -> texts.setCoercion(it, CoercionAction.Fail));
    return mapper;
  }
}
