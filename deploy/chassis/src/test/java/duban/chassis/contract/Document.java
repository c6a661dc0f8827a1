package duban.chassis.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;

/** An OpenAPI document, with its references followed. */
record Document(JsonNode root) {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  static Document parse(String yaml) {
    try {
      return new Document(new YAMLMapper().readTree(yaml));
    } catch (JsonProcessingException e) {
      throw new AssertionError("The OpenAPI document is no YAML", e);
    }
  }

  /** POST, PUT, PATCH and DELETE, in the order of the document. */
  List<Operation> writes() {
    return operations().stream().filter(it -> !it.method().equals("GET")).toList();
  }

  List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    root.path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method -> {
                          if (METHODS.contains(method.getKey())) {
                            all.add(
                                new Operation(
                                    this,
                                    method.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    method.getValue(),
                                    path.getValue()));
                          }
                        }));
    return all;
  }

  /** Each GET, but for what is heard as it happens and has no end. */
  List<Operation> reads() {
    return operations().stream()
        .filter(it -> it.method().equals("GET"))
        .filter(it -> !it.response(200).path("content").has("text/event-stream"))
        .toList();
  }

  /**
   * What in {@code json} breaks a schema of this document. {@code only}: an object may hold nothing
   * but what its schema names. Formats are left to the service: the validator takes no mail address
   * under .example.
   */
  List<String> breaches(JsonNode schema, String json, boolean only) {
    ObjectNode alone = schema.deepCopy();
    alone.set("components", root.path("components").deepCopy());
    if (only) {
      Schemas.close(alone);
    }
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(alone.toString())
        .validate(json, InputFormat.JSON)
        .stream()
        .map(Error::toString)
        .toList();
  }

  /** The node itself, or what its {@code $ref} names. */
  JsonNode follow(JsonNode node) {
    var found = node;
    while (found.has("$ref")) {
      var ref = found.get("$ref").asText();
      found = root.at(JsonPointer.compile(ref.substring(1)));
      if (found.isMissingNode()) {
        throw new AssertionError("The OpenAPI document has nothing at " + ref);
      }
    }
    return found;
  }

  /** The schema that holds for {@code value}: references, allOf, and the branch that fits it. */
  JsonNode schema(JsonNode node, JsonNode value) {
    var schema = follow(node);
    if (schema.has("allOf")) {
      return merged(schema, value);
    }
    for (var choice : List.of("oneOf", "anyOf")) {
      if (schema.has(choice)) {
        return branch(schema.get(choice), value);
      }
    }
    return schema;
  }

  private JsonNode merged(JsonNode schema, JsonNode value) {
    ObjectNode merged = schema.deepCopy();
    merged.remove("allOf");
    for (var part : schema.get("allOf")) {
      if (schema(part, value) instanceof ObjectNode one) {
        var properties = merged.withObjectProperty("properties");
        one.path("properties")
            .properties()
            .forEach(it -> properties.set(it.getKey(), it.getValue()));
        var required = merged.withArrayProperty("required");
        one.path("required").forEach(required::add);
        one.properties().forEach(it -> merged.putIfAbsent(it.getKey(), it.getValue()));
      }
    }
    return merged;
  }

  private JsonNode branch(JsonNode choices, JsonNode value) {
    var branches =
        StreamSupport.stream(choices.spliterator(), false)
            .map(it -> schema(it, value))
            .filter(it -> !it.path("type").asText().equals("null"))
            .toList();
    return branches.stream()
        .filter(it -> branches.size() == 1 || knowsAll(it, value))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  private static boolean knowsAll(JsonNode schema, JsonNode value) {
    if (!value.isObject()) {
      return false;
    }
    var known = schema.path("properties");
    return value.properties().stream()
        .allMatch(
            it -> {
              var property = known.path(it.getKey());
              var values = property.path("enum");
              var only = values.size() == 1 ? values.path(0) : property.path("const");
              return !property.isMissingNode()
                  && (only.isMissingNode() || only.equals(it.getValue()));
            });
  }
}
