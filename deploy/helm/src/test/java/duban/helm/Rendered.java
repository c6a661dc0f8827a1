package duban.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The objects that a rendering made. */
record Rendered(List<JsonNode> objects) {

  Rendered(String text) {
    this(parse(text));
  }

  private static List<JsonNode> parse(String text) {
    try (var read = Chart.YAML.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
      return read.readAll().stream().filter(JsonNode::isObject).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Stream<JsonNode> all(String kind) {
    return objects.stream().filter(it -> it.path("kind").asText().equals(kind));
  }

  List<String> names(String kind) {
    return all(kind).map(Rendered::name).toList();
  }

  JsonNode one(String kind, String name) {
    return all(kind)
        .filter(it -> name(it).equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(kind + " " + name + " is not among " + names(kind)));
  }

  static String name(JsonNode object) {
    return object.at("/metadata/name").asText();
  }

  /** The pod of {@code duban-<service>}. */
  JsonNode pod(String service) {
    return one("Deployment", "duban-" + service).at("/spec/template/spec");
  }

  JsonNode container(String service) {
    return pod(service).at("/containers/0");
  }

  JsonNode migration(String service) {
    return pod(service).at("/initContainers/0");
  }

  /**
   * Every variable of a container: its value, or {@code secret/<name>/<key>}, or where it comes
   * from.
   */
  Map<String, String> variables(JsonNode container) {
    var variables = new TreeMap<String, String>();
    for (var from : container.path("envFrom")) {
      var map = one("ConfigMap", from.at("/configMapRef/name").asText());
      map.path("data")
          .properties()
          .forEach(it -> variables.put(it.getKey(), it.getValue().asText()));
    }
    for (var one : container.path("env")) {
      var secret = one.at("/valueFrom/secretKeyRef");
      variables.put(
          one.path("name").asText(),
          one.has("value")
              ? one.path("value").asText()
              : secret.isObject()
                  ? "secret/" + secret.path("name").asText() + "/" + secret.path("key").asText()
                  : one.at("/valueFrom/fieldRef/fieldPath").asText());
    }
    return variables;
  }

  static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  static List<String> texts(JsonNode array) {
    return each(array).map(JsonNode::asText).toList();
  }
}
