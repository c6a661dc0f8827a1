package duban.chassis.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The requests that an operation takes: its examples, or what the test makes of them. */
final class Valid {

  private static final JsonMapper JSON = new JsonMapper();

  private final Operation operation;
  private final UnaryOperator<ObjectNode> adapted;
  private final Map<String, Supplier<String>> parameters;

  Valid(
      Operation operation,
      UnaryOperator<ObjectNode> adapted,
      Map<String, Supplier<String>> parameters) {
    this.operation = operation;
    this.adapted = adapted;
    this.parameters = parameters;
  }

  /** The bodies by their names; fails if the document shows none. */
  Map<String, JsonNode> examples() {
    Map<String, JsonNode> bodies = new LinkedHashMap<>();
    operation
        .bodyExamples()
        .forEach(
            (name, shown) -> {
              if (shown instanceof ObjectNode body) {
                bodies.put(name, adapted.apply(body.deepCopy()));
              }
            });
    if (bodies.isEmpty()) {
      throw new AssertionError(operation.name() + " shows no example of its body");
    }
    return bodies;
  }

  Request request(@Nullable JsonNode body, HttpClient client, URI server)
      throws IOException, InterruptedException {
    var path = path();
    Map<String, String> headers = new TreeMap<>();
    if (body != null) {
      headers.put("Content-Type", "application/json");
    }
    if (operation.needsVersion()) {
      headers.put("If-Match", version(client, server, path));
    }
    var content = body == null ? "" : body.toString();
    return new Request(operation.method(), path, headers, new byte[0]).withBody(content);
  }

  private String path() {
    var path = operation.path();
    for (var parameter : operation.parameters("path").entrySet()) {
      var name = parameter.getKey();
      path = path.replace("{" + name + "}", encoded(value(name, parameter.getValue())));
    }
    var query = new StringBuilder();
    operation
        .parameters("query")
        .forEach(
            (name, parameter) -> {
              if (parameters.containsKey(name) || parameter.path("required").asBoolean()) {
                query.append(query.isEmpty() ? '?' : '&').append(name).append('=');
                query.append(encoded(value(name, parameter)));
              }
            });
    return path + query;
  }

  private String value(String name, JsonNode parameter) {
    var given = parameters.get(name);
    var shown = operation.parameterExample(parameter);
    if (given == null && shown.isMissingNode()) {
      throw new AssertionError(operation.name() + " shows no example of " + name);
    }
    return given == null ? shown.asText() : given.get();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The ETag of what is edited, or of what the address of the command begins with. */
  private static String version(HttpClient client, URI server, String path)
      throws IOException, InterruptedException {
    var address = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
    for (var it : new String[] {address, address.substring(0, address.lastIndexOf('/'))}) {
      var answer =
          client.send(
              HttpRequest.newBuilder(URI.create(server + it)).build(),
              HttpResponse.BodyHandlers.discarding());
      var etag = answer.headers().firstValue("ETag");
      if (answer.statusCode() == 200 && etag.isPresent()) {
        return etag.get();
      }
    }
    return "\"0\"";
  }

  /** The same id with another content; null where the client gives no id. */
  static @Nullable Request another(Operation operation, Request valid) throws IOException {
    if (!operation.method().equals("POST") || !operation.hasBody()) {
      return null;
    }
    if (!(JSON.readTree(valid.body()) instanceof ObjectNode content) || !content.has("id")) {
      return null;
    }
    var schema = operation.document().schema(operation.bodySchema(), content);
    for (var field : content.properties()) {
      var form =
          operation.document().schema(schema.path("properties").path(field.getKey()), content);
      var free =
          !field.getKey().equals("id")
              && field.getValue().isTextual()
              && form.path("type").asText().equals("string")
              && !form.has("enum")
              && !form.has("format")
              && form.path("pattern").asText("\\S").equals("\\S");
      if (free) {
        content.put(field.getKey(), "改");
        return valid.withBody(content.toString());
      }
    }
    return null;
  }
}
