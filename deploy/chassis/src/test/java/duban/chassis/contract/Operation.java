package duban.chassis.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One method of one path. */
record Operation(Document document, String method, String path, JsonNode node, JsonNode pathItem) {

  private static final String JSON = "application/json";

  /** Such as {@code POST /api/status/events}. */
  String name() {
    return method + " " + path;
  }

  boolean hasBody() {
    return !media().isMissingNode();
  }

  private JsonNode media() {
    return document.follow(node.path("requestBody")).path("content").path(JSON);
  }

  JsonNode bodySchema() {
    return media().path("schema");
  }

  /** The bodies that the document shows as examples, by their names. */
  Map<String, JsonNode> bodyExamples() {
    Map<String, JsonNode> shown = new LinkedHashMap<>();
    media()
        .path("examples")
        .properties()
        .forEach(it -> shown.put(it.getKey(), document.follow(it.getValue()).path("value")));
    var example = example(media());
    if (shown.isEmpty() && !example.isMissingNode()) {
      shown.put("its example", example);
    }
    return shown;
  }

  private JsonNode example(JsonNode holder) {
    if (holder.has("example")) {
      return holder.get("example");
    }
    var examples = holder.path("examples");
    if (examples.isArray() && !examples.isEmpty()) {
      return examples.get(0);
    }
    if (examples.isObject() && !examples.isEmpty()) {
      return document.follow(examples.elements().next()).path("value");
    }
    return holder.has("schema")
        ? example(document.follow(holder.get("schema")))
        : MissingNode.getInstance();
  }

  /** Parameters in {@code path}, {@code query} or {@code header}, by name. */
  Map<String, JsonNode> parameters(String in) {
    Map<String, JsonNode> parameters = new TreeMap<>();
    for (var holder : List.of(pathItem, node)) {
      for (var parameter : holder.path("parameters")) {
        var one = document.follow(parameter);
        if (one.path("in").asText().equals(in)) {
          parameters.put(one.path("name").asText(), one);
        }
      }
    }
    return parameters;
  }

  JsonNode parameterExample(JsonNode parameter) {
    return example(parameter);
  }

  JsonNode parameterSchema(JsonNode parameter) {
    return document.schema(parameter.path("schema"), MissingNode.getInstance());
  }

  boolean needsVersion() {
    return parameters("header").keySet().stream().anyMatch("If-Match"::equalsIgnoreCase);
  }

  boolean answers(int status) {
    return node.path("responses").has(Integer.toString(status));
  }

  JsonNode response(int status) {
    return document.follow(node.path("responses").path(Integer.toString(status)));
  }

  /** Whether another content under the same name is a conflict. */
  boolean takesOnce() {
    return method.equals("POST")
        && problems(409).stream()
            .map(it -> it.path("type").asText())
            .anyMatch(it -> it.endsWith("-conflict") || it.endsWith(":id-taken"));
  }

  boolean canBeTried() {
    return parameters("query").containsKey("dryRun");
  }

  /** Whether it only tells what would be, so that nothing is to be found afterwards. */
  boolean storesNothing() {
    return node.path("x-stores-nothing").asBoolean();
  }

  /** Whether an address is one of this operation's. */
  boolean isAt(String address) {
    return address.matches(path.replaceAll("\\{[^/]+}", "[^/]+"));
  }

  /** The problems that the document shows for a status. */
  List<JsonNode> problems(int status) {
    List<JsonNode> problems = new ArrayList<>();
    for (var shown :
        response(status).path("content").path("application/problem+json").path("examples")) {
      problems.add(document.follow(shown).path("value"));
    }
    return problems;
  }
}
