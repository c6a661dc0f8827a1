package duban.chassis.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What can be wrong with each field of a body, wherever the example has the object around it. */
final class FieldCases {

  private static final String UNKNOWN = "noSuchField";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Half a surrogate pair can only be sent as an escape. */
  private static final JsonMapper ESCAPING =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final Document document;
  private final JsonNode example;
  private final List<Case> cases = new ArrayList<>();

  private FieldCases(Document document, JsonNode example) {
    this.document = document;
    this.example = example;
  }

  static List<Case> of(Operation operation, JsonNode example) {
    var fields = new FieldCases(operation.document(), example);
    fields.object("", operation.bodySchema(), example);
    return fields.cases;
  }

  /** {@code at} is the JSON pointer of the object {@code value}. */
  private void object(String at, JsonNode node, JsonNode value) {
    var schema = document.schema(node, value);
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(it -> required.add(it.asText()));
    schema
        .path("properties")
        .properties()
        .forEach(
            it -> {
              if (required.contains(it.getKey())) {
                cases.add(missing(at, it.getKey()));
                cases.add(with(at, it.getKey(), "null", JSON.nullNode()).naming(it.getKey()));
              }
              field(at, it.getKey(), it.getValue(), value.path(it.getKey()));
            });
    if (schema.has("properties") && !schema.has("additionalProperties")) {
      cases.add(
          with(at, UNKNOWN, "unknown field", JSON.numberNode(1), "unknown-field").naming(UNKNOWN));
    }
  }

  private void field(String at, String name, JsonNode node, JsonNode value) {
    var schema = document.schema(node, value);
    var type = type(schema);
    for (var wrong : WrongValues.of(type, schema, value)) {
      cases.add(with(at, name, wrong.name(), wrong.value(), wrong.types()).naming(name));
    }
    switch (type) {
      case "string" ->
          ForbiddenText.CASES.forEach(
              (what, text) -> cases.add(forbidden(at, name, what, JSON.textNode(text))));
      case "array" -> array(at, name, schema, value);
      case "object" -> {
        if (value.isObject()) {
          object(at + "/" + name, schema, value);
        } else if (!schema.has("properties")) {
          ForbiddenText.CASES.forEach(
              (what, text) ->
                  cases.add(forbidden(at, name, what, JSON.objectNode().put("a", text))));
        }
      }
      default -> {
        // numbers and truths hold no text, and what may be anything is known to its resource only
      }
    }
  }

  private void array(String at, String name, JsonNode schema, JsonNode value) {
    if (value.path(0).isObject()) {
      object(at + "/" + name + "/0", schema.path("items"), value.get(0));
    } else if (type(document.schema(schema.path("items"), MissingNode.getInstance()))
        .equals("string")) {
      ForbiddenText.CASES.forEach(
          (what, text) -> cases.add(forbidden(at, name, what, JSON.arrayNode().add(text))));
    }
  }

  private static String type(JsonNode schema) {
    var type = schema.path("type");
    for (var one : type) {
      if (!one.asText().equals("null")) {
        return one.asText();
      }
    }
    return type.asText("");
  }

  private Case missing(String at, String name) {
    var body = example.deepCopy();
    ((ObjectNode) body.at(at)).remove(name);
    return Case.of(label(at, name, "missing"), it -> it.withBody(body.toString())).naming(name);
  }

  private Case forbidden(String at, String name, String what, JsonNode value) {
    return with(at, name, what, value, "forbidden-character").naming(name);
  }

  private Case with(String at, String name, String what, JsonNode value, String... types) {
    JsonNode body = example.deepCopy();
    ((ObjectNode) body.at(at)).set(name, value);
    return Case.of(label(at, name, what), it -> it.withBody(text(body)), types);
  }

  private static String text(JsonNode body) {
    try {
      return ESCAPING.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static String label(String at, String name, String what) {
    return (at + "/" + name).substring(1) + ": " + what;
  }
}
