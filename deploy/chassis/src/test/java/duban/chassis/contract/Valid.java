package duban.chassis.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The requests that an operation takes: its examples, or what the test makes of them. */
final class Valid {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern DAY = Pattern.compile("(\\d{4})-\\d\\d-\\d\\d");

  /** With another of these it would be another thing. */
  private static final Set<String> NAMES =
      Set.of("id", "documentId", "conference", "topic", "ordinal");

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

  /** The ETag of what is edited, or of that of which the address names a part or a command. */
  private static String version(HttpClient client, URI server, String path)
      throws IOException, InterruptedException {
    var address = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
    for (int up = 0; up < 3; up++, address = address.substring(0, address.lastIndexOf('/'))) {
      var answer =
          client.send(
              HttpRequest.newBuilder(URI.create(server + address)).build(),
              HttpResponse.BodyHandlers.discarding());
      var etag = answer.headers().firstValue("ETag");
      if (answer.statusCode() == 200 && etag.isPresent()) {
        return etag.get();
      }
    }
    return "\"0\"";
  }

  /** The same id with another content, field by field. */
  static List<Request> others(Request valid) throws IOException {
    List<Request> others = new ArrayList<>();
    var content = (ObjectNode) JSON.readTree(valid.body());
    for (var field : content.properties()) {
      for (var another : others(field.getKey(), field.getValue())) {
        ObjectNode changed = content.deepCopy();
        changed.set(field.getKey(), another);
        others.add(valid.withBody(changed.toString()));
      }
    }
    return others;
  }

  /** Of several things that have their own ids, the first with another content. */
  private static List<JsonNode> others(String name, JsonNode value) {
    List<JsonNode> others = new ArrayList<>();
    if (value.path(0).has("id")) {
      for (var field : value.get(0).properties()) {
        for (var another : others(field.getKey(), field.getValue())) {
          ArrayNode changed = value.deepCopy();
          ((ObjectNode) changed.get(0)).set(field.getKey(), another);
          others.add(changed);
        }
      }
      return others;
    }
    var another = another(value);
    return NAMES.contains(name) || another == null ? others : List.of(another);
  }

  private static @Nullable JsonNode another(JsonNode value) {
    if (value.isInt()) {
      return IntNode.valueOf(value.intValue() + 1);
    }
    if (value.isBoolean()) {
      return BooleanNode.valueOf(!value.booleanValue());
    }
    if (value.isArray() && value.size() > 1) {
      ArrayNode shorter = value.deepCopy();
      shorter.remove(value.size() - 1);
      return shorter;
    }
    if (value.isTextual()) {
      var day = DAY.matcher(value.textValue());
      return TextNode.valueOf(day.matches() ? day.group(1) + "-02-03" : "改");
    }
    return null;
  }
}
